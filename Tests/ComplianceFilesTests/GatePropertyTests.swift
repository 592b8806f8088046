import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

/// What holds for every number at every instant.
struct GatePropertyTests {
    /// A generator that gives the same numbers every time.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static func instant(_ dice: inout Dice) -> Instant {
        // 2026 to 2029, to the second.
        Instant(milliseconds: Int64.random(in: 1_767_225_600...1_893_456_000, using: &dice) * 1_000)
    }

    private static func number(_ dice: inout Dice) throws -> PhoneNumber {
        try #require(
            PhoneNumber("+1\(Int.random(in: 201...989, using: &dice))55501\(Int.random(in: 10...99, using: &dice))")
        )
    }

    @Test(arguments: ContactKind.allCases)
    func `the next instant is allowed and nothing before it is`(kind: ContactKind) throws {
        let gate = try GateTests.gate.get()
        var dice = Dice(state: 7)
        for _ in 0..<120 {
            let question = GateQuestion(contact: Contact(number: try GatePropertyTests.number(&dice)), kind: kind)
            let at = GatePropertyTests.instant(&dice)
            let decision = gate.decide(question, at: at)
            guard case .wait(let until) = decision.outcome else { continue }
            #expect(until > at)
            #expect(gate.decide(question, at: until).isAllowed, "\(question.contact.number.unmasked) \(at) \(until)")
            #expect(!gate.decide(question, at: until + .milliseconds(-1)).isAllowed)
            let between = until - at
            for _ in 0..<4 {
                let step = Int64.random(in: 0..<max(1, between.inMilliseconds), using: &dice)
                let inside = gate.decide(question, at: at + .milliseconds(step))
                #expect(!inside.isAllowed, "\(question.contact.number.unmasked) \(at + .milliseconds(step))")
            }
        }
    }

    @Test(arguments: ContactKind.allCases)
    func `every instant of a window is allowed by every rule, and its end by none of them all`(kind: ContactKind) throws
    {
        let gate = try GateTests.gate.get()
        var dice = Dice(state: 11)
        for _ in 0..<40 {
            let question = GateQuestion(contact: Contact(number: try GatePropertyTests.number(&dice)), kind: kind)
            let windows = gate.windows(question, from: GatePropertyTests.instant(&dice), count: 3)
            for window in windows {
                for at in [window.lowerBound, window.upperBound + .milliseconds(-1)] {
                    let decision = gate.decide(question, at: at)
                    #expect(decision.isAllowed, "\(question.contact.number.unmasked) \(at)")
                    #expect(decision.rules.allSatisfy { $0.verdict == .allows || $0.verdict == .notChecked })
                }
                #expect(!gate.decide(question, at: window.upperBound).isAllowed)
            }
        }
    }

    @Test func `one more region or zone never allows more`() throws {
        let gate = try GateTests.gate.get()
        var dice = Dice(state: 13)
        let zones = [
            "America/New_York", "America/Denver", "Pacific/Honolulu", "America/Puerto_Rico", "America/Winnipeg",
        ]
        for _ in 0..<150 {
            let number = try GatePropertyTests.number(&dice)
            let at = GatePropertyTests.instant(&dice)
            let kind = ContactKind.allCases.randomElement(using: &dice) ?? .live
            let alone = gate.decide(GateQuestion(contact: Contact(number: number), kind: kind), at: at)
            var more = Contact(number: number)
            more.region = Region.all.randomElement(using: &dice)
            let withRegion = gate.decide(GateQuestion(contact: more, kind: kind), at: at)
            let rows = Set(alone.rules.filter { $0.confidence != nil }.map(\.id))
            if !alone.candidates.isUnknownPlace {
                #expect(rows.isSubset(of: withRegion.rules.map(\.id)))
                if !alone.isAllowed {
                    #expect(!withRegion.isAllowed, "\(number.unmasked) \(at) \(String(describing: more.region))")
                }
            }
            more.zone = zones.randomElement(using: &dice).map { ZoneID($0) }
            let stated = gate.decide(GateQuestion(contact: more, kind: kind), at: at)
            if stated.isAllowed {
                // Allowed means allowed on every one of its clocks.
                for zone in stated.candidates.zones {
                    var narrow = more
                    narrow.zone = zone
                    #expect(
                        gate.decide(GateQuestion(contact: narrow, kind: kind), at: at).candidates.zones.contains(zone)
                    )
                }
            }
        }
    }

    @Test func `every area code of the data is decided for, on both days on which clocks are set`() throws {
        let gate = try GateTests.gate.get()
        for code in 200...999 {
            guard let number = PhoneNumber("+1\(code)5550101") else { continue }
            for day in ["2027-03-14", "2026-11-01"] {
                for hour in ["12:00", "23:30"] {
                    let at = try #require(Instant(rfc3339: "\(day)T\(hour):00Z"))
                    let decision = gate.decide(GateQuestion(contact: Contact(number: number), kind: .live), at: at)
                    #expect(!decision.rules.isEmpty)
                    if decision.isAllowed {
                        // Nobody is ever called before eight or from nine on by any clock they may have.
                        for zone in decision.candidates.zones {
                            let local = try #require(gate.zones[zone]).local(at: at)
                            #expect(local.milliseconds >= 8 * 3_600_000 && local.milliseconds < 21 * 3_600_000)
                        }
                    }
                }
            }
        }
    }
}

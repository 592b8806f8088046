import Compliance
import Foundation
import Telephony
import Testing

struct IntentClockTests {
    private static let answer = Instant(milliseconds: 1_764_100_000_000)
    private static let parts = IntentParts(
        caller: "Riverside Dental",
        purpose: "about your appointment",
        optOut: "press 9, or say stop"
    )

    private static func at(_ milliseconds: Int64) -> Instant { answer + .milliseconds(milliseconds) }

    /// One thing that happens to a clock, at milliseconds from the answer.
    enum Event: CustomTestStringConvertible {
        case speaks([SpokenPiece], Int64)
        case speaksUndeclared([SpokenPiece], Int64)
        case acts(Int64)
        case hangsUp(Int64)
        case botHangsUp(Int64)
        case time(Int64)

        var testDescription: String {
            switch self {
            case .speaks(let pieces, let time): "speaks \(pieces.count) at \(time)"
            case .speaksUndeclared(_, let time): "speaks undeclared at \(time)"
            case .acts(let time): "acts at \(time)"
            case .hangsUp(let time): "hangs up at \(time)"
            case .botHangsUp(let time): "bot hangs up at \(time)"
            case .time(let time): "time \(time)"
            }
        }
    }

    /// Runs the events, storing and reading the clock between every two, and gives every verdict with its time.
    private static func run(_ events: [Event]) throws -> [(outcome: IntentOutcome, evidence: IntentEvidence, at: Int64)]
    {
        var clock = IntentClock()
        clock.answered(at: answer)
        var verdicts: [(IntentOutcome, IntentEvidence, Int64)] = []
        for event in events {
            let time: Int64
            switch event {
            case .speaks(let pieces, let offset):
                clock.spoke(pieces, parts: parts, at: at(offset))
                time = offset
            case .speaksUndeclared(let pieces, let offset):
                clock.spoke(pieces, parts: nil, at: at(offset))
                time = offset
            case .acts(let offset):
                clock.acted(at: at(offset))
                time = offset
            case .hangsUp(let offset):
                clock.ended(at: at(offset))
                time = offset
            case .botHangsUp(let offset):
                clock.ended(at: at(offset), byBot: true)
                time = offset
            case .time(let offset):
                time = offset
            }
            if let verdict = clock.judge(at: at(time)) { verdicts.append((verdict.outcome, verdict.evidence, time)) }
            let stored = try JSONEncoder().encode(clock)
            #expect(stored.count < 500)
            let read = try JSONDecoder().decode(IntentClock.self, from: stored)
            #expect(read == clock)
            clock = read
        }
        return verdicts
    }

    private static func speech(_ text: String, _ milliseconds: Int64) -> SpokenPiece {
        .speech(text: text, milliseconds: milliseconds)
    }

    private static let whole = speech("Hello, Riverside Dental about your appointment. Press 9 or say STOP.", 6_000)
    private static let who = speech("This is Riverside Dental", 2_000)
    private static let why = speech("about your appointment.", 2_000)
    private static let how = speech("Press 9 or say stop.", 2_000)
    private static let chatter = speech("We are glad to have you.", 12_000)

    private static let limitWords = "Riverside Dental about your appointment press 9 or say stop"
    private static let limitText = speech(limitWords, SpeechLength.milliseconds(of: limitWords))
    /// A pause after which the last word of `limitText` ends so long after the limit.
    private static func pauseToLimit(_ over: Int64) -> SpokenPiece {
        .pause(milliseconds: 15_000 + over - SpeechLength.milliseconds(upTo: limitWords))
    }

    static let cases: [(String, [Event], IntentOutcome?, Int64?)] = [
        ("spoken, and the caller answers after it", [.speaks([whole], 0), .acts(7_000)], .met, 7_000),
        (
            "spoken, and silence brings the next document", [.speaks([whole], 0), .speaks([chatter], 11_000)], .met,
            11_000
        ),
        ("spoken, and the caller hangs up after it", [.speaks([whole], 0), .hangsUp(9_000)], .met, 9_000),
        ("the caller presses a key within it", [.speaks([whole], 0), .acts(3_000)], .interrupted, 3_000),
        ("the caller hangs up within it", [.speaks([whole], 0), .hangsUp(3_000)], .interrupted, 3_000),
        ("the caller hangs up before anything", [.hangsUp(10)], .interrupted, 10),
        ("in several pieces of one document", [.speaks([who, why], 0), .speaks([how], 0), .acts(6_000)], .met, 6_000),
        (
            "one millisecond short of the last piece's end", [.speaks([who, why, how], 0), .acts(5_000)], .interrupted,
            5_000
        ),
        (
            "a phrase over two pieces",
            [
                .speaks(
                    [
                        speech("Here is Riverside", 1_000), .pause(milliseconds: 500),
                        speech("Dental about your", 1_000),
                        speech("appointment. Press 9 or", 1_000), speech("say stop", 1_000),
                    ],
                    0
                ), .acts(5_000),
            ], .met, 5_000
        ),
        (
            "a phrase over two documents",
            [
                .speaks([speech("Riverside Dental about your", 2_000)], 0),
                .speaks([speech("appointment press 9 or say stop", 2_000)], 2_000),
                .speaks([], 5_000),
            ], .met, 5_000
        ),
        ("exactly on the limit", [.speaks([pauseToLimit(0), limitText], 0), .acts(15_000)], .met, 15_000),
        ("one millisecond over the limit", [.speaks([pauseToLimit(1), limitText], 0), .acts(16_000)], .late, 16_000),
        (
            "its end moves up to the limit", [.speaks([chatter, whole], 0), .speaks([], 15_000)], .met, 15_000
        ),
        ("its end moves up to after the limit", [.speaks([chatter, whole], 0), .speaks([], 15_001)], .late, 15_001),
        ("too late, and the caller waits", [.speaks([chatter, whole], 0), .speaks([], 19_000)], .late, 19_000),
        (
            "too late, yet the caller acts before the limit", [.speaks([chatter, whole], 0), .acts(14_999)],
            .interrupted, 14_999
        ),
        ("too late, and the caller acts on the limit", [.speaks([chatter, whole], 0), .acts(15_000)], .late, 15_000),
        ("never said in 15 seconds", [.speaks([who, why, chatter], 0), .speaks([chatter], 16_000)], .late, 16_000),
        ("never said, and the bot hangs up early", [.speaks([who, why], 0), .botHangsUp(4_000)], .late, 4_000),
        ("said, and the bot hangs up", [.speaks([whole], 0), .botHangsUp(5_900)], .met, 5_900),
        (
            "the estimate was too long, as the next document shows",
            [
                .speaks([chatter, speech("Riverside Dental about your appointment press 9 or say stop", 9_000)], 0),
                .speaks([], 14_000),
            ], .met, 14_000
        ),
        ("no intent declared", [.speaksUndeclared([whole], 0), .acts(9_000)], .unknown, 0),
        (
            "a recording of known length before it",
            [.speaks([.recording(milliseconds: 4_000), whole], 0), .acts(12_000)], .met, 12_000
        ),
        (
            "a recording of known length makes it late",
            [.speaks([.recording(milliseconds: 14_000), whole], 0), .acts(21_000)], .late, 21_000
        ),
        (
            "a recording of unknown length before it",
            [.speaks([.recording(milliseconds: nil), whole], 0), .acts(12_000)], .unknown, 12_000
        ),
        (
            "a recording of unknown length, over when the next document came",
            [
                .speaks([.recording(milliseconds: nil), whole], 0), .speaks([], 12_000),
            ], .met, 12_000
        ),
        (
            "a recording of unknown length after it",
            [.speaks([whole, .recording(milliseconds: nil)], 0), .acts(12_000)], .met, 12_000
        ),
        (
            "late however long the unknown recording was",
            [
                .speaks([.recording(milliseconds: nil), chatter, whole], 0), .acts(19_000),
            ], .late, 19_000
        ),
        (
            "a part may be said in a recording",
            [.speaks([who, why, .recording(milliseconds: 5_000)], 0), .acts(16_000)], .unknown, 16_000
        ),
        ("only recordings", [.speaks([.recording(milliseconds: 5_000)], 0), .acts(6_000)], .unknown, 6_000),
        (
            "what was cut off is not found again by its beginning",
            [
                .speaks([who, why, speech("Press 9 or", 2_000)], 0), .acts(4_500),
                .speaks([speech("say stop", 1_000)], 4_500),
            ], .interrupted, 4_500
        ),
        ("not certain yet", [.speaks([whole], 0), .time(5_000)], nil, nil),
        ("certain by time alone", [.speaks([whole], 0), .time(6_000)], .met, 6_000),
        ("late by time alone", [.speaks([chatter], 0), .time(14_999), .time(15_000)], .late, 15_000),
        ("told once", [.speaks([whole], 0), .acts(7_000), .acts(8_000), .hangsUp(9_000), .time(20_000)], .met, 7_000),
    ]

    @Test(arguments: cases.indices)
    func `the outcome is certain when the events make it so`(index: Int) throws {
        let (name, events, outcome, time) = IntentClockTests.cases[index]
        let verdicts = try IntentClockTests.run(events)
        #expect(verdicts.first?.outcome == outcome, "\(name)")
        #expect(verdicts.first?.at == time, "\(name)")
        #expect(verdicts.count == (outcome == nil ? 0 : 1), "\(name)")
    }

    @Test func `the evidence has when each part ended`() throws {
        let pieces: [SpokenPiece] = [
            IntentClockTests.who, .pause(milliseconds: 500), IntentClockTests.why, IntentClockTests.how,
        ]
        let verdicts = try IntentClockTests.run([.speaks(pieces, 100), .acts(7_000)])
        let evidence = try #require(verdicts.first?.evidence)
        // The last word's end lies before the piece's closing silence, except where the full stop is what was measured.
        let caller = try #require(evidence.callerAt)
        #expect(caller > 100 && caller < 2_100)
        let purpose = try #require(evidence.purposeAt)
        #expect(purpose > 2_600 && purpose < 4_600)
        let optOut = try #require(evidence.optOutAt)
        #expect(optOut > 4_600 && optOut < 6_600)
        #expect(evidence.answeredAt == IntentClockTests.answer)
        #expect(evidence.actedAt == 7_000)
        #expect(evidence.limit == 15_000)
        #expect(evidence.basis == "estimated speech")
    }

    @Test func `what was cut off has no time in the evidence`() throws {
        let pieces = [IntentClockTests.who, IntentClockTests.why, IntentClockTests.how]
        let evidence = try #require(try IntentClockTests.run([.speaks(pieces, 0), .acts(3_000)]).first?.evidence)
        #expect(evidence.callerAt != nil)
        #expect(evidence.purposeAt == nil)
        #expect(evidence.optOutAt == nil)
    }

    @Test(arguments: [
        ([SpokenPiece.recording(milliseconds: 16_000)], "recordings"),
        ([.recording(milliseconds: 100), .speech(text: "Hello", milliseconds: 16_000)], "both"), ([], "nothing spoken"),
    ])
    func `the basis names what the lengths come from`(pieces: [SpokenPiece], basis: String) throws {
        let verdicts = try IntentClockTests.run([.speaks(pieces, 0), .time(16_000)])
        #expect(verdicts.first?.evidence.basis == basis)
    }

    @Test func `after the verdict only the outcome is stored`() throws {
        var clock = IntentClock()
        clock.spoke([IntentClockTests.whole], parts: IntentClockTests.parts, at: IntentClockTests.answer)
        clock.acted(at: IntentClockTests.at(7_000))
        _ = clock.judge(at: IntentClockTests.at(7_000))
        #expect(String(decoding: try JSONEncoder().encode(clock), as: UTF8.self) == #"{"outcome":"met"}"#)
        #expect(clock.outcome == .met)
    }

    @Test func `absurd lengths and times end in a verdict, not in a crash`() throws {
        var clock = IntentClock()
        clock.answered(at: Instant(milliseconds: .max))
        clock.spoke(
            [
                .pause(milliseconds: .max), .recording(milliseconds: .min),
                .speech(text: "Riverside Dental", milliseconds: .max),
            ],
            parts: IntentClockTests.parts,
            at: Instant(milliseconds: .min)
        )
        clock.ended(at: Instant(milliseconds: .min))
        #expect(clock.judge(at: Instant(milliseconds: .max)) != nil)
    }
}

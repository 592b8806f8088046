import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

/// Damaged copies of the system's own files: whatever they hold, nothing crashes.
struct ZoneFuzzTests {
    /// A generator whose numbers are the same in every run (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private static let zones = [
        "America/New_York", "America/St_Johns", "America/Phoenix", "Africa/Casablanca", "Australia/Lord_Howe",
        "Asia/Gaza",
        "Europe/Dublin", "Pacific/Apia", "Etc/UTC", "America/Nuuk",
    ]

    private static func bytes(_ zone: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "\(ZoneFiles.systemRoot)/\(zone)")))
    }

    @Test(arguments: zones)
    func `a file cut short is refused`(zone: String) throws {
        let bytes = try ZoneFuzzTests.bytes(zone)
        var random = Seeded(state: 1)
        for _ in 0..<60 {
            let count = Int.random(in: 0..<bytes.count, using: &random)
            #expect(throws: ZoneDataError.self) { try ZoneRules(tzif: Array(bytes[..<count])) }
        }
    }

    @Test(arguments: zones)
    func `a file with damaged bytes is refused or gives a clock that still answers`(zone: String) throws {
        let bytes = try ZoneFuzzTests.bytes(zone)
        var random = Seeded(state: 2)
        for round in 0..<240 {
            var damaged = bytes
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                // Every third round damages the end, where the rule stands.
                let start = round % 3 == 0 ? max(0, bytes.count - 40) : 0
                let index = Int.random(in: start..<bytes.count, using: &random)
                damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            guard let rules = try? ZoneRules(tzif: damaged) else { continue }
            for milliseconds in [Int64.min, -62_135_596_800_000, 0, 1_790_000_000_000, 9_000_000_000_000, .max] {
                let instant = Instant(milliseconds: milliseconds)
                let local = rules.local(at: instant)
                #expect(ZoneRules.offsetRange.contains(local.offset))
                #expect((0..<86_400_000).contains(local.milliseconds))
                if let next = rules.nextTransition(after: instant) {
                    #expect(next.instant > instant && next.before != next.after)
                }
                let bounds = rules.dayBounds(local.date)
                #expect(bounds.lowerBound <= bounds.upperBound)
                #expect(
                    rules.instant(of: local.date, .midnight, as: .closing)
                        <= rules.instant(of: local.date, .midnight, as: .opening)
                )
            }
        }
    }
}

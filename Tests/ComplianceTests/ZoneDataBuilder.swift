import Compliance
import Telephony
import Testing

/// Writes TZif data, so that tests can state exactly what a file holds.
struct ZoneDataBuilder {
    var version = UInt8(ascii: "2")
    /// The offset in seconds and the daylight indicator of each local time type.
    var types: [(offset: Int32, isDaylight: UInt8)] = [(0, 0)]
    var transitions: [(time: Int64, type: UInt8)] = []
    var leaps: [(time: Int64, correction: Int32)] = []
    var names: [UInt8] = Array("AAA\0".utf8)
    var nameIndex: UInt8 = 0
    var standardIndicators: [UInt8] = []
    var universalIndicators: [UInt8] = []
    var footer = "\n\n"

    /// Data whose clock is a TZ string for all time.
    static func rule(_ text: String) -> [UInt8] {
        ZoneDataBuilder(footer: "\n\(text)\n").bytes
    }

    var bytes: [UInt8] {
        guard version != 0 else { return header(full: true) + block(timeSize: 4) }
        return header(full: false) + [0, 0, 0, 0, 0, 0, 0] + header(full: true) + block(timeSize: 8)
            + Array(footer.utf8)
    }

    private func header(full: Bool) -> [UInt8] {
        let counts =
            full
            ? [
                universalIndicators.count, standardIndicators.count, leaps.count, transitions.count, types.count,
                names.count,
            ]
            : [0, 0, 0, 0, 1, 1]
        return Array("TZif".utf8) + [version] + Array(repeating: 0, count: 15)
            + counts.flatMap { ZoneDataBuilder.bigEndian(Int32($0)) }
    }

    private func block(timeSize: Int) -> [UInt8] {
        func time(_ value: Int64) -> [UInt8] {
            timeSize == 4
                ? ZoneDataBuilder.bigEndian(Int32(truncatingIfNeeded: value)) : ZoneDataBuilder.bigEndian(value)
        }
        return transitions.flatMap { time($0.time) } + transitions.map(\.type)
            + types.flatMap { ZoneDataBuilder.bigEndian($0.offset) + [$0.isDaylight, nameIndex] } + names
            + leaps.flatMap { time($0.time) + ZoneDataBuilder.bigEndian($0.correction) } + standardIndicators
            + universalIndicators
    }

    private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        stride(from: Number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> Number($0)) }
    }
}

extension Instant {
    /// An instant from a UTC date and time, such as `2026-11-01 06:00`.
    static func utc(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Instant {
        let date = try #require(CivilDate(text.prefix(10)), sourceLocation: sourceLocation)
        let time = try #require(TimeOfDay(text.dropFirst(11)), sourceLocation: sourceLocation)
        return Instant(milliseconds: Int64(date.days * 86_400 + time.seconds) * 1_000)
    }
}

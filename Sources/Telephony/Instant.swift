/// A moment in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Whole numbers encode to the same bytes wherever they are written, which replaying a call depends on.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// Sums stop at the ends of what can be counted: a damaged instant is no reason for a trap.
    package static func + (instant: Instant, duration: Duration) -> Instant {
        let (sum, overflow) = instant.milliseconds.addingReportingOverflow(duration.inMilliseconds)
        return Instant(milliseconds: overflow ? (duration < .zero ? .min : .max) : sum)
    }

    package static func - (later: Instant, earlier: Instant) -> Duration {
        let (difference, overflow) = later.milliseconds.subtractingReportingOverflow(earlier.milliseconds)
        return .milliseconds(overflow ? (later < earlier ? .min : .max) : difference)
    }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Instant: CustomStringConvertible {
    /// The instant in UTC as RFC 3339 writes it, with milliseconds: `2026-11-25T22:07:27.000Z`.
    package var description: String {
        // Far outside the calendar the figure alone is printed.
        guard abs(milliseconds / 1_000) < 300_000_000_000 else { return "\(milliseconds) ms" }
        let day = milliseconds.flooredQuotient(by: 86_400_000)
        let inDay = milliseconds - day * 86_400_000
        let (year, month, dayOfMonth) = Instant.civil(fromDay: day)
        let seconds = inDay / 1_000
        return "\(Instant.padded(year, 4))-\(Instant.padded(month, 2))-\(Instant.padded(dayOfMonth, 2))T"
            + "\(Instant.padded(seconds / 3_600, 2)):\(Instant.padded(seconds / 60 % 60, 2)):\(Instant.padded(seconds % 60, 2))"
            + ".\(Instant.padded(inDay % 1_000, 3))Z"
    }

    /// The proleptic Gregorian date of a day counted from 1970-01-01, by counting 400-year eras of 146,097 days.
    private static func civil(fromDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

extension Duration {
    /// The whole milliseconds in the duration; a part of one is dropped.
    package var inMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        if overflow { return seconds < 0 ? .min : .max }
        let (sum, overflows) = product.addingReportingOverflow(attoseconds / 1_000_000_000_000_000)
        return overflows ? (seconds < 0 ? .min : .max) : sum
    }
}

extension Int64 {
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

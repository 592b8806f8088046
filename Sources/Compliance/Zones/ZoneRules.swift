package import Telephony

/// A zone's clock: its offset from UTC at every instant.
///
/// Everything up to the year 2100 lies in two sorted arrays, so that a look-up is one binary search. Later years are
/// computed from the zone's rule.
package struct ZoneRules: Hashable, Sendable {
    /// Where each stretch of equal offset starts, in milliseconds since 1970; the first starts before all time.
    let starts: [Int64]
    /// Seconds east of UTC in each stretch; no two neighbours are equal.
    let offsets: [Int32]
    /// The rule for later years, where the data has one.
    let rule: PosixRule?
    /// From this millisecond on the rule is asked instead of the arrays.
    let computedFrom: Int64
    /// The last instant the data speaks of, where it has no rule for later years.
    ///
    /// Nil means that all later time is known. After this instant the last offset is carried on, which is a guess.
    package let knownUntil: Instant?

    /// A change of a zone's offset.
    package struct Transition: Hashable, Sendable {
        /// The first instant of the new offset.
        package let instant: Instant
        package let before: Int
        package let after: Int

        package init(instant: Instant, before: Int, after: Int) {
            self.instant = instant
            self.before = before
            self.after = after
        }
    }

    /// The offsets that a zone may have, in seconds east of UTC (RFC 9636, section 3.2).
    package static let offsetRange = -89_999...93_599

    package static let utc = ZoneRules(
        starts: [.min],
        offsets: [0],
        rule: nil,
        computedFrom: .max,
        knownUntil: nil
    )

    /// A clock that never changes, such as the standard time a statute names; nil beyond ``offsetRange``.
    ///
    /// The offset is in seconds east of UTC; six hours west is -21600.
    package static func fixed(offset: Int) -> ZoneRules? {
        guard offsetRange.contains(offset) else { return nil }
        return ZoneRules(starts: [.min], offsets: [Int32(offset)], rule: nil, computedFrom: .max, knownUntil: nil)
    }

    /// Seconds east of UTC at an instant.
    package func offset(at instant: Instant) -> Int {
        offset(atMillisecond: instant.milliseconds)
    }

    /// What the clock shows at an instant.
    ///
    /// An instant whose year is not within 1 to 9999 shows the calendar's first or last millisecond. Whoever decides
    /// something asks ``ZoneRules/covers(_:)`` first.
    package func local(at instant: Instant) -> LocalTime {
        let clamped = min(max(instant.milliseconds, CalendarEdge.first), CalendarEdge.last)
        let offset = offset(atMillisecond: clamped)
        let shown = min(max(clamped + Int64(offset) * 1_000, CalendarEdge.first), CalendarEdge.last)
        // Counted from the calendar's first day the division needs no care for negative numbers.
        let (day, inDay) = UInt64(shown - CalendarEdge.first).quotientAndRemainder(dividingBy: 86_400_000)
        return LocalTime(
            date: CivilDate(unchecked: Int(day) + CivilDate.earliest.days),
            milliseconds: Int(inDay),
            offset: offset
        )
    }

    /// Whether an instant lies in the years 1 to 9999 and in the time that the zone's data speaks of.
    package func covers(_ instant: Instant) -> Bool {
        guard instant.milliseconds >= CalendarEdge.first + 93_599_000,
            instant.milliseconds <= CalendarEdge.last - 93_599_000
        else { return false }
        guard let knownUntil else { return true }
        return instant <= knownUntil
    }

    /// The next change of the offset strictly after an instant; nil where there is none before the year 10000.
    package func nextTransition(after instant: Instant) -> Transition? {
        nextTransition(afterMillisecond: instant.milliseconds)
    }

    func offset(atMillisecond millisecond: Int64) -> Int {
        guard millisecond < computedFrom else { return offsetByRule(at: millisecond) }
        return Int(offsets[stretch(at: millisecond)])
    }

    func nextTransition(afterMillisecond millisecond: Int64) -> Transition? {
        if millisecond < computedFrom {
            let next = stretch(at: millisecond) + 1
            if next < starts.count {
                return Transition(
                    instant: Instant(milliseconds: starts[next]),
                    before: Int(offsets[next - 1]),
                    after: Int(offsets[next])
                )
            }
        }
        guard let rule, computedFrom <= CalendarEdge.last,
            let next = rule.nextEdge(after: max(millisecond, computedFrom - 1)), next <= CalendarEdge.last
        else { return nil }
        return Transition(
            instant: Instant(milliseconds: next),
            before: offset(atMillisecond: next - 1),
            after: offset(atMillisecond: next)
        )
    }

    private func offsetByRule(at millisecond: Int64) -> Int {
        rule?.offset(at: millisecond) ?? Int(offsets[offsets.count - 1])
    }

    /// The index of the stretch that holds an instant, by halving without a branch the processor must guess.
    private func stretch(at millisecond: Int64) -> Int {
        starts.withUnsafeBufferPointer { starts in
            var low = 0
            var count = starts.count
            while count > 1 {
                let half = count / 2
                low = starts[low + half] <= millisecond ? low + half : low
                count -= half
            }
            return low
        }
    }
}

/// The milliseconds of the calendar's first and last moment, read as UTC.
enum CalendarEdge {
    static let first: Int64 = -62_135_596_800_000
    static let last: Int64 = 253_402_300_799_999
}

package import Telephony

/// Which edge of a window a time of day is.
///
/// Where a clock is set, a time of day may come twice or never. Each edge is read so that fewer people are contacted.
package enum WindowEdge: Hashable, Sendable, CaseIterable {
    /// The start: of two readings the later, in a gap the first instant after it.
    case opening
    /// The end: of two readings the earlier, in a gap the instant of the gap.
    case closing
}

extension ZoneRules {
    /// The instant at which an edge of a window falls.
    ///
    /// In a gap both edges are the instant at which the clock is set: a gap takes no time.
    package func instant(of date: CivilDate, _ time: TimeOfDay, as edge: WindowEdge) -> Instant {
        let readings = readings(ofDay: date.days, second: time.seconds)
        return edge == .opening ? readings.latest : readings.earliest
    }

    /// The window between two times of one day, start inclusive, end exclusive; nil where none of it is left.
    package func window(on date: CivilDate, from start: TimeOfDay, to end: TimeOfDay) -> Range<Instant>? {
        let opens = instant(of: date, start, as: .opening)
        let closes = instant(of: date, end, as: .closing)
        return opens < closes ? opens..<closes : nil
    }

    /// The shortest range that holds every instant at which the clock shows a date.
    ///
    /// It is empty for a day that the zone skipped. Where a clock was set back over midnight, the ranges of the two
    /// days overlap.
    package func dayBounds(_ date: CivilDate) -> Range<Instant> {
        let start = readings(ofDay: date.days, second: 0).earliest
        let end = readings(ofDay: date.days + 1, second: 0).latest
        return start..<max(start, end)
    }

    /// The first and the last instant at which a clock shows a time; in a gap, the instants at which it is set over it.
    private func readings(ofDay day: Int, second: Int) -> (earliest: Instant, latest: Instant) {
        let shown = Int64(day) * 86_400_000 + Int64(second) * 1_000
        // No offset is larger than this, so every reading lies within it on either side.
        let reach: Int64 = 93_600_000
        var from = shown - reach
        var offset = Int64(offset(atMillisecond: from)) * 1_000
        var earliest: Int64?
        var latest: Int64?
        var firstGap: Int64?
        var lastGap = shown
        while true {
            let next = nextTransition(afterMillisecond: from)
            let end = next?.instant.milliseconds ?? .max
            let reading = shown - offset
            if reading >= from, reading < end {
                earliest = earliest ?? reading
                latest = reading
            }
            guard let next, end <= shown + reach else { break }
            let after = Int64(next.after) * 1_000
            if end + offset <= shown, shown < end + after {
                firstGap = firstGap ?? end
                lastGap = end
            }
            from = end
            offset = after
        }
        if let earliest, let latest {
            return (Instant(milliseconds: earliest), Instant(milliseconds: latest))
        }
        return (Instant(milliseconds: firstGap ?? shown), Instant(milliseconds: lastGap))
    }
}

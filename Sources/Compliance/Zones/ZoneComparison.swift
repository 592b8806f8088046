import Telephony

extension ZoneRules {
    /// Whether two clocks agree at every instant of a range of years, both included, read in UTC.
    ///
    /// An empty range, or one outside the years 1 to 9999, is no agreement.
    package func keepsSameClock(as other: ZoneRules, from first: Int, to last: Int) -> Bool {
        guard first <= last, let start = CivilDate(year: first, month: 1, day: 1),
            let end = CivilDate(year: last, month: 12, day: 31)
        else { return false }
        var millisecond = Int64(start.days) * 86_400_000
        let limit = Int64(end.days + 1) * 86_400_000
        guard offset(atMillisecond: millisecond) == other.offset(atMillisecond: millisecond) else { return false }
        while true {
            let mine = nextTransition(afterMillisecond: millisecond)
            let theirs = other.nextTransition(afterMillisecond: millisecond)
            let next = min(mine?.instant.milliseconds ?? .max, theirs?.instant.milliseconds ?? .max)
            guard next < limit else { return true }
            guard mine == theirs else { return false }
            millisecond = next
        }
    }
}

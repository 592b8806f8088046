import Telephony

/// The hours of every place at which a person may be: what the rules say of each clock and each date.
///
/// Contact is allowed only where every row allows it on every clock.
struct Timetable: Sendable {
    /// One clock that the hours have to hold on.
    struct Clock: Sendable {
        let zone: ZoneID
        let rules: ZoneRules
    }

    let candidates: Candidates
    let clocks: [Clock]
    /// The zones among the candidates for which there is no data.
    let missingZones: [ZoneID]
    /// The rows of each region, and the strictest ones where the place is not known.
    let timelines: [RuleTimeline]

    init(_ candidates: Candidates, kind: ContactKind, book: RuleBook, zones: ZoneDatabase) {
        self.candidates = candidates
        var clocks: [Clock] = []
        var missing: [ZoneID] = []
        for zone in candidates.zones {
            if let rules = zones[zone] {
                clocks.append(Clock(zone: zone, rules: rules))
            } else {
                missing.append(zone)
            }
        }
        self.clocks = clocks
        missingZones = missing
        var timelines = candidates.regions.filter { $0.country != .other }.map { book.timeline(for: $0, kind: kind) }
        if candidates.isUnknownPlace || timelines.isEmpty { timelines.append(book.strictestTimeline(for: kind)) }
        self.timelines = timelines
    }

    /// Whether every row allows an instant on every clock.
    func isOpen(at instant: Instant) -> Bool {
        for clock in clocks {
            let local = clock.rules.local(at: instant)
            for timeline in timelines {
                for row in timeline.rows(on: local.date) where !row.isOpen(at: instant, local: local, on: clock.rules) {
                    return false
                }
            }
        }
        return true
    }

    /// The first instant, from the given one on, at which one clock's rows are all open; nil where there is none in reach.
    func nextOpen(on clock: Clock, from instant: Instant) -> Instant? {
        var date = clock.rules.local(at: instant).date
        for _ in 0..<Timetable.reach {
            for range in openings(of: date, on: clock) where range.upperBound > instant {
                return max(range.lowerBound, instant)
            }
            guard let next = date.adding(days: 1) else { return nil }
            date = next
        }
        return nil
    }

    /// The end of the opening that an instant lies in; nil where the clock is closed then.
    func close(on clock: Clock, from instant: Instant) -> Instant? {
        let date = clock.rules.local(at: instant).date
        return openings(of: date, on: clock).first { $0.contains(instant) }?.upperBound
    }

    /// The one stretch of a local date that every row leaves open; none where one bars the day.
    func openings(of date: CivilDate, on clock: Clock) -> [Range<Instant>] {
        var open: Range<Instant>?
        for timeline in timelines {
            for row in timeline.rows(on: date) {
                guard let range = row.opening(on: date, clock.rules) else { return [] }
                let lower = max(range.lowerBound, open?.lowerBound ?? range.lowerBound)
                let upper = min(range.upperBound, open?.upperBound ?? range.upperBound)
                guard lower < upper else { return [] }
                open = lower..<upper
            }
        }
        return open.map { [$0] } ?? []
    }

    /// How many days ahead a window is looked for: no holiday, weekend or closure with an end is longer than this.
    static let reach = 400
}

extension RuleRow {
    /// The stretch of a local date that the row leaves open on a clock, the statute's fixed clock heeded.
    func opening(on date: CivilDate, _ zone: ZoneRules) -> Range<Instant>? {
        guard case .open(let window) = hours(on: date) else { return nil }
        guard let range = zone.window(on: date, from: window.start, to: window.end) else { return nil }
        guard let fixedOffset, let clock = ZoneRules.fixed(offset: fixedOffset) else { return range }
        guard let fixed = clock.window(on: date, from: window.start, to: window.end) else { return nil }
        let lower = max(range.lowerBound, fixed.lowerBound)
        let upper = min(range.upperBound, fixed.upperBound)
        return lower < upper ? lower..<upper : nil
    }

    /// Whether the row allows an instant on a clock.
    func isOpen(at instant: Instant, local: LocalTime, on zone: ZoneRules) -> Bool {
        guard case .open(let window) = hours(on: local.date) else { return false }
        // What the clock shows decides, except on a day on which it is set.
        guard local.isWithin(window) else { return false }
        if fixedOffset == nil, !zone.isSet(near: instant) { return true }
        return opening(on: local.date, zone)?.contains(instant) ?? false
    }
}

extension ZoneRules {
    /// Whether the clock is set within a day of an instant.
    fileprivate func isSet(near instant: Instant) -> Bool {
        guard let next = nextTransition(after: instant + .seconds(-90_000)) else { return false }
        return next.instant < instant + .seconds(90_000)
    }
}

import Telephony

/// The hours of every place at which a person may be: what the rules say of each clock and each date.
///
/// Contact is allowed only where every row allows it on every clock.
final class Timetable: Sendable {
    /// One clock that the hours have to hold on.
    struct Clock: Sendable {
        let zone: ZoneID
        let rules: ZoneRules
        /// The law that the zone's own data does not know of, where this is the clock as it left it.
        var law: ClockLaw?
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
                let law = ClockLaw.known.first { $0.zones.contains(zone) }
                if let law, let corrected = rules.corrected(by: law) {
                    clocks.append(Clock(zone: zone, rules: corrected, law: law))
                }
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

    /// The first instant, from the given one on, at which one clock's rows are all open; nil where there is none in reach.
    func nextOpen(on clock: Clock, from instant: Instant) -> Instant? {
        var date = clock.rules.local(at: instant).date
        for _ in 0..<Timetable.reach {
            if let range = opening(of: date, on: clock), range.upperBound > instant {
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
        guard let range = opening(of: date, on: clock), range.contains(instant) else { return nil }
        return range.upperBound
    }

    /// The stretch of a local date that every row leaves open; nil where one bars the day.
    func opening(of date: CivilDate, on clock: Clock) -> Range<Instant>? {
        var lower = Instant(milliseconds: .min)
        var upper = Instant(milliseconds: .max)
        for timeline in timelines {
            for shared in timeline.shared(on: date) {
                guard let range = shared.opening(on: date, clock.rules) else { return nil }
                lower = max(lower, range.lowerBound)
                upper = min(upper, range.upperBound)
                guard lower < upper else { return nil }
            }
        }
        return lower..<upper
    }

    /// Why nobody is contacted whose clocks never agree.
    var noCommonHour: String {
        "the \(clocks.count) clocks that the person may live by share no hour in which every rule allows; "
            + "a stated time zone or region would narrow them"
    }

    /// How many days ahead a window is looked for: no holiday, weekend or closure with an end is longer than this.
    static let reach = 400
}

package import Telephony

/// The calling hours of one region in one zone, as a schedule: what `TCPA-{region}-{zone}` names.
///
/// They are the hours that the gate itself asks, so a timer that is adjusted by them and the gate never disagree.
package struct CallingHours: AvailabilitySource {
    private let timetable: Timetable
    private let clock: Timetable.Clock

    /// Nil for a zone without data.
    package init?(region: Region, zone: ZoneID, kind: ContactKind, book: RuleBook, zones: ZoneDatabase) {
        let candidates = Candidates(
            regions: [region],
            zones: [zone],
            isUnknownPlace: region.country == .other,
            basis: []
        )
        timetable = Timetable(candidates, kind: kind, book: book, zones: zones)
        guard let clock = timetable.clocks.first else { return nil }
        self.clock = clock
    }

    package func blocks(overlapping range: Range<Instant>) -> [AvailabilityBlock] {
        guard !range.isEmpty else { return [] }
        var date: CivilDate? = clock.rules.local(at: range.lowerBound).date
        let last = clock.rules.local(at: range.upperBound).date
        var blocks: [AvailabilityBlock] = []
        while let day = date, day <= last {
            if let opening = timetable.opening(of: day, on: clock), opening.overlaps(range) {
                blocks.append(AvailabilityBlock(opening))
            }
            date = day.adding(days: 1)
        }
        return blocks
    }
}

extension Gate {
    /// The calling hours of a region in a zone; nil for a region without rules or a zone without data.
    package func callingHours(region: String, zone: ZoneID, kind: ContactKind = .automated) -> CallingHours? {
        guard let region = Region(region) else { return nil }
        return CallingHours(region: region, zone: zone, kind: kind, book: book, zones: zones)
    }
}

extension OwnSchedule {
    /// A schedule of the operator's as the gate asks it.
    package init(name: String, source: some AvailabilitySource) {
        self.init(
            name: name,
            nextOpen: { source.nextAvailable(from: $0) },
            nextClose: { instant in
                let horizon = instant + AvailabilityHorizon.standard
                return source.intervals(in: instant..<horizon).first?.upperBound
            }
        )
    }
}

package import Telephony

/// A law that ended the changing of clocks somewhere, and that time-zone data may not know of yet.
///
/// Data from before the law goes on changing the clock, and is an hour off for half of each year. Where it does, the hours
/// have to hold on both clocks: the data's, and the one that the law left running.
package struct ClockLaw: Hashable, Sendable {
    package let zones: [ZoneID]
    /// From when on the clock stays as it is.
    package let from: Instant
    /// Seconds east of UTC on which it stays.
    package let offset: Int
    package let note: String

    /// The clocks that stopped with tz data 2026f: "Manitoba, Alberta, British Columbia and the western Northwest
    /// Territories stopped changing their clocks on 2026-11-01", with every name of theirs in the database.
    package static let known: [ClockLaw] = [
        ClockLaw(["America/Vancouver", "Canada/Pacific"], hours: -7, "British Columbia stays on daylight time"),
        ClockLaw(
            ["America/Edmonton", "America/Yellowknife", "America/Inuvik", "Canada/Mountain"],
            hours: -6,
            "Alberta and the western Northwest Territories stay on daylight time"
        ),
        ClockLaw(
            ["America/Winnipeg", "America/Rainy_River", "Canada/Central"],
            hours: -5,
            "Manitoba stays on daylight time"
        ),
    ]

    private init(_ zones: [String], hours: Int, _ note: String) {
        self.zones = zones.map { ZoneID($0) }
        // 2026-11-01T00:00:00Z, before any of these clocks would have been set.
        from = Instant(milliseconds: 1_793_491_200_000)
        offset = hours * 3_600
        self.note = note
    }
}

extension ZoneRules {
    /// The clock as a law left it running, where this data does not know of the law; nil where it does.
    package func corrected(by law: ClockLaw) -> ZoneRules? {
        let year: Duration = .seconds(400 * 86_400)
        let isChanged = nextTransition(after: law.from).map { $0.instant < law.from + year } ?? false
        guard isChanged || offset(at: law.from + .seconds(60 * 86_400)) != law.offset else { return nil }
        let count = starts.count { $0 < law.from.milliseconds }
        return ZoneRules(
            starts: starts.prefix(count) + [law.from.milliseconds],
            offsets: offsets.prefix(count) + [Int32(law.offset)],
            rule: nil,
            computedFrom: .max,
            knownUntil: nil
        )
    }
}

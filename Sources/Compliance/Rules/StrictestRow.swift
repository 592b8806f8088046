extension RuleBook {
    /// Combines rows into the one that none of them forbids: every window, every holiday, every cap.
    ///
    /// A row that never opens (Washington's ban on automated solicitation) is left out: it holds for numbers whose
    /// region is known to be that one, and would otherwise bar every number without a place. With no row at all nothing
    /// is allowed.
    static func strictest(of rows: [RuleRow], from: CivilDate?) -> RuleRow {
        let opening = rows.filter { !$0.windows.neverOpens }
        let windows = opening.dropFirst().reduce(opening.first?.windows) { $0?.intersection($1.windows) }
        var holidays: [HolidayList] = []
        var closures: [Closure] = []
        var caps: [Cap] = []
        for row in opening {
            holidays += row.holidays.filter { !holidays.contains($0) }
            caps += row.caps.filter { !caps.contains($0) }
        }
        for row in rows { closures += row.closures.filter { !closures.contains($0) } }
        var strictest = RuleRow(
            id: "strictest",
            place: .unknown,
            kinds: Set(ContactKind.allCases),
            windows: windows ?? WeekWindows { _ in nil },
            citation: "the strictest combination of all \(opening.count) rows, as the place is unknown",
            confidence: .high
        )
        strictest.holidays = holidays
        strictest.closures = closures
        strictest.caps = caps
        strictest.from = from
        return strictest
    }
}

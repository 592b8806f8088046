/// The rows read so far, and what was found wrong on the way.
struct RuleReading {
    var rows: [(row: RuleRow, line: Int, file: String)] = []
    var findings: [RuleFinding] = []
    /// The regions of rows that could not be read: they are not missing as well.
    var unread: Set<RulePlace> = []

    /// Which table is read, as they differ in columns and in what their rows mean.
    enum Table {
        case federal
        case states
        case earlier
        case automated
        case canada

        private static let common = [
            "region", "weekday_start", "weekday_end", "saturday_start", "saturday_end", "sunday_start", "sunday_end",
            "holidays_barred", "cap", "citation", "confidence", "note",
        ]

        var columns: [String] {
            switch self {
            case .federal, .canada: Table.common
            case .states: Table.common + ["texts", "effective_from"]
            case .earlier: Table.common + ["texts", "effective_from", "effective_until"]
            case .automated: Table.common + ["needs"]
            }
        }

        /// What a row is called by, after its place.
        var suffix: String {
            switch self {
            case .federal: " federal"
            case .automated: " automated"
            case .states, .earlier, .canada: ""
            }
        }

        var kinds: Set<ContactKind> {
            switch self {
            case .federal, .states, .earlier, .canada: Set(ContactKind.allCases)
            case .automated: [.automated]
            }
        }
    }

    mutating func readWindows(_ source: RuleTables.Source, _ table: Table) {
        let csv = CSVTable(source.text, file: source.file, columns: table.columns, &findings)
        for record in csv.records {
            if let row = row(record, table) { rows.append((row, record.line, source.file)) }
        }
    }

    private mutating func row(_ record: CSVTable.Record, _ table: Table) -> RuleRow? {
        let before = findings.count
        guard let place = place(record["region"], table) else { return nil }
        let windows = WeekWindows(
            weekdays: window(record, "weekday"),
            saturday: window(record, "saturday"),
            sunday: window(record, "sunday")
        )
        var row = RuleRow(
            id: place.description + table.suffix,
            place: place,
            kinds: table.kinds,
            windows: windows,
            citation: record["citation"].text,
            confidence: confidence(record["confidence"]) ?? .low
        )
        if row.citation.isEmpty {
            findings.append(record["citation"].finding("rule-citation", "a rule has a citation; none is given"))
        }
        holidays(record["holidays_barred"], &row)
        if !record["cap"].isEmpty {
            if let cap = Cap(table: record["cap"].text) {
                row.caps = [cap]
            } else {
                let example = "'3/24h same subject' or '1 per 8h'"
                findings.append(
                    record["cap"].finding("rule-cap", "the cap '\(record["cap"].text)' is not like \(example)")
                )
            }
        }
        row.note = record["note"].text
        if table == .automated { row.needs = record["needs"].text }
        // No federal rule of the United States holds for texts to Canada.
        if table == .canada { row.texts = .own(from: nil) }
        if table == .states || table == .earlier { effect(record, table, &row) }
        if findings.count == before { return row }
        unread.insert(place)
        return nil
    }

    private mutating func place(_ cell: CSVTable.Cell, _ table: Table) -> RulePlace? {
        let expected: Region.Country = table == .canada ? .canada : .unitedStates
        if table == .federal, cell.text == "US" { return .unitedStates }
        if table != .federal, let region = Region(cell.text), region.code == cell.text, region.country == expected {
            return .region(region)
        }
        let what =
            table == .federal ? "US" : table == .canada ? "a province's code, such as ON" : "a state's code, such as TX"
        findings.append(cell.finding("rule-region", "unknown region '\(cell.text)'; expected \(what)"))
        return nil
    }

    /// Both ends or neither: an empty day is barred, half a window is an error.
    private mutating func window(_ record: CSVTable.Record, _ day: String) -> DailyWindow? {
        let (start, end) = (record[day + "_start"], record[day + "_end"])
        if start.isEmpty, end.isEmpty { return nil }
        guard let from = time(start, day), let to = time(end, day) else { return nil }
        guard let window = DailyWindow(from: from, to: to) else {
            findings.append(
                end.finding("rule-window", "the \(day) window ends at \(to), not after its start at \(from)")
            )
            return nil
        }
        return window
    }

    private mutating func time(_ cell: CSVTable.Cell, _ day: String) -> TimeOfDay? {
        if let time = TimeOfDay(cell.text) { return time }
        let fault = cell.isEmpty ? "is missing; give both ends or neither" : "'\(cell.text)' is not like 08:00"
        findings.append(cell.finding("rule-time", "an end of the \(day) window \(fault)"))
        return nil
    }

    mutating func confidence(_ cell: CSVTable.Cell) -> Confidence? {
        if let confidence = Confidence(rawValue: cell.text) { return confidence }
        findings.append(cell.finding("rule-confidence", "the confidence '\(cell.text)' is none of high, medium, low"))
        return nil
    }

    /// `no`, `n/a` (for a row that never opens), lists joined by `+`, or `window 13:00-21:00` on the region's holidays.
    private mutating func holidays(_ cell: CSVTable.Cell, _ row: inout RuleRow) {
        switch cell.text {
        case "no": return
        case "n/a" where row.windows.neverOpens: return
        default: break
        }
        if cell.text.hasPrefix("window ") {
            let ends = cell.text.dropFirst(7).split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = TimeOfDay(ends[0]), let to = TimeOfDay(ends[1]),
                let window = DailyWindow(from: from, to: to)
            else {
                findings.append(cell.finding("rule-holidays", "'\(cell.text)' is not like 'window 13:00-21:00'"))
                return
            }
            guard let list = HolidayList.named("\(row.place)-list") else {
                findings.append(
                    cell.finding("rule-holidays", "there is no list '\(row.place)-list' of the region's holidays")
                )
                return
            }
            row.holidays = [list]
            row.holidayWindow = window
            return
        }
        // The tables mark how sure a list is in its name.
        let text = cell.text.hasSuffix(" (secondary)") ? String(cell.text.dropLast(12)) : cell.text
        for name in text.split(separator: "+", omittingEmptySubsequences: false) {
            guard let list = HolidayList.named(String(name)) else {
                let known = HolidayList.all.map(\.name).joined(separator: ", ")
                findings.append(
                    cell.finding("rule-holidays", "unknown holiday list '\(name)'; expected no or one of: \(known)")
                )
                continue
            }
            row.holidays.append(list)
        }
    }
}

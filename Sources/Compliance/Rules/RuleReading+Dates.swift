/// Which dates a row holds on, and whether it reaches texts.
extension RuleReading {
    mutating func effect(_ record: CSVTable.Record, _ table: Table, _ row: inout RuleRow) {
        let from = record["effective_from"]
        var textsFrom: CivilDate?
        let parts = from.text.split(separator: " ", maxSplits: 1)
        if let first = parts.first {
            if let date = CivilDate(first), parts.count == 1 {
                row.from = date
            } else if let date = CivilDate(first), parts[1].hasPrefix("for ") {
                // The row is older; only its reach over texts begins then.
                textsFrom = date
            } else {
                findings.append(
                    from.finding("rule-date", "'\(from.text)' is not like 2026-01-01 or '2026-01-01 for texts'")
                )
            }
        }
        if table == .earlier {
            let until = record["effective_until"]
            row.until = CivilDate(until.text)
            if row.until == nil {
                findings.append(
                    until.finding("rule-date", "an earlier row has the date on which it ended, not '\(until.text)'")
                )
            } else if let start = row.from, let end = row.until, end <= start {
                findings.append(until.finding("rule-date", "the row ends on \(end), not after its start on \(start)"))
            }
            row.id += " until \(until.text)"
        }
        let texts = record["texts"]
        switch texts.text.prefix(while: { $0 != " " }) {
        case "federal": row.texts = .federal
        case "yes": row.texts = .own(from: textsFrom)
        case "contested": row.texts = .contested
        default:
            findings.append(texts.finding("rule-texts", "texts is federal, yes or contested, not '\(texts.text)'"))
        }
        if textsFrom != nil, row.texts == .federal {
            findings.append(from.finding("rule-date", "'\(from.text)' dates texts, which the row does not reach"))
        }
    }

    /// Every region has one base row on every date: no gap, no two at once; and a federal row holds everywhere.
    mutating func checkCoverage(states: String, canada: String) {
        if !rows.contains(where: { $0.row.place == .unitedStates }), !unread.contains(.unitedStates) {
            missing("there is no row for US, the federal rule", states)
        }
        for region in Region.all where !unread.contains(.region(region)) {
            let file = region.country == .canada ? canada : states
            for automated in [false, true] {
                let own = rows.filter {
                    $0.row.place == .region(region) && ($0.row.kinds == [.automated]) == automated
                }
                checkTimes(own, of: region, isRequired: !automated, file)
            }
        }
    }

    private mutating func checkTimes(
        _ own: [(row: RuleRow, line: Int, file: String)],
        of region: Region,
        isRequired: Bool,
        _ file: String
    ) {
        let sorted = own.sorted { ($0.row.from ?? .earliest) < ($1.row.from ?? .earliest) }
        var reached: CivilDate? = .earliest
        for (row, line, file) in sorted {
            let start = row.from ?? .earliest
            let place = (file: file, line: line)
            if reached.map({ start < $0 }) ?? true {
                report(place, "rule-overlap", "two rows for \(region) hold on \(start); one must end first")
            } else if isRequired, let reached, start > reached {
                report(place, "rule-gap", "no row for \(region) holds before \(start); give the earlier one")
            }
            reached = row.until
        }
        guard isRequired else { return }
        if sorted.isEmpty {
            missing("there is no row for \(region), \(region.name)", file)
        } else if let reached {
            let last = sorted[sorted.count - 1]
            report((last.file, last.line), "rule-gap", "no row for \(region) holds from \(reached) on")
        }
    }

    private mutating func report(_ place: (file: String, line: Int), _ id: String, _ message: String) {
        findings.append(RuleFinding(file: place.file, line: place.line, column: 1, id: id, message: message))
    }

    private mutating func missing(_ message: String, _ file: String) {
        report((file, 1), "rule-missing", message)
    }
}

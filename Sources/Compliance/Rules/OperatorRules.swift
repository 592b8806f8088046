/// What an operator adds to the rules, or takes upon themselves to replace.
package struct OperatorRules: Hashable, Sendable {
    /// The operator's own words for this state of the file; shown with every decision.
    package var version: String
    package var texts: TextPolicy = .asCalls
    package var windows: [Window] = []
    package var closures: [LocalClosure] = []
    package var areaCodes: [NumberingPlan.Entry] = []
    /// The exemptions that campaigns may claim.
    package var exemptions: Set<Exemption> = []

    /// Hours of the operator's own.
    package struct Window: Hashable, Sendable {
        package var places: [RulePlace]
        package var kinds: Set<ContactKind>
        package var mode: Mode
        package var windows: WeekWindows
        package var holidays: [HolidayList]
        package var caps: [Cap]
        package var from: CivilDate?
        package var until: CivilDate?
        package var why: String

        package enum Mode: String, Hashable, Sendable, CaseIterable {
            /// Beside the rows of the law.
            case also
            /// In place of the region's own rows; the federal one always stays.
            case instead
        }

        package init(
            places: [RulePlace],
            kinds: Set<ContactKind>,
            mode: Mode,
            windows: WeekWindows,
            holidays: [HolidayList] = [],
            caps: [Cap] = [],
            from: CivilDate? = nil,
            until: CivilDate? = nil,
            why: String
        ) {
            self.places = places
            self.kinds = kinds
            self.mode = mode
            self.windows = windows
            self.holidays = holidays
            self.caps = caps
            self.from = from
            self.until = until
            self.why = why
        }
    }

    /// Dates on which nobody in some places is contacted.
    package struct LocalClosure: Hashable, Sendable {
        package var places: [RulePlace]
        package var closure: Closure

        package init(places: [RulePlace], closure: Closure) {
            self.places = places
            self.closure = closure
        }
    }

    package init(version: String) {
        self.version = version
    }
}

extension RuleBook {
    /// The book with an operator's rules in it.
    package func applying(_ rules: OperatorRules) -> RuleBook {
        var rows = rows
        for window in rules.windows where window.mode == .instead {
            rows = rows.flatMap { $0.giving(way: window) }
        }
        let name = "operator's file \(rules.version)"
        for (index, window) in rules.windows.enumerated() {
            for place in window.places {
                var row = RuleRow(
                    id: "\(place) operator \(index + 1)",
                    place: place,
                    kinds: window.kinds,
                    windows: window.windows,
                    citation: "\(name): \(window.why)",
                    confidence: .high
                )
                row.holidays = window.holidays
                row.caps = window.caps
                row.from = window.from
                row.until = window.until
                row.isOperators = true
                rows.append(row)
            }
        }
        rows += RuleBook.closed(rules.closures, name)
        return RuleBook(
            version: RuleVersion(date: version.date, digest: version.digest, operators: rules.version),
            rows: rows,
            disclosures: disclosures,
            exemptions: exemptions,
            textPolicy: rules.texts
        )
    }

    /// The regions of an emergency switch, by its name.
    package var emergencies: [String: (place: RulePlace, emergency: EmergencySwitch)] {
        var found: [String: (place: RulePlace, emergency: EmergencySwitch)] = [:]
        for row in rows {
            if let emergency = row.emergency { found[emergency.name] = (row.place, emergency) }
        }
        return found
    }

    /// One row a place, open all day but for the closures.
    private static func closed(_ closures: [OperatorRules.LocalClosure], _ name: String) -> [RuleRow] {
        var byPlace: [(place: RulePlace, closures: [Closure])] = []
        for local in closures {
            for place in local.places {
                if let index = byPlace.firstIndex(where: { $0.place == place }) {
                    byPlace[index].closures.append(local.closure)
                } else {
                    byPlace.append((place, [local.closure]))
                }
            }
        }
        let allDay = DailyWindow(from: .midnight, to: .endOfDay)
        return byPlace.map { place, closures in
            var row = RuleRow(
                id: "\(place) closed",
                place: place,
                kinds: Set(ContactKind.allCases),
                windows: WeekWindows(weekdays: allDay, saturday: allDay, sunday: allDay),
                citation: name,
                confidence: .high
            )
            row.closures = closures
            row.isOperators = true
            return row
        }
    }
}

extension RuleRow {
    /// What is left of a row of the law when an operator's window takes its place: all of it, or the dates and kinds of
    /// contact that the window does not speak of.
    fileprivate func giving(way window: OperatorRules.Window) -> [RuleRow] {
        guard case .region(let region) = place, !isOperators, !kinds.isDisjoint(with: window.kinds),
            window.places.contains(where: { $0.covers(region) })
        else { return [self] }
        var pieces: [RuleRow] = []
        if let start = window.from {
            var before = self
            before.until = min(start, until ?? start)
            pieces.append(before)
        }
        var during = self
        during.kinds.subtract(window.kinds)
        during.from = [from, window.from].compactMap(\.self).max()
        during.until = [until, window.until].compactMap(\.self).min()
        pieces.append(during)
        if let end = window.until {
            var after = self
            after.from = max(end, from ?? end)
            pieces.append(after)
        }
        return pieces.filter { piece in
            guard !piece.kinds.isEmpty else { return false }
            guard let start = piece.from, let end = piece.until else { return true }
            return start < end
        }
    }
}

/// All rules, ready to be asked.
///
/// Every row that holds must allow. The federal row holds everywhere in the United States beside the state's own, and
/// the row for automated calls beside the one for all calls.
package struct RuleBook: Sendable {
    package let version: RuleVersion
    /// Every row, past and future ones too, in the tables' order.
    package let rows: [RuleRow]
    package let disclosures: [Disclosure]
    package let exemptions: [ExemptionRule]
    package let textPolicy: TextPolicy

    private let timelines: [Region: [ContactKind: RuleTimeline]]
    private let strictest: [ContactKind: RuleTimeline]

    package init(
        version: RuleVersion,
        rows: [RuleRow],
        disclosures: [Disclosure],
        exemptions: [ExemptionRule],
        textPolicy: TextPolicy = .asCalls
    ) {
        self.version = version
        self.rows = rows
        self.disclosures = disclosures
        self.exemptions = exemptions
        self.textPolicy = textPolicy
        var byKind: [ContactKind: [RuleRow]] = [:]
        for kind in ContactKind.allCases {
            byKind[kind] = rows.compactMap { RuleBook.row($0, for: kind, under: textPolicy) }
        }
        strictest = byKind.mapValues { rows in
            RuleTimeline(rows) { start, holding in [RuleBook.strictest(of: holding, from: start)] }
        }
        timelines = Dictionary(
            uniqueKeysWithValues: Region.all.map { region in
                (region, byKind.mapValues { rows in RuleTimeline(rows.filter { $0.place.covers(region) }) })
            }
        )
    }

    /// The rows of a region; for a region without a row of its own, the strictest one.
    package func timeline(for region: Region, kind: ContactKind) -> RuleTimeline {
        timelines[region]?[kind] ?? strictestTimeline(for: kind)
    }

    /// The one row that holds where the place is unknown, by date.
    package func strictestTimeline(for kind: ContactKind) -> RuleTimeline {
        strictest[kind] ?? RuleTimeline([RuleBook.strictest(of: [], from: nil)])
    }

    /// Every row that holds in a region on a local date; never empty.
    package func rows(for region: Region, kind: ContactKind, on date: CivilDate) -> [RuleRow] {
        timeline(for: region, kind: kind).rows(on: date)
    }

    /// The strictest combination of all rows that hold on a date: what a person at an unknown place gets.
    package func strictest(kind: ContactKind, on date: CivilDate) -> RuleRow {
        strictestTimeline(for: kind).rows(on: date).first ?? RuleBook.strictest(of: [], from: nil)
    }

    /// Every row that holds for a person, each once.
    package func rows(for candidates: Candidates, kind: ContactKind, on date: CivilDate) -> [RuleRow] {
        var found: [RuleRow] = []
        for region in candidates.regions where region.country != .other {
            found += rows(for: region, kind: kind, on: date).filter { row in !found.contains { $0.id == row.id } }
        }
        if candidates.isUnknownPlace || found.isEmpty { found.append(strictest(kind: kind, on: date)) }
        return found
    }

    /// What a call to a region must disclose, and how soon.
    package func disclosures(for region: Region) -> [Disclosure] {
        disclosures.filter { $0.place.covers(region) }
    }

    /// The fewest seconds within which a region's law wants caller and purpose said; nil where it names none.
    package func disclosureSeconds(_ region: Region) -> Int? {
        disclosures(for: region).compactMap(\.seconds).min()
    }

    package func exemption(_ exemption: Exemption) -> ExemptionRule? { exemptions.first { $0.exemption == exemption } }

    /// A row as it holds for a kind of contact; nil where it does not.
    private static func row(_ row: RuleRow, for kind: ContactKind, under policy: TextPolicy) -> RuleRow? {
        guard row.kinds.contains(kind) else { return nil }
        guard kind == .text, policy == .federal, case .region = row.place, !row.isOperators else { return row }
        switch row.texts {
        case .federal: return nil
        case .contested: return row
        case .own(let from):
            var own = row
            if let from { own.from = max(from, row.from ?? from) }
            if let from = own.from, let until = own.until, from >= until { return nil }
            return own
        }
    }
}

/// Which rules hold for texts in a region whose own rule speaks of calls.
package enum TextPolicy: String, Hashable, Sendable, CaseIterable {
    /// The region's windows, Sundays and holidays, as for calls.
    case asCalls = "as-calls"
    /// The region's own only where its words reach texts or sources differ on it; else the federal rule alone.
    case federal
}

/// Which data a decision was made with.
package struct RuleVersion: Hashable, Sendable, CustomStringConvertible {
    /// The date to which the tables are current.
    package let date: CivilDate
    /// A digest of the tables, which whoever reads them computes.
    package let digest: String
    /// The version line of the operator's file, where there is one.
    package let operators: String?

    package init(date: CivilDate, digest: String, operators: String? = nil) {
        self.date = date
        self.digest = digest
        self.operators = operators
    }

    package var description: String {
        "rules \(date) (\(digest))" + (operators.map { ", operator's file \($0)" } ?? "")
    }
}

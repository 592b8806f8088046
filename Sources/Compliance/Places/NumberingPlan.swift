/// The area codes of the North American Numbering Plan, with the regions and zones that each may be in.
package struct NumberingPlan: Sendable {
    /// What an area code is for.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case geographic
        case tollFree = "toll-free"
        case premium
        case personal = "personal/non-geographic"
    }

    package struct Entry: Hashable, Sendable {
        package let code: AreaCode
        package let kind: Kind
        package let regions: [Region]
        package let zones: [ZoneID]
        package let note: String
        /// Whether the entry comes from the operator's own file.
        package let isOperators: Bool

        package init(
            code: AreaCode,
            kind: Kind = .geographic,
            regions: [Region],
            zones: [ZoneID],
            note: String = "",
            isOperators: Bool = false
        ) {
            self.code = code
            self.kind = kind
            self.regions = Set(regions).sorted()
            self.zones = Set(zones).sorted()
            self.note = note
            self.isOperators = isOperators
        }
    }

    /// By area code.
    package let entries: [AreaCode: Entry]
    /// Every zone of any area code: where a number without a place may be.
    package let zones: [ZoneID]
    private let zonesByRegion: [Region: [ZoneID]]
    private let extraZones: [Region: [ZoneID]]

    private init(entries: [AreaCode: Entry], extraZones: [Region: [ZoneID]]) {
        self.entries = entries
        self.extraZones = extraZones
        var byRegion = extraZones.mapValues(Set.init)
        for entry in entries.values {
            for region in entry.regions { byRegion[region, default: []].formUnion(entry.zones) }
        }
        zonesByRegion = byRegion.mapValues { $0.sorted() }
        zones = byRegion.values.reduce(into: Set<ZoneID>()) { $0.formUnion($1) }.sorted()
    }

    /// Every zone of a region's area codes, and those that a region is known to have beside them.
    package func zones(of region: Region) -> [ZoneID] { zonesByRegion[region] ?? [] }

    /// The plan with an operator's entries, which replace the table's.
    package func adding(_ added: [Entry]) -> NumberingPlan {
        NumberingPlan(
            entries: entries.merging(added.map { ($0.code, $0) }) { _, new in new },
            extraZones: extraZones
        )
    }

    /// Reads the table of area codes, and one of zones that regions have beside those of their codes.
    ///
    /// The column `zones_safe` counts: every zone that a number may be in. The other columns say how it was found.
    package static func parse(
        areaCodes: RuleTables.Source,
        regionZones: RuleTables.Source
    ) -> Result<NumberingPlan, RuleFaults> {
        var findings: [RuleFinding] = []
        let entries = readAreaCodes(areaCodes, &findings)
        let extra = readZones(regionZones, &findings)
        let plan = NumberingPlan(entries: entries, extraZones: extra)
        for region in Region.all where plan.zones(of: region).isEmpty {
            let message = "no zone is known for \(region), \(region.name)"
            findings.append(RuleFinding(file: areaCodes.file, line: 1, column: 1, id: "plan-zones", message: message))
        }
        return findings.isEmpty ? .success(plan) : .failure(RuleFaults(findings))
    }

    private static func readAreaCodes(
        _ source: RuleTables.Source,
        _ findings: inout [RuleFinding]
    ) -> [AreaCode: Entry] {
        let csv = CSVTable(
            source.text,
            file: source.file,
            columns: ["area_code", "country", "regions", "kind", "zones_safe", "note"],
            optional: [
                "zones_libphonenumber_default", "zones_libphonenumber_all_prefixes", "zones_polygon_check", "agreement",
            ],
            &findings
        )
        var entries: [AreaCode: Entry] = [:]
        for record in csv.records {
            let cell = record["area_code"]
            guard let code = AreaCode(cell.text) else {
                findings.append(cell.finding("plan-code", "'\(cell.text)' is no area code from 200 to 999"))
                continue
            }
            guard let kind = Kind(rawValue: record["kind"].text) else {
                findings.append(record["kind"].finding("plan-kind", "unknown kind '\(record["kind"].text)'"))
                continue
            }
            let regions = readRegions(record, &findings)
            let zones = record["zones_safe"].text.split(separator: " ").map { ZoneID(String($0)) }
            if kind == .geographic, regions.isEmpty || zones.isEmpty {
                findings.append(
                    cell.finding("plan-place", "area code \(code) is geographic and has no region or no zone")
                )
            } else if kind != .geographic, !(regions.isEmpty && zones.isEmpty) {
                findings.append(cell.finding("plan-place", "area code \(code) is \(kind.rawValue) and has a place"))
            }
            if entries[code] != nil {
                findings.append(cell.finding("plan-code", "area code \(code) stands twice"))
            }
            entries[code] = Entry(code: code, kind: kind, regions: regions, zones: zones, note: record["note"].text)
        }
        return entries
    }

    private static func readRegions(_ record: CSVTable.Record, _ findings: inout [RuleFinding]) -> [Region] {
        let (country, cell) = (record["country"].text, record["regions"])
        if cell.isEmpty { return [] }
        return cell.text.split(separator: "/", omittingEmptySubsequences: false).compactMap { code -> Region? in
            let region =
                switch country {
                case "US", "CA": Region("\(country)-\(code)")
                default: code == country ? Region(countryCode: country) : nil
                }
            if region == nil {
                findings.append(cell.finding("rule-region", "unknown region '\(code)' of '\(country)'"))
            }
            return region
        }
    }

    private static func readZones(
        _ source: RuleTables.Source,
        _ findings: inout [RuleFinding]
    ) -> [Region: [ZoneID]] {
        let csv = CSVTable(source.text, file: source.file, columns: ["region", "zones", "note"], &findings)
        var zones: [Region: [ZoneID]] = [:]
        for record in csv.records {
            guard let region = Region(record["region"].text) else {
                findings.append(record["region"].finding("rule-region", "unknown region '\(record["region"].text)'"))
                continue
            }
            zones[region, default: []] += record["zones"].text.split(separator: " ").map { ZoneID(String($0)) }
        }
        return zones
    }
}

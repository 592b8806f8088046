import BotGraph
import Compliance

/// One reading of an operator's file.
struct OperatorReading {
    let emergencies: [String: (place: RulePlace, emergency: EmergencySwitch)]
    let isKnownZone: (ZoneID) -> Bool
    var findings: [Diagnostic] = []

    init(
        emergencies: [String: (place: RulePlace, emergency: EmergencySwitch)],
        isKnownZone: @escaping (ZoneID) -> Bool
    ) {
        self.emergencies = emergencies
        self.isKnownZone = isKnownZone
    }

    mutating func rules(_ root: LocatedYAML) -> OperatorRules {
        var rules = OperatorRules(version: "")
        let file = fields(
            root,
            "the operator's file",
            required: ["version"],
            optional: ["texts", "exemptions", "windows", "holidays", "emergencies", "area_codes"]
        )
        if let version = file?["version"].flatMap({ line($0, "version") }) { rules.version = version }
        if let texts = file?["texts"], let policy = word(texts, "texts", TextPolicy.allCases) { rules.texts = policy }
        if let names = file?["exemptions"] {
            rules.exemptions = Set(words(names, "exemptions", Exemption.allCases))
        }
        for item in items(file?["windows"], "windows") {
            if let window = window(item) { rules.windows.append(window) }
        }
        for item in items(file?["holidays"], "holidays") {
            if let closure = holiday(item) { rules.closures.append(closure) }
        }
        for item in items(file?["emergencies"], "emergencies") {
            if let closure = emergency(item) { rules.closures.append(closure) }
        }
        var codes: [AreaCode: SourceLocation] = [:]
        for item in items(file?["area_codes"], "area_codes") {
            guard let entry = areaCode(item) else { continue }
            if let earlier = codes[entry.code] {
                report("area code \(entry.code) is already given at \(earlier.line):\(earlier.column)", item.location)
            }
            codes[entry.code] = item.location
            rules.areaCodes.append(entry)
        }
        return rules
    }

    private mutating func holiday(_ item: LocatedYAML) -> OperatorRules.LocalClosure? {
        let map = fields(item, "a holiday", required: ["date", "name", "regions"], optional: ["through"])
        guard let map, let dates = self.dates(map, first: "date", last: "through", at: item),
            let name = map["name"].flatMap({ line($0, "name") }),
            let places = map["regions"].flatMap({ self.places($0) })
        else { return nil }
        let closure = Closure(
            name: name,
            from: dates.from,
            through: dates.through ?? dates.from,
            citation: "the operator's file"
        )
        return OperatorRules.LocalClosure(places: places, closure: closure)
    }

    private mutating func emergency(_ item: LocatedYAML) -> OperatorRules.LocalClosure? {
        let map = fields(item, "an emergency", required: ["switch", "from"], optional: ["through"])
        guard let map, let value = map["switch"], let name = line(value, "switch") else { return nil }
        let dates = self.dates(map, first: "from", last: "through", at: item)
        guard let known = emergencies[name] else {
            let names = emergencies.keys.sorted()
            report("unknown switch '\(name)'" + choice(name, names), value.location)
            return nil
        }
        guard let dates else { return nil }
        let closure = Closure(
            name: "emergency \(name)",
            from: dates.from,
            through: dates.through,
            citation: known.emergency.citation
        )
        return OperatorRules.LocalClosure(places: [known.place], closure: closure)
    }

    private mutating func areaCode(_ item: LocatedYAML) -> NumberingPlan.Entry? {
        let map = fields(item, "an area code", required: ["code", "regions", "zones"], optional: ["note"])
        guard let map, let value = map["code"] else { return nil }
        guard case .text(let text, _) = value, let code = AreaCode(text) else {
            report("'code' is three digits in quotes, such as \"227\", not \(value.kind)", value.location)
            return nil
        }
        let regions = (map["regions"].flatMap { self.places($0) } ?? []).compactMap { place -> Region? in
            if case .region(let region) = place { region } else { nil }
        }
        if let value = map["regions"], regions.isEmpty, findings.last?.location != value.location {
            report("an area code is in regions by their codes, such as [MD]", value.location)
        }
        var zones: [ZoneID] = []
        for zone in items(map["zones"], "zones") {
            guard let name = line(zone, "a zone") else { continue }
            if isKnownZone(ZoneID(name)) {
                zones.append(ZoneID(name))
            } else {
                report("unknown zone '\(name)'; give a name of the tz database, such as America/Chicago", zone.location)
            }
        }
        guard !regions.isEmpty, !zones.isEmpty else { return nil }
        let note = map["note"].flatMap { line($0, "note") } ?? ""
        return NumberingPlan.Entry(code: code, regions: regions, zones: zones, note: note, isOperators: true)
    }

    private mutating func dates(
        _ map: [String: LocatedYAML],
        first: String,
        last: String,
        at item: LocatedYAML
    ) -> (from: CivilDate, through: CivilDate?)? {
        guard let from = map[first].flatMap({ date($0, first) }) else { return nil }
        guard let value = map[last] else { return (from, nil) }
        guard let through = date(value, last) else { return nil }
        guard from <= through else {
            report("'\(last)' is \(through), before '\(first)', \(from)", value.location)
            return nil
        }
        return (from, through)
    }
}

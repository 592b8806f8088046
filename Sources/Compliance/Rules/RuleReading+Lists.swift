/// The tables beside the windows: exceptions, disclosures and exemptions.
extension RuleReading {
    /// Reads `region,exception,value,citation`: `fixed-offset` with `-06:00`, `emergency` with a switch's name.
    mutating func readExceptions(_ source: RuleTables.Source) {
        let columns = ["region", "exception", "value", "citation"]
        let csv = CSVTable(source.text, file: source.file, columns: columns, &findings)
        for record in csv.records {
            let (region, value) = (record["region"], record["value"])
            guard let place = Region(region.text).map(RulePlace.region) else {
                findings.append(region.finding("rule-region", "unknown region '\(region.text)'"))
                continue
            }
            switch record["exception"].text {
            case "fixed-offset":
                guard let offset = RuleReading.offset(value.text) else {
                    findings.append(value.finding("rule-exception", "'\(value.text)' is not like -06:00"))
                    continue
                }
                change(place) { $0.fixedOffset = offset }
            case "emergency":
                guard !value.isEmpty else {
                    findings.append(value.finding("rule-exception", "an emergency switch has a name"))
                    continue
                }
                change(place) { $0.emergency = EmergencySwitch(name: value.text, citation: record["citation"].text) }
            default:
                let text = record["exception"].text
                findings.append(
                    record["exception"].finding(
                        "rule-exception",
                        "unknown exception '\(text)'; expected fixed-offset or emergency"
                    )
                )
            }
        }
    }

    private mutating func change(_ place: RulePlace, _ change: (inout RuleRow) -> Void) {
        for index in rows.indices where rows[index].row.place == place { change(&rows[index].row) }
    }

    private static func offset(_ text: String) -> Int? {
        guard let sign = text.first, sign == "-" || sign == "+", let time = TimeOfDay(text.dropFirst()),
            time.seconds < 86_400
        else { return nil }
        return sign == "-" ? -time.seconds : time.seconds
    }

    /// Reads `region,within_seconds,what,citation,confidence`; the time is empty for "at the beginning".
    mutating func readDisclosures(_ source: RuleTables.Source) -> [Disclosure] {
        let columns = ["region", "within_seconds", "what", "citation", "confidence"]
        let csv = CSVTable(source.text, file: source.file, columns: columns, &findings)
        var disclosures: [Disclosure] = []
        for record in csv.records {
            let (region, within) = (record["region"], record["within_seconds"])
            let seconds = Int(within.text)
            if !within.isEmpty, !(seconds.map { (0...3_600).contains($0) } ?? false) {
                findings.append(
                    within.finding("rule-disclosure", "'\(within.text)' is no number of seconds up to 3600")
                )
            }
            guard let place = RulePlace(table: region.text), let confidence = confidence(record["confidence"]) else {
                if RulePlace(table: region.text) == nil {
                    findings.append(region.finding("rule-region", "unknown region '\(region.text)'"))
                }
                continue
            }
            disclosures.append(
                Disclosure(
                    place: place,
                    seconds: seconds,
                    what: record["what"].text,
                    citation: record["citation"].text,
                    confidence: confidence
                )
            )
        }
        return disclosures
    }

    /// Reads `exemption,caps,citation,note`; caps are joined by `; `.
    ///
    /// Every exemption has one row.
    mutating func readExemptions(_ source: RuleTables.Source) -> [ExemptionRule] {
        let columns = ["exemption", "caps", "citation", "note"]
        let csv = CSVTable(source.text, file: source.file, columns: columns, &findings)
        var rules: [ExemptionRule] = []
        for record in csv.records {
            let (name, caps) = (record["exemption"], record["caps"])
            guard let exemption = Exemption(rawValue: name.text) else {
                let known = Exemption.allCases.map(\.rawValue).joined(separator: ", ")
                findings.append(
                    name.finding("rule-exemption", "unknown exemption '\(name.text)'; expected one of: \(known)")
                )
                continue
            }
            if rules.contains(where: { $0.exemption == exemption }) {
                findings.append(name.finding("rule-exemption", "the exemption '\(name.text)' stands twice"))
                continue
            }
            var read: [Cap] = []
            for part in caps.text.split(separator: ";", omittingEmptySubsequences: false) {
                let text = part.drop { $0 == " " }
                if let cap = Cap(table: text) {
                    read.append(cap)
                } else {
                    findings.append(caps.finding("rule-cap", "the cap '\(text)' is not like '3/30d' or '1/24h'"))
                }
            }
            rules.append(
                ExemptionRule(
                    exemption: exemption,
                    caps: read,
                    citation: record["citation"].text,
                    note: record["note"].text
                )
            )
        }
        for exemption in Exemption.allCases where !rules.contains(where: { $0.exemption == exemption }) {
            findings.append(
                RuleFinding(
                    file: source.file,
                    line: 1,
                    column: 1,
                    id: "rule-missing",
                    message: "there is no row for the exemption '\(exemption.rawValue)'"
                )
            )
        }
        return rules
    }
}

extension RulePlace {
    /// `US`, `Canada`, or a region's code.
    init?(table text: String) {
        switch text {
        case "US": self = .unitedStates
        case "Canada": self = .canada
        default:
            guard let region = Region(text) else { return nil }
            self = .region(region)
        }
    }
}

package import BotGraph
package import Compliance

/// An operator's file of rules, in YAML, checked like a bot file.
///
/// Every key but `version` may be left out. Regions are a list of codes, `US`, `Canada` or `all`.
///
/// ```yaml
/// version: 2026-11-25 house rules   # shown with every decision
/// texts: as-calls                   # as-calls | federal: the federal rule alone where a state's does not reach texts
/// exemptions: [healthcare-provider] # those of 47 CFR 64.1200 that campaigns may claim
///
/// windows:
///   - regions: [FL, GA]
///     kinds: [automated, text]      # live, automated, text; all of them when left out
///     mode: also                    # also: beside the law's rows | instead: in place of the region's own
///     weekdays: 09:00-18:00         # local time; barred for no contact. The three may not be left out
///     saturday: 10:00-17:00
///     sunday: barred
///     holidays: [federal]           # lists that are barred
///     cap: 2/24h                    # calls and texts together, sliding
///     from: 2026-12-01              # the first date
///     until: 2027-01-01             # the first date on which it no longer holds
///     why: our own policy           # shown as the citation
///
/// holidays:                         # nobody there is contacted on these dates
///   - {date: 2026-12-24, name: Christmas Eve, regions: all}
///   - {date: 2027-02-08, through: 2027-02-09, name: Mardi Gras, regions: [LA]}
///
/// emergencies:                      # switches that the rule data names
///   - {switch: LA-psc-emergency, from: 2026-09-01, through: 2026-09-05}
///
/// area_codes:                       # new ones, or better knowledge of old ones
///   - {code: "227", regions: [MD], zones: [America/New_York]}
/// ```
package enum OperatorFile {
    /// Reads a file; everything that is wrong with it is reported at once, in order of place.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - path: The path that findings name.
    ///   - book: The rule data, for the names of its emergency switches.
    ///   - isKnownZone: Whether the zone database has a zone.
    /// - Returns: The rules, for ``RuleBook/applying(_:)``, or every fault.
    package static func read(
        _ text: String,
        path: String,
        over book: RuleBook,
        isKnownZone: (ZoneID) -> Bool
    ) -> Result<OperatorRules, OperatorFileFaults> {
        switch LocatedYAML.read(text, path: path) {
        case .failure(let failure): return .failure(OperatorFileFaults(diagnostics: [failure.diagnostic]))
        case .success(let root):
            var findings: [Diagnostic] = []
            let start = SourceLocation(path: path, line: 1, column: 1)
            let rules = withoutActuallyEscaping(isKnownZone) { isKnownZone in
                var reading = OperatorReading(emergencies: book.emergencies, isKnownZone: isKnownZone)
                let rules = reading.rules(root ?? .null(start))
                findings = reading.findings
                return rules
            }
            guard findings.isEmpty else { return .failure(OperatorFileFaults(diagnostics: findings.sorted())) }
            return .success(rules)
        }
    }
}

/// Everything that is wrong with an operator's file.
package struct OperatorFileFaults: Error, CustomStringConvertible {
    package let diagnostics: [Diagnostic]

    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

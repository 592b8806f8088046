/// The rule tables as text, and how they become a ``RuleBook``.
///
/// Nothing is read as "allowed" by default: a cell that is not understood, a missing region, two rows for one region
/// and date, an end before its start or an unknown list is a finding, and a table with findings makes no book.
package struct RuleTables: Sendable {
    /// One table's text and the name that findings call it by.
    package struct Source: Sendable {
        package let text: String
        package let file: String

        package init(_ text: String, file: String) {
            self.text = text
            self.file = file
        }
    }

    /// The row for all of the United States.
    package let federal: Source
    /// The rows of states, the District and territories.
    package let states: Source
    /// Rows that some states had before, each with the date on which it ended.
    package let earlier: Source
    /// Rows for automated voice, which hold beside the others.
    package let automated: Source
    package let canada: Source
    /// Fixed clocks and emergency switches.
    package let exceptions: Source
    package let disclosures: Source
    package let exemptions: Source

    package init(
        federal: Source,
        states: Source,
        earlier: Source,
        automated: Source,
        canada: Source,
        exceptions: Source,
        disclosures: Source,
        exemptions: Source
    ) {
        self.federal = federal
        self.states = states
        self.earlier = earlier
        self.automated = automated
        self.canada = canada
        self.exceptions = exceptions
        self.disclosures = disclosures
        self.exemptions = exemptions
    }

    /// Reads all tables and checks them against each other; all that is wrong is reported at once, in order.
    package func book(version: RuleVersion) -> Result<RuleBook, RuleFaults> {
        var reading = RuleReading()
        reading.readWindows(federal, .federal)
        reading.readWindows(states, .states)
        reading.readWindows(earlier, .earlier)
        reading.readWindows(automated, .automated)
        reading.readWindows(canada, .canada)
        reading.readExceptions(exceptions)
        let disclosures = reading.readDisclosures(disclosures)
        let exemptions = reading.readExemptions(exemptions)
        reading.checkCoverage(states: states.file, canada: canada.file)
        guard reading.findings.isEmpty else { return .failure(RuleFaults(reading.findings)) }
        return .success(
            RuleBook(
                version: version,
                rows: reading.rows.map(\.row),
                disclosures: disclosures,
                exemptions: exemptions
            )
        )
    }
}

/// Everything that is wrong with some data, in order of place.
package struct RuleFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let findings: [RuleFinding]

    package init(_ findings: [RuleFinding]) {
        self.findings = findings.sorted()
    }

    package var description: String { findings.map(\.description).joined(separator: "\n") }
}

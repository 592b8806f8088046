import Compliance

/// Small tables that hold together, into which a test puts one thing that does not.
struct RuleTestTables {
    var federal = "US,08:00,21:00,08:00,21:00,08:00,21:00,no,,47 CFR 64.1200(c)(1),high,"
    var states: [String: String] = [:]
    var earlier: [String] = []
    var automated: [String] = []
    var canada: [String: String] = [:]
    var exceptions: [String] = []

    static let columns =
        "region,weekday_start,weekday_end,saturday_start,saturday_end,sunday_start,sunday_end,holidays_barred,cap,"
    static let statesHeader = columns + "citation,confidence,texts,effective_from,note"

    private static func source(_ file: String, _ header: String, _ lines: [String]) -> RuleTables.Source {
        RuleTables.Source(([header] + lines).joined(separator: "\n") + "\n", file: file)
    }

    /// The line of a state's record in its table.
    static func line(of code: String, in country: Region.Country) -> Int {
        (Region.all.filter { $0.country == country }.firstIndex { $0.code == code } ?? -1) + 2
    }

    func book() -> Result<RuleBook, RuleFaults> {
        let stateRows = Region.all.filter { $0.country == .unitedStates }.map {
            states[$0.code] ?? "\($0.code),08:00,21:00,08:00,21:00,08:00,21:00,no,,a statute,medium,federal,,"
        }
        let canadaRows = Region.all.filter { $0.country == .canada }.map {
            canada[$0.code] ?? "\($0.code),09:00,21:30,10:00,18:00,10:00,18:00,no,,CRTC,high,"
        }
        let exemptions = Exemption.allCases.map { "\($0.rawValue),3/30d,47 CFR 64.1200(a)," }
        let tables = RuleTables(
            federal: Self.source("federal", Self.columns + "citation,confidence,note", [federal]),
            states: Self.source("states", Self.statesHeader, stateRows),
            earlier: Self.source(
                "earlier",
                Self.columns + "citation,confidence,texts,effective_from,effective_until,note",
                earlier
            ),
            automated: Self.source("automated", Self.columns + "needs,citation,confidence,note", automated),
            canada: Self.source("canada", Self.columns + "citation,confidence,note", canadaRows),
            exceptions: Self.source("exceptions", "region,exception,value,citation", exceptions),
            disclosures: Self.source(
                "disclosures",
                "region,within_seconds,what,citation,confidence",
                ["US,,identity,47 CFR 64.1200(b)(1),high", "TX,30,identity,Tex. Util. Code 55.127,high"]
            ),
            exemptions: Self.source("exemptions", "exemption,caps,citation,note", exemptions)
        )
        let date = CivilDate(days: 20_779) ?? .earliest
        return tables.book(version: RuleVersion(date: date, digest: "test"))
    }

    func findings() -> [String] {
        switch book() {
        case .success: []
        case .failure(let faults): faults.findings.map(\.description)
        }
    }
}

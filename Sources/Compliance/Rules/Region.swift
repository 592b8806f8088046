/// A place with rules of its own: a state, a district or territory of the United States, or a province of Canada.
///
/// Other countries of the numbering plan are regions without a row. Their codes are those of ISO 3166, which clash with
/// states' (KY is Kentucky, and the Cayman Islands), so they are made by ``init(countryCode:)`` alone.
package struct Region: Hashable, Sendable {
    /// Whose rules hold there beside its own.
    package enum Country: Hashable, Sendable, CaseIterable {
        case unitedStates
        case canada
        case other
    }

    package let country: Country
    /// Two capital letters.
    package let code: String

    private init(_ country: Country, _ code: String) {
        self.country = country
        self.code = code
    }

    /// Reads the code of a state, a territory or a province, alone or after its country: `CA`, `ca`, `US-CA`, `CA-ON`.
    ///
    /// The codes of states, territories and provinces have no letters in common, so one alone is never ambiguous.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var code = Substring(text.uppercased())
        while code.first == " " { code.removeFirst() }
        while code.last == " " { code.removeLast() }
        var countries: [Country] = [.unitedStates, .canada]
        if code.utf8.count == 5 {
            if code.hasPrefix("US-") {
                countries = [.unitedStates]
            } else if code.hasPrefix("CA-") {
                countries = [.canada]
            }
            code = code.dropFirst(3)
            guard countries.count == 1 else { return nil }
        }
        let name = String(code)
        guard let country = countries.first(where: { Region.names(of: $0)[name] != nil }) else { return nil }
        self.init(country, name)
    }

    /// A country of the numbering plan other than the United States and Canada, by its code in ISO 3166.
    package init?(countryCode: String) {
        guard Region.otherNames[countryCode] != nil else { return nil }
        self.init(.other, countryCode)
    }

    /// The name in English, such as `California`.
    package var name: String { Region.names(of: country)[code] ?? code }

    /// Every state, district and territory, and every province, in order.
    package static let all: [Region] =
        (stateNames.keys.map { Region(.unitedStates, $0) }
        + provinceNames.keys.map { Region(.canada, $0) }).sorted()

    private static func names(of country: Country) -> [String: String] {
        switch country {
        case .unitedStates: stateNames
        case .canada: provinceNames
        case .other: otherNames
        }
    }

    private static let stateNames: [String: String] = [
        "AK": "Alaska", "AL": "Alabama", "AR": "Arkansas", "AS": "American Samoa", "AZ": "Arizona",
        "CA": "California", "CO": "Colorado", "CT": "Connecticut", "DC": "District of Columbia", "DE": "Delaware",
        "FL": "Florida", "GA": "Georgia", "GU": "Guam", "HI": "Hawaii", "IA": "Iowa", "ID": "Idaho",
        "IL": "Illinois", "IN": "Indiana", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
        "MA": "Massachusetts", "MD": "Maryland", "ME": "Maine", "MI": "Michigan", "MN": "Minnesota",
        "MO": "Missouri", "MP": "Northern Mariana Islands", "MS": "Mississippi", "MT": "Montana",
        "NC": "North Carolina", "ND": "North Dakota", "NE": "Nebraska", "NH": "New Hampshire", "NJ": "New Jersey",
        "NM": "New Mexico", "NV": "Nevada", "NY": "New York", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
        "PA": "Pennsylvania", "PR": "Puerto Rico", "RI": "Rhode Island", "SC": "South Carolina",
        "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VA": "Virginia",
        "VI": "US Virgin Islands", "VT": "Vermont", "WA": "Washington", "WI": "Wisconsin", "WV": "West Virginia",
        "WY": "Wyoming",
    ]

    private static let provinceNames: [String: String] = [
        "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick",
        "NL": "Newfoundland and Labrador", "NS": "Nova Scotia", "NT": "Northwest Territories", "NU": "Nunavut",
        "ON": "Ontario", "PE": "Prince Edward Island", "QC": "Quebec", "SK": "Saskatchewan", "YT": "Yukon",
    ]

    private static let otherNames: [String: String] = [
        "AG": "Antigua and Barbuda", "AI": "Anguilla", "BB": "Barbados", "BM": "Bermuda", "BS": "Bahamas",
        "DM": "Dominica", "DO": "Dominican Republic", "GD": "Grenada", "JM": "Jamaica",
        "KN": "Saint Kitts and Nevis", "KY": "Cayman Islands", "LC": "Saint Lucia", "MS": "Montserrat",
        "SX": "Sint Maarten", "TC": "Turks and Caicos Islands", "TT": "Trinidad and Tobago",
        "VC": "Saint Vincent and the Grenadines", "VG": "British Virgin Islands",
    ]
}

extension Region: Comparable, CustomStringConvertible {
    /// By code; of two countries' equal codes the state's is first.
    package static func < (left: Region, right: Region) -> Bool {
        if left.code != right.code { return left.code < right.code }
        return left.country == .unitedStates && right.country != .unitedStates
    }

    /// The code of a state or province; another country's name, as its code would be mistaken for a state's.
    package var description: String { country == .other ? name : code }
}

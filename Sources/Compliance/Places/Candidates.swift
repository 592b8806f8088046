/// Every place at which a person may be; contact is allowed only if it is in all of them.
package struct Candidates: Hashable, Sendable {
    /// In order, each once.
    ///
    /// A region of another country has no row, and ``isUnknownPlace`` is then set.
    package var regions: [Region]
    /// In order, each once; never empty.
    package var zones: [ZoneID]
    /// Whether the strictest row holds, beside those of the regions.
    package var isUnknownPlace: Bool
    /// Why each candidate is one, in the order in which they were found.
    package var basis: [PlaceBasis]
}

/// One piece of evidence of where a person is.
package enum PlaceBasis: Hashable, Sendable {
    case areaCode(AreaCode, [Region], [ZoneID])
    /// A toll-free, personal or premium number.
    case nonGeographic(AreaCode, NumberingPlan.Kind)
    case unknownAreaCode(AreaCode)
    /// A country of the plan for which there is no row.
    case countryWithoutRow(AreaCode, Region)
    case statedRegion(Region)
    /// The stated region or ZIP is not where the number is, so that both hold, in all their zones.
    case differs(stated: [Region], number: [Region])
    case zip(ZIPCode, [Region], source: Source)
    /// A code that is well formed but leads to no region: military mail, or no such prefix.
    case zipWithoutRegion(ZIPCode, source: Source)
    case providerState(Region)
    case unknownProviderState(String)
    case malformedProviderZIP
    case zoneNarrows(ZoneID)
    case zoneAdds(ZoneID)

    package enum Source: Hashable, Sendable {
        case record
        case provider
    }
}

extension PlaceBasis: CustomStringConvertible {
    package var description: String {
        switch self {
        case .areaCode(let code, let regions, let zones):
            "area code \(code) is in \(PlaceBasis.list(regions)), \(PlaceBasis.list(zones))"
        case .nonGeographic(let code, let kind):
            "area code \(code) is \(kind.rawValue) and has no place: the strictest row"
        case .unknownAreaCode(let code): "area code \(code) is not in the data: the strictest row"
        case .countryWithoutRow(let code, let region):
            "area code \(code) is in \(region), for which there is no row: the strictest row"
        case .statedRegion(let region): "the contact's record says \(region)"
        case .differs(let stated, let number):
            "\(PlaceBasis.list(stated)) is not \(PlaceBasis.list(number)), where the number is: "
                + "both hold, in all zones of both"
        case .zip(let zip, let regions, let source): "\(source.words) \(zip) is in \(PlaceBasis.list(regions))"
        case .zipWithoutRegion(let zip, let source):
            "\(source.words) \(zip) has no region in the data: the strictest row"
        case .providerState(let region): "the provider says \(region)"
        case .unknownProviderState(let text):
            "the provider's state '\(text.prefix(20))' is no region in the data: the strictest row"
        case .malformedProviderZIP: "the provider's ZIP is malformed and says nothing"
        case .zoneNarrows(let zone): "the contact's record says \(zone), one of the zones there"
        case .zoneAdds(let zone): "the contact's record says \(zone), none of the zones there: all hold"
        }
    }

    private static func list(_ items: [some CustomStringConvertible]) -> String {
        items.map(\.description).joined(separator: ", ")
    }
}

extension PlaceBasis.Source {
    fileprivate var words: String {
        switch self {
        case .record: "the contact's ZIP"
        case .provider: "the provider's ZIP"
        }
    }
}

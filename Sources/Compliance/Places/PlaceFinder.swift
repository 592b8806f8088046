import Telephony

/// Finds every place at which a person may be.
///
/// What the sources leave open is read so that fewer people are contacted:
///
/// | known | regions | zones |
/// |---|---|---|
/// | the number alone | its area code's | its area code's |
/// | a number without a place | none: the strictest row | every zone of the plan |
/// | the same with a stated region or ZIP | that one | all of that region |
/// | a stated region or ZIP where the number is | the number's | the number's and all of that region |
/// | a stated region or ZIP elsewhere | both | all of both |
/// | a stated zone that is one of the zones, or keeps the same clock | as above | that one |
/// | a stated zone that is none of them | as above | they and that one |
///
/// A stated zone narrows nothing where the region is not the number's. A number of another country of the plan has that
/// country's zone and the strictest row, whatever else is stated.
package struct PlaceFinder: Sendable {
    private let plan: NumberingPlan
    private let postal: PostalPrefixes
    private let keepsSameClock: @Sendable (ZoneID, ZoneID) -> Bool
    /// By area code less 200: what a number alone says.
    private let byAreaCode: [Candidates]

    /// What is known of a person's place.
    package enum Finding: Hashable, Sendable {
        case found(Candidates)
        /// A number outside the plan, with its country calling code: there are no rules for it.
        case noRules(callingCode: Int)
        /// Something stated cannot be read; the text says what.
        case unreadable(String)
    }

    /// - Parameters:
    ///   - plan: The area codes.
    ///   - postal: The ZIP prefixes.
    ///   - keepsSameClock: Whether two zones' clocks agree; Detroit's and New York's do.
    package init(
        plan: NumberingPlan,
        postal: PostalPrefixes,
        keepsSameClock: @escaping @Sendable (ZoneID, ZoneID) -> Bool
    ) {
        self.plan = plan
        self.postal = postal
        self.keepsSameClock = keepsSameClock
        byAreaCode = (200...999).compactMap(AreaCode.init).map { PlaceFinder.candidates(of: $0, in: plan) }
    }

    package func find(_ contact: Contact) -> Finding {
        let code: AreaCode
        switch NumberForm(contact.number) {
        case .northAmerican(let found): code = found
        case .malformed:
            return .unreadable(
                "the number begins with +1 and is none of the numbering plan: "
                    + "ten digits follow, and area code and exchange begin with 2 to 9"
            )
        case .foreign(let callingCode): return .noRules(callingCode: callingCode)
        }
        let alone = byAreaCode[code.number - 200]
        let isAlone =
            contact.region == nil && contact.zone == nil && contact.zip == nil && contact.providerState == nil
            && contact.providerZip == nil
        if isAlone { return .found(alone) }

        var stated = StatedPlaces()
        if let fault = stated.read(contact, postal) { return .unreadable(fault) }
        return .found(combine(alone, stated, contact.zone))
    }

    private func combine(_ number: Candidates, _ stated: StatedPlaces, _ zone: ZoneID?) -> Candidates {
        var result = number
        result.basis += stated.basis
        let regions = Set(stated.regions).sorted()
        let statedZones = regions.flatMap(plan.zones)
        let hasPlace = !number.regions.isEmpty
        // A ZIP of military mail may be anywhere.
        let base = hasPlace || regions.isEmpty || stated.isAnywhere ? number.zones : []
        result.isUnknownPlace = stated.isUnknown || (hasPlace || regions.isEmpty ? number.isUnknownPlace : false)
        result.regions = Set(number.regions + regions).sorted()

        let sources = (hasPlace ? [number.regions] : []) + stated.sources
        let isContested = sources.contains { left in sources.contains { Set($0).isDisjoint(with: left) } }
        if isContested {
            if hasPlace { result.basis.append(.differs(stated: regions, number: number.regions)) }
            let everywhere = base + result.regions.flatMap(plan.zones) + (zone.map { [$0] } ?? [])
            result.zones = Set(everywhere + (stated.isAnywhere ? plan.zones : [])).sorted()
            return result
        }
        guard let zone else {
            result.zones = Set(base + statedZones + (stated.isAnywhere ? plan.zones : [])).sorted()
            return result
        }
        var zones: Set<ZoneID> = [zone]
        if !matches(zone, base), !base.isEmpty { zones.formUnion(base) }
        if !regions.isEmpty, !matches(zone, statedZones) { zones.formUnion(statedZones) }
        result.basis.append(zones.count == 1 ? .zoneNarrows(zone) : .zoneAdds(zone))
        result.zones = zones.sorted()
        return result
    }

    private func matches(_ zone: ZoneID, _ zones: [ZoneID]) -> Bool {
        zones.contains(zone) || zones.contains { keepsSameClock(zone, $0) }
    }

    private static func candidates(of code: AreaCode, in plan: NumberingPlan) -> Candidates {
        guard let entry = plan.entries[code] else {
            return Candidates(regions: [], zones: plan.zones, isUnknownPlace: true, basis: [.unknownAreaCode(code)])
        }
        guard entry.kind == .geographic else {
            let basis = PlaceBasis.nonGeographic(code, entry.kind)
            return Candidates(regions: [], zones: plan.zones, isUnknownPlace: true, basis: [basis])
        }
        if let country = entry.regions.first(where: { $0.country == .other }) {
            let basis = PlaceBasis.countryWithoutRow(code, country)
            return Candidates(regions: entry.regions, zones: entry.zones, isUnknownPlace: true, basis: [basis])
        }
        let basis = PlaceBasis.areaCode(code, entry.regions, entry.zones)
        return Candidates(regions: entry.regions, zones: entry.zones, isUnknownPlace: false, basis: [basis])
    }
}

/// The regions that a contact's record and the provider state.
private struct StatedPlaces {
    var regions: [Region] = []
    /// Each source's regions: two that share none contradict each other.
    var sources: [[Region]] = []
    var isUnknown = false
    /// Whether nothing is known of the zone: military mail goes around the world.
    var isAnywhere = false
    var basis: [PlaceBasis] = []

    /// Reads all that is stated; returns what cannot be read in the contact's record.
    mutating func read(_ contact: Contact, _ postal: PostalPrefixes) -> String? {
        if let region = contact.region {
            add([region], .statedRegion(region))
            if region.country == .other { isUnknown = true }
        }
        if let text = contact.zip, !text.isEmpty {
            guard let zip = ZIPCode(text) else {
                return "the contact's ZIP is neither five or nine digits nor a Canadian postal code"
            }
            let found = postal.regions(of: zip)
            if found.isEmpty {
                isUnknown = true
                isAnywhere = true
                basis.append(.zipWithoutRegion(zip, source: .record))
            } else {
                add(found, .zip(zip, found, source: .record))
            }
        }
        readProvider(contact, postal)
        return nil
    }

    /// What the provider sends is a hint: what cannot be read in it brings the strictest row and refuses nothing.
    private mutating func readProvider(_ contact: Contact, _ postal: PostalPrefixes) {
        if let text = contact.providerState, !text.isEmpty {
            if let region = Region(text) {
                add([region], .providerState(region))
            } else {
                isUnknown = true
                basis.append(.unknownProviderState(text.filter { $0.isASCII && ($0.isLetter || $0 == " ") }))
            }
        }
        if let text = contact.providerZip, !text.isEmpty {
            guard let zip = ZIPCode(text) else {
                basis.append(.malformedProviderZIP)
                return
            }
            let found = postal.regions(of: zip)
            if found.isEmpty {
                isUnknown = true
                basis.append(.zipWithoutRegion(zip, source: .provider))
            } else {
                add(found, .zip(zip, found, source: .provider))
            }
        }
    }

    private mutating func add(_ found: [Region], _ why: PlaceBasis) {
        regions += found
        sources.append(found)
        basis.append(why)
    }
}

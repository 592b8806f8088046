/// The clocks of a set of zones, from one version of the tz data.
package struct ZoneDatabase: Hashable, Sendable {
    /// The version of the tz data, such as `2026a`, which every decision names.
    package let version: String
    package let zones: [ZoneID: ZoneRules]

    package init(version: String, zones: [ZoneID: ZoneRules]) {
        self.version = version
        self.zones = zones
    }

    /// A zone's clock; nil for a zone that is not in the database.
    package subscript(zone: ZoneID) -> ZoneRules? { zones[zone] }

    /// Whether two zones' clocks agree throughout a range of years; false where one is unknown.
    ///
    /// Aliases such as `US/Eastern` keep the same clock for ever, others only since some year.
    package func keepsSameClock(_ zone: ZoneID, as other: ZoneID, from first: Int, to last: Int) -> Bool {
        guard let rules = zones[zone], let otherRules = zones[other] else { return false }
        return rules.keepsSameClock(as: otherRules, from: first, to: last)
    }
}

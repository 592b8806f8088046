package import Telephony

/// A person to be contacted, and all that is known of where they are.
package struct Contact: Hashable, Sendable {
    package var number: PhoneNumber
    /// The state, territory or province in the contact's record.
    package var region: Region?
    /// The zone in the contact's record.
    package var zone: ZoneID?
    /// The ZIP or postal code in the contact's record.
    package var zip: String?
    /// What the provider sent as `FromState` or `ToState`.
    package var providerState: String?
    /// What the provider sent as `FromZip` or `ToZip`.
    package var providerZip: String?

    package init(
        number: PhoneNumber,
        region: Region? = nil,
        zone: ZoneID? = nil,
        zip: String? = nil,
        providerState: String? = nil,
        providerZip: String? = nil
    ) {
        self.number = number
        self.region = region
        self.zone = zone
        self.zip = zip
        self.providerState = providerState
        self.providerZip = providerZip
    }
}

/// A reason for which 47 CFR 64.1200 allows an automated call or text without prior consent, within a cap.
///
/// The cap belongs to the exemption and not to the number: with consent more is allowed.
package enum Exemption: String, Hashable, Sendable, Codable, CaseIterable {
    case residentialNoncommercial = "residential-noncommercial"
    case residentialCommercial = "residential-commercial"
    case residentialNonprofit = "residential-nonprofit"
    case residentialHealthcare = "residential-healthcare"
    case packageDelivery = "package-delivery"
    case inmateCalls = "inmate-calls"
    case bankFraud = "bank-fraud"
    case healthcareProvider = "healthcare-provider"
}

/// What an exemption allows.
package struct ExemptionRule: Hashable, Sendable {
    package let exemption: Exemption
    package let caps: [Cap]
    package let citation: String
    package let note: String

    package init(exemption: Exemption, caps: [Cap], citation: String, note: String) {
        self.exemption = exemption
        self.caps = caps
        self.citation = citation
        self.note = note
    }
}

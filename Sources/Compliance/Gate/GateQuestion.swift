package import Telephony

/// What the gate is asked, namely whether a person may be contacted so and for this reason.
package struct GateQuestion: Hashable, Sendable {
    package var contact: Contact
    package var kind: ContactKind
    /// Nil where whoever asks does not say; then consent is not looked at, and the decision says so.
    package var purpose: ContactPurpose?
    /// Nil where whoever asks does not say.
    package var consent: Consent?
    /// The exemption claimed for an automated contact without consent; its caps then hold.
    package var exemption: Exemption?
    /// What the contact is about; caps "on the same subject" count contacts of the same one.
    package var subject: String?
    /// Whether there is a business relationship of that many months, which lifts some caps; nil where there is none.
    package var businessRelationshipMonths: Int?

    package init(
        contact: Contact,
        kind: ContactKind,
        purpose: ContactPurpose? = nil,
        consent: Consent? = nil,
        exemption: Exemption? = nil,
        subject: String? = nil,
        businessRelationshipMonths: Int? = nil
    ) {
        self.contact = contact
        self.kind = kind
        self.purpose = purpose
        self.consent = consent
        self.exemption = exemption
        self.subject = subject
        self.businessRelationshipMonths = businessRelationshipMonths
    }
}

/// Why somebody is contacted.
///
/// 47 CFR 64.1200(f)(15) draws the line: a solicitation encourages the purchase or rental of, or investment in, something.
package enum ContactPurpose: String, Hashable, Sendable, Codable, CaseIterable {
    case informational
    case telemarketing
}

/// What the person has agreed to, from nothing to a signed agreement; each includes those before it.
package enum Consent: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case none
    /// Prior express consent: the number was given for such contact.
    case express
    /// Prior express written consent, 47 CFR 64.1200(f)(9).
    case written

    package static func < (left: Consent, right: Consent) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .none: 0
        case .express: 1
        case .written: 2
        }
    }
}

/// An earlier contact with the person, call or text, from any of the caller's numbers.
package struct PastContact: Hashable, Sendable, Codable {
    package let at: Instant
    package let kind: ContactKind
    package let subject: String?
    package let exemption: Exemption?
    /// Whether the person hung up on it.
    package let endedByPerson: Bool

    package init(
        at: Instant,
        kind: ContactKind,
        subject: String? = nil,
        exemption: Exemption? = nil,
        endedByPerson: Bool = false
    ) {
        self.at = at
        self.kind = kind
        self.subject = subject
        self.exemption = exemption
        self.endedByPerson = endedByPerson
    }
}

/// What the suppression list says of the person.
package enum SuppressionStatus: Hashable, Sendable {
    case clear
    /// Whoever asks has no list at hand. The decision says so; nobody is dialled on it.
    case notAsked
    // Kept apart, as are the rare cases of a rule: a decision holds several rules, and most say nothing of it.
    indirect case suppressed(Suppression)
    /// The list could not be asked. Nobody is contacted on a guess.
    case unknown(reason: String)
}

/// A schedule of the bot's or the operator's own, as the gate asks it.
package struct OwnSchedule: Sendable {
    package let name: String
    /// The first instant at or after the given one at which the schedule is open; nil when it does not open again.
    package let nextOpen: @Sendable (Instant) -> Instant?
    /// The first instant after the given open one at which it is closed; nil when it stays open.
    package let nextClose: @Sendable (Instant) -> Instant?

    package init(
        name: String,
        nextOpen: @escaping @Sendable (Instant) -> Instant?,
        nextClose: @escaping @Sendable (Instant) -> Instant?
    ) {
        self.name = name
        self.nextOpen = nextOpen
        self.nextClose = nextClose
    }
}

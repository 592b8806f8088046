import Telephony

/// What consent, purpose and claimed exemptions bring: a need for consent, and caps.
struct PurposeRules {
    private let question: GateQuestion
    private let history: [PastContact]
    private let exemption: ExemptionRule?

    init(_ question: GateQuestion, history: [PastContact], book: RuleBook) {
        self.question = question
        self.history = history.count > 1 ? history.sorted { $0.at < $1.at } : history
        exemption = question.exemption.flatMap { $0.covers(question.kind) ? book.exemption($0) : nil }
    }

    /// The consent rule, and the exemption that stands in for consent.
    ///
    /// A live call needs none. An automated call or a text needs express consent, written where it is telemarketing; an
    /// exemption stands in for express consent and never for written. Where a purpose is stated and consent is not, there
    /// is none; where neither is, the rule is named and not checked.
    var consentRules: [AppliedRule] {
        guard question.kind != .live else { return [] }
        let needed: Consent = question.purpose == .telemarketing ? .written : .express
        if let given = question.consent, given >= needed {
            return [AppliedRule(.consent(needed: needed, given: given), .allows)]
        }
        if needed == .express, let exemption { return [AppliedRule(.exemption(exemption), .allows)] }
        let isStated = question.purpose != nil || question.consent != nil
        return [AppliedRule(.consent(needed: needed, given: question.consent), isStated ? .refuses : .notChecked)]
    }

    /// The caps of the rows that hold, and of the exemption where it stands in for consent.
    func limits(rows: [SharedRow]) -> [any GateLimit] {
        var limits: [any GateLimit] = []
        for shared in rows where !shared.row.caps.isEmpty {
            for cap in shared.row.caps where !isLifted(cap) {
                let (id, citation) = (shared.row.id, shared.row.citation)
                limits.append(CapLimit(cap: cap, row: id, citation: citation, counted: counted(cap)))
            }
        }
        // With consent more is allowed: the cap belongs to the exemption, not to the number.
        if let exemption, question.consent ?? .none < .express {
            let own = history.filter { $0.exemption == exemption.exemption }
            if exemption.exemption == .bankFraud, let event = event(of: own) {
                limits.append(EventLimit(exemption: exemption, begins: event))
            }
            for cap in exemption.caps {
                limits.append(
                    CapLimit(cap: cap, row: exemption.exemption.rawValue, citation: exemption.citation, counted: own)
                )
            }
        }
        return limits
    }

    /// When the event that the question is about began, by the first contact about it.
    private func event(of contacts: [PastContact]) -> Instant? {
        contacts.first { $0.subject == nil || question.subject == nil || $0.subject == question.subject }?.at
    }

    /// A contact whose subject is not known may be on the same one.
    private func counted(_ cap: Cap) -> [PastContact] {
        switch cap.scope {
        case .any: history
        case .sameSubject:
            history.filter { $0.subject == nil || question.subject == nil || $0.subject == question.subject }
        }
    }

    private func isLifted(_ cap: Cap) -> Bool {
        switch cap.exception {
        case nil: false
        case .businessRelationship(let months): question.businessRelationshipMonths.map { $0 <= months } ?? false
        }
    }
}

extension Exemption {
    /// Whether the exemption is for contacts of a kind: those of 47 CFR 64.1200(a)(3) are for voice to residential lines.
    fileprivate func covers(_ kind: ContactKind) -> Bool {
        switch self {
        case .residentialNoncommercial, .residentialCommercial, .residentialNonprofit, .residentialHealthcare:
            kind == .automated
        case .packageDelivery, .inmateCalls, .bankFraud, .healthcareProvider: kind != .live
        }
    }
}

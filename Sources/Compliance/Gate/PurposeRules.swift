import Telephony

/// What consent, purpose and claimed exemptions bring: a need for consent, and caps.
struct PurposeRules {
    private let question: GateQuestion
    private let history: [PastContact]
    private let exemption: ExemptionRule?

    init(_ question: GateQuestion, history: [PastContact], book: RuleBook) {
        self.question = question
        self.history = history.sorted { $0.at < $1.at }
        exemption = question.exemption.flatMap { book.exemption($0) }
    }

    /// The consent rule, and the exemption that stands in for consent.
    ///
    /// A live call needs none. An automated call or a text needs express consent, written where it is telemarketing; an
    /// exemption stands in for express consent and never for written.
    var consentRules: [AppliedRule] {
        guard question.kind != .live else { return [] }
        let needed: Consent = question.purpose == .telemarketing ? .written : .express
        guard question.purpose != nil || question.consent != nil else {
            return [AppliedRule(.consent(needed: needed, given: nil), .notChecked)]
        }
        guard let given = question.consent else {
            if needed == .express, let exemption { return [AppliedRule(.exemption(exemption), .allows)] }
            return [AppliedRule(.consent(needed: needed, given: nil), .notChecked)]
        }
        if given >= needed { return [AppliedRule(.consent(needed: needed, given: given), .allows)] }
        if needed == .express, let exemption { return [AppliedRule(.exemption(exemption), .allows)] }
        return [AppliedRule(.consent(needed: needed, given: given), .refuses)]
    }

    /// The caps of the rows that hold, and of the exemption where it stands in for consent.
    func limits(rows: [RuleRow]) -> [any GateLimit] {
        var limits: [CapLimit] = []
        for row in rows {
            for cap in row.caps where !isLifted(cap) {
                limits.append(CapLimit(cap: cap, row: row.id, citation: row.citation, counted: counted(cap)))
            }
        }
        // With consent more is allowed: the cap belongs to the exemption, not to the number.
        if let exemption, question.consent ?? .none < .express {
            let own = history.filter { $0.exemption == exemption.exemption }
            for cap in exemption.caps {
                limits.append(
                    CapLimit(cap: cap, row: exemption.exemption.rawValue, citation: exemption.citation, counted: own)
                )
            }
        }
        return limits
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

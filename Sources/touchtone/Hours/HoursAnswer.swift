import Compliance
import Telephony

/// A decision as a program reads it: one JSON object.
struct HoursAnswer: Encodable {
    struct Rule: Encodable {
        let rule: String
        let verdict: String
        let until: String?
        let sentence: String
        let citation: String
        let confidence: String?
    }

    let decision: String
    /// The first instant at which every rule allows; only with `wait`.
    let until: String?
    /// The rule that bound; null when nothing stood in the way.
    let rule: String?
    let citation: String?
    let reason: String?
    let zones: [String]
    let regions: [String]
    let ruleVersion: String?
    let zoneVersion: String?
    /// All rules, unless the answer is one of many.
    let rules: [Rule]?

    init(_ decision: Decision, withRules: Bool) {
        switch decision.outcome {
        case .allow: (self.decision, until) = ("allow", nil)
        case .wait(let instant): (self.decision, until) = ("wait", "\(instant)")
        case .refuse: (self.decision, until) = ("refuse", nil)
        }
        rule = decision.binding?.id
        citation = decision.binding.map(\.citation)
        reason = decision.binding.map(\.sentence)
        zones = decision.candidates.zones.map(\.text)
        regions = decision.candidates.regions.map(\.description)
        ruleVersion = decision.ruleVersion.map { "\($0)" }
        zoneVersion = decision.zoneVersion
        rules = withRules ? decision.rules.map { Rule($0) } : nil
    }

    /// A question that cannot be put is a contact that is not made.
    init(fault: String) {
        decision = "refuse"
        until = nil
        rule = "question"
        citation = nil
        reason = fault
        zones = []
        regions = []
        ruleVersion = nil
        zoneVersion = nil
        rules = nil
    }

    enum CodingKeys: String, CodingKey {
        case decision
        case until
        case rule
        case citation
        case reason
        case zones
        case regions
        case ruleVersion = "rule_version"
        case zoneVersion = "zone_version"
        case rules
    }
}

extension HoursAnswer.Rule {
    fileprivate init(_ applied: AppliedRule) {
        rule = applied.id
        switch applied.verdict {
        case .allows: (verdict, until) = ("allows", nil)
        case .waits(let instant): (verdict, until) = ("waits", "\(instant)")
        case .refuses: (verdict, until) = ("refuses", nil)
        case .notChecked: (verdict, until) = ("not-checked", nil)
        }
        sentence = applied.sentence
        citation = applied.citation
        confidence = applied.confidence?.rawValue
    }
}

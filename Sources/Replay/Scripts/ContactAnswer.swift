package import Compliance
package import Telephony

/// Whether somebody may be contacted at a moment, as the compliance gate decides, with the rule that bound.
package enum ContactAnswer: Sendable, Hashable {
    case allowed
    case held(until: Instant, rule: String)
    case refused(rule: String)

    package init(_ decision: Decision) {
        let rule = decision.binding?.id ?? "no rule named"
        self =
            switch decision.outcome {
            case .allow: .allowed
            case .wait(let until): .held(until: until, rule: rule)
            case .refuse: .refused(rule: rule)
            }
    }

    /// The answer in the words of a report.
    var words: String {
        switch self {
        case .allowed: "that the person may be called now"
        case .held(let until, let rule): "that the person is held until \(until), by \(rule)"
        case .refused(let rule): "that it is refused, by \(rule)"
        }
    }
}

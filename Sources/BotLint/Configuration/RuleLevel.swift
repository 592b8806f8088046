package import BotGraph

/// How grave the findings of a rule are taken to be.
package enum RuleLevel: String, Hashable, Sendable, CaseIterable {
    case off
    case note
    case warning
    case error

    /// Nil for a rule that is switched off.
    package var severity: Diagnostic.Severity? {
        switch self {
        case .off: nil
        case .note: .note
        case .warning: .warning
        case .error: .error
        }
    }
}

extension Diagnostic {
    /// The same finding, as grave as said.
    package func with(severity: Severity) -> Diagnostic {
        Diagnostic(
            id: id,
            severity: severity,
            message: message,
            location: location,
            length: length,
            notes: notes,
            fix: fix
        )
    }
}

import ArgumentParser
import Compliance
import Store

/// A scope as the command takes it.
struct ScopeArgument: ExpressibleByArgument {
    let scope: Suppression.Scope

    static let all = ScopeArgument(scope: .all)

    private init(scope: Suppression.Scope) {
        self.scope = scope
    }

    init?(argument: String) {
        guard let scope = Suppression.Scope(argument) else { return nil }
        self.scope = scope
    }

    var defaultValueDescription: String { "\(scope)" }
}

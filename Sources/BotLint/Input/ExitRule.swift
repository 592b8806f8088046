package import BotGraph

/// A rule that wants every listening node to say where a caller goes who gives no answer it takes.
///
/// The menu that confirms an opt-out is let off: without a way out the engine leaves the number suppressed and ends the call.
package protocol ExitRule: LintRule {
    func exit(of menu: DecisionMenu) -> Target?
    func exit(of capture: TouchtoneCapture) -> Target?

    /// What the rule finds at a node that has no such way.
    ///
    /// - Parameters:
    ///   - node: The node.
    ///   - takesDefault: Whether a `default` would do as well.
    /// - Returns: The finding.
    func noExit(of node: Node, takesDefault: Bool) -> Diagnostic
}

extension ExitRule {
    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.bot.nodes.compactMap { node in
            switch node.body {
            case .decisionMenu(let menu):
                exit(of: menu) == nil && !menu.decidesOptOut ? noExit(of: node, takesDefault: true) : nil
            case .touchtoneCapture(let capture):
                exit(of: capture) == nil ? noExit(of: node, takesDefault: false) : nil
            case .message, .condition, .set, .forwardCall, .hangUp: nil
            }
        }
    }
}

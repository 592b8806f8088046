package import BotGraph

/// What was wrong with a bot when a call of it ended before its time; kept with the step for whoever mends the bot.
///
/// It names places and rules, never a value: what a caller said or is called is not in it.
package struct BotFault: Hashable, Sendable, Codable {
    /// The node at which it came up; nil before the first.
    package let node: NodeID?
    /// Where in the bot file, if that is known.
    package let location: SourceLocation?
    /// What was wrong and what to do: lower case, no full stop.
    package let reason: String

    package init(node: NodeID?, location: SourceLocation?, reason: String) {
        self.node = node
        self.location = location
        self.reason = reason
    }
}

extension BotFault: CustomStringConvertible {
    package var description: String {
        let place = location.map { "\($0): " } ?? ""
        return place + (node.map { "node '\($0)': " } ?? "") + reason
    }
}

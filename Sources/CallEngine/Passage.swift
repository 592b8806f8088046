package import BotGraph
package import Telephony

/// One thing that a call passed on its way through a bot's graph, for coverage and for telling where two versions part.
package enum Passage: Hashable, Sendable {
    /// The call came to a node.
    case entered(NodeID)
    /// The call left a node, or stayed there, by one of the ways that it has.
    case took(NodeID, Way)
    /// A piece of a prompt was put into the document: where the file has it, and in which language it was spoken.
    case spoke(SourceLocation, LanguageTag)

    /// What made a call go on from a node.
    package enum Way: Hashable, Sendable {
        /// An edge that the file draws; also an option that settles an opt-out and so leads nowhere.
        case edge(Edge.Label)
        /// The n-th silence, after which the node listens again.
        case silence(Int)
        /// The n-th wrong answer, after which the node listens again.
        case wrongAnswer(Int)
        /// A request to stop was heard.
        case optOut
        case repetition
        case help
        case `operator`
    }
}

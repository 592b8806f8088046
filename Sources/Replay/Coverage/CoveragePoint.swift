package import BotGraph
package import Telephony

/// Something in a bot that a call can pass: what a test walks or leaves out.
package struct CoveragePoint: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case node(NodeID)
        /// An edge that the file draws: an option, an exit, a case, an outcome of a forwarded leg.
        case edge(NodeID, Edge.Label)
        /// The n-th silence at a node, after which it listens again.
        case silence(NodeID, Int)
        /// The n-th wrong answer at a node.
        case wrongAnswer(NodeID, Int)
        /// A request to stop, at any menu.
        case optOut
        case repetition
        case help
        case `operator`
        /// A piece of a prompt; what has words of its own in each language has a place for each.
        case prompt(SourceLocation)
        case language(LanguageTag)
    }

    /// The groups that a report counts by.
    package enum Group: String, Hashable, Sendable, CaseIterable {
        case nodes
        case options
        case exits
        case silences
        case wrongAnswers = "wrong answers"
        case universals
        case prompts
        case languages
    }

    package let kind: Kind
    /// Where the file has it.
    package let location: SourceLocation
    /// What it is, in a few words: `option 'confirm' of 'greeting'`.
    package let name: String

    package var group: Group {
        switch kind {
        case .node: .nodes
        case .edge(_, .option): .options
        case .edge: .exits
        case .silence: .silences
        case .wrongAnswer: .wrongAnswers
        case .optOut, .repetition, .help, .operator: .universals
        case .prompt: .prompts
        case .language: .languages
        }
    }

    /// Whether walking it is going along an edge of the graph.
    package var isEdge: Bool {
        switch kind {
        case .edge, .silence, .wrongAnswer, .optOut, .repetition, .help, .operator: true
        case .node, .prompt, .language: false
        }
    }
}

extension CoveragePoint: Comparable {
    /// By place, then by name.
    package static func < (left: CoveragePoint, right: CoveragePoint) -> Bool {
        left.location == right.location ? left.name < right.name : left.location < right.location
    }
}

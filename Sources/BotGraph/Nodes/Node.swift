/// One node of a bot's graph.
package struct Node: Hashable, Sendable {
    // One piece, since every rule of the linter walks over all nodes: a copy is then one count, not eight.
    private let storage: Storage

    package var id: NodeID { storage.parts.id }
    package var body: NodeBody { storage.parts.body }
    /// The provider's voice for this node, in place of the language's.
    package var voice: String? { storage.parts.voice }
    /// Actions that run when the node is entered, before it speaks.
    package var before: [Action] { storage.parts.before }
    /// Actions that run once its prompt is handed over to be spoken.
    package var after: [Action] { storage.parts.after }
    /// Actions that run at each silence and each wrong answer.
    package var onNoValidResponse: [Action] { storage.parts.onNoValidResponse }
    package var location: SourceLocation { storage.parts.location }

    package init(
        id: NodeID,
        body: NodeBody,
        voice: String? = nil,
        before: [Action] = [],
        after: [Action] = [],
        onNoValidResponse: [Action] = [],
        location: SourceLocation
    ) {
        storage = Storage(
            Parts(
                id: id,
                body: body,
                voice: voice,
                before: before,
                after: after,
                onNoValidResponse: onNoValidResponse,
                location: location
            )
        )
    }

    package static func == (left: Node, right: Node) -> Bool {
        left.storage === right.storage || left.storage.parts == right.storage.parts
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(storage.parts) }

    private struct Parts: Hashable {
        let id: NodeID
        let body: NodeBody
        let voice: String?
        let before: [Action]
        let after: [Action]
        let onNoValidResponse: [Action]
        let location: SourceLocation
    }

    private final class Storage: Sendable {
        let parts: Parts

        init(_ parts: Parts) {
            self.parts = parts
        }
    }

    /// What the node speaks when it is entered, if it speaks.
    package var prompt: Prompt? {
        switch body {
        case .decisionMenu(let menu): menu.prompt
        case .touchtoneCapture(let capture): capture.prompt
        case .message(let message): message.prompt
        case .forwardCall(let forward): forward.prompt
        case .hangUp(let hangUp): hangUp.prompt
        case .condition, .set: nil
        }
    }

    /// The ways out of the node, in the order of the file.
    package var edges: [Edge] {
        switch body {
        case .decisionMenu(let menu): menu.edges
        case .touchtoneCapture(let capture): capture.edges
        case .message(let message): message.edges
        case .condition(let condition): condition.edges
        case .set(let set): set.edges
        case .forwardCall(let forward): forward.edges
        case .hangUp: []
        }
    }
}

/// What a node does, one case for each `type`.
///
/// It is indirect, since nodes are handed around far more often than they are made: a copy is then one count, not thirty.
package indirect enum NodeBody: Hashable, Sendable {
    case decisionMenu(DecisionMenu)
    case touchtoneCapture(TouchtoneCapture)
    case message(Message)
    case condition(Condition)
    case set(SetVariables)
    case forwardCall(ForwardCall)
    case hangUp(HangUp)

    package var kind: NodeKind {
        switch self {
        case .decisionMenu: .decisionMenu
        case .touchtoneCapture: .touchtoneCapture
        case .message: .message
        case .condition: .condition
        case .set: .set
        case .forwardCall: .forwardCall
        case .hangUp: .hangUp
        }
    }
}

/// The node types a file may name, spelled as the file spells them.
package enum NodeKind: String, Hashable, Sendable, CaseIterable {
    case decisionMenu = "decision_menu"
    case touchtoneCapture = "touchtone_capture"
    case message
    case condition
    case set
    case forwardCall = "forward_call"
    case hangUp = "hang_up"
}

/// One way from a node to another.
package struct Edge: Hashable, Sendable {
    /// What makes a call take the edge.
    package enum Label: Hashable, Sendable {
        /// The caller chose the option of this name.
        case option(String)
        /// Silence, after the prompts for it are used up.
        case noInput
        /// A wrong answer, after the prompts for it are used up.
        case noMatch
        /// Neither silence nor a wrong answer has a target of its own.
        case fallback
        /// The node is done.
        case next
        /// The case of this number, from 1, held.
        case `case`(Int)
        case otherwise
        /// The forwarded call ended so.
        case forward(String)
    }

    package let label: Label
    package let target: Target

    package init(_ label: Label, to target: Target) {
        self.label = label
        self.target = target
    }
}

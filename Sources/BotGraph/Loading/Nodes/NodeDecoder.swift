extension KeyTable {
    /// The keys of a node: those of every node, then those of its type.
    static func node(_ kind: NodeKind) -> KeyTable { nodes[kind] ?? make(kind) }

    private static let nodes = Dictionary(uniqueKeysWithValues: NodeKind.allCases.map { ($0, make($0)) })

    private static func make(_ kind: NodeKind) -> KeyTable {
        let own =
            switch kind {
            case .decisionMenu: KeyTable.decisionMenu
            case .touchtoneCapture: KeyTable.touchtoneCapture
            case .message: KeyTable.message
            case .condition: KeyTable.condition
            case .set: KeyTable.setVariables
            case .forwardCall: KeyTable.forwardCall
            case .hangUp: KeyTable.hangUp
            }
        let type = Entry("type", .word([kind.rawValue]), required: true, "the node's type")
        return KeyTable(name: kind.rawValue, summary: own.summary, entries: [type] + own.entries + everyNode)
    }

    private static let everyNode = [
        Entry("voice", .voice, "the provider's voice for this node, in place of the language's"),
        Entry("before", .actions, "actions when the node is entered, before it speaks"),
        Entry("after", .actions, "actions once its prompt is handed over to be spoken"),
        Entry("on_no_valid_response", .actions, "actions at each silence and each wrong answer"),
    ]
}

/// Node types that are planned, with what a bot can do until then.
private let plannedNodeTypes = [
    "secure_touchtone_capture": "card numbers and PINs cannot be taken yet",
    "text_response_capture": "text bots cannot be served yet",
    "speech_capture": "use a decision_menu with phrases",
    "event": "events cannot be raised yet",
    "http_request": "pass what the bot needs as variables when the call starts",
    "send_sms": "texts cannot be sent yet",
    "record": "use a forward_call to a person or a voicemail number",
    "hours": "use a condition on a variable that is passed in when the call starts",
    "language": "the bot speaks its first language",
    "start_bot": "give each number its own bot",
    "timer": "schedule the call outside the bot",
]

extension BotReading {
    /// The nodes of the file in its order, with the names of all, those that could not be read included.
    func nodes(_ field: Field?) -> (nodes: [Node], names: [NodeID: SourceLocation]) {
        guard let field else { return ([], [:]) }
        guard case .map(let all) = field.value.content, !all.isEmpty else {
            report(.wrongType, "nodes is a map of names and nodes, not \(field.value.kind)", at: field.value)
            return ([], [:])
        }
        var names: [NodeID: SourceLocation] = [:]
        var nodes: [Node] = []
        for entry in unique(all, in: "the bot", as: .duplicateNode, called: "node") {
            let id = NodeID(entry.key)
            if let id {
                names[id] = entry.location
            } else {
                reportBadName(entry.key, "node", at: entry.location, length: entry.key.unicodeScalars.count)
            }
            // A node without a good name is read all the same, for what else is wrong in it.
            let body = node(entry, id: id ?? placeholder)
            if let body, id != nil { nodes.append(body) }
        }
        return (nodes, names)
    }

    private var placeholder: NodeID? { NodeID("unnamed") }

    private func node(_ entry: YAMLEntry, id: NodeID?) -> Node? {
        var name: String { "node '\(entry.key.forMessage)'" }
        guard case .map(let keys) = entry.value.content else {
            report(.wrongType, "\(name) is a map with a 'type', not \(entry.value.kind)", at: entry.value)
            return nil
        }
        guard let type = keys.first(where: { $0.key == "type" }) else {
            let list = NodeKind.allCases.map(\.rawValue).sorted().joined(separator: ", ")
            report(.missingKey, "\(name) has no 'type'; it is one of: \(list)", at: entry.location)
            return nil
        }
        guard let kind = kind(Field(name: "'type' of \(name)", value: type.value)) else { return nil }
        let fields = fields(
            of: entry.value,
            .node(kind),
            owner: "\(kind.rawValue) '\(entry.key.forMessage)'",
            at: entry.location
        )
        guard let fields else { return nil }
        let body = body(kind, fields)
        let voice = voice(fields["voice"])
        let before = actions(fields["before"])
        let after = actions(fields["after"])
        let onNoValidResponse = actions(fields["on_no_valid_response"])
        guard let id, let body else { return nil }
        return Node(
            id: id,
            body: body,
            voice: voice,
            before: before,
            after: after,
            onNoValidResponse: onNoValidResponse,
            location: entry.location
        )
    }

    private func kind(_ field: Field) -> NodeKind? {
        guard let text = text(field) else { return nil }
        if let kind = NodeKind(rawValue: text) { return kind }
        let list = NodeKind.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        if let instead = plannedNodeTypes[text] {
            report(
                .unsupportedNodeType,
                "node type '\(text)' is not in this version of Touchtone; \(instead); this version has: \(list)",
                at: field.value
            )
            return nil
        }
        let meant = suggestion(for: text, among: NodeKind.allCases.map(\.rawValue) + plannedNodeTypes.keys.sorted())
        report(
            .unknownNodeType,
            "no node type is named '\(text.forMessage)'" + (meant.isEmpty ? "; " : meant + " ")
                + "expected one of: \(list)",
            at: field.value
        )
        return nil
    }

    private func body(_ kind: NodeKind, _ fields: Fields) -> NodeBody? {
        switch kind {
        case .decisionMenu: decisionMenu(fields).map(NodeBody.decisionMenu)
        case .touchtoneCapture: touchtoneCapture(fields).map(NodeBody.touchtoneCapture)
        case .message: message(fields).map(NodeBody.message)
        case .condition: condition(fields).map(NodeBody.condition)
        case .set: setVariables(fields).map(NodeBody.set)
        case .forwardCall: forwardCall(fields).map(NodeBody.forwardCall)
        case .hangUp: .hangUp(HangUp(prompt: prompt(fields["prompt"])))
        }
    }
}

import Airscript
import BotGraph
import Telephony

/// Reads the tree of a script file and notes all that is wrong in it.
struct CallScriptReader {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []

    private static let keys = ["call", "title", "from", "set", "at", "answer", "parameters", "deliver", "steps"]

    init(path: String) {
        self.path = path
    }

    mutating func note(_ id: String, _ message: String, at location: SourceLocation) {
        diagnostics.append(Diagnostic(id: id, severity: .error, message: message, location: location))
    }

    mutating func script(_ root: LocatedYAML?) -> CallScript? {
        guard let root else {
            let start = SourceLocation(path: path, line: 1, column: 1)
            note("empty-script", "the file is empty; a script has at least 'steps'", at: start)
            return nil
        }
        guard case .map(let entries, _) = root else {
            note("wrong-type", "a script is a map with 'steps', not \(root.kind)", at: root.location)
            return nil
        }
        let fields = fields(entries, known: CallScriptReader.keys, of: "a script")
        var name: BotName?
        if let value = fields["call"], let text = text(value, for: "call") {
            name = BotName(text)
            if name == nil { note("bad-name", "'\(text)' is not a bot's name", at: value.location) }
        }
        let title = fields["title"].flatMap { text($0, for: "title") }
        let from = fields["from"].flatMap { number($0, for: "from") }
        let set = fields["set"].map { variables($0) } ?? [:]
        let scene = scene(fields)
        guard let list = fields["steps"] else {
            note("missing-key", "the script has no 'steps'", at: root.location)
            return nil
        }
        return CallScript(
            path: path,
            call: name,
            title: title,
            from: from,
            set: set,
            scene: scene,
            steps: steps(list)
        )
    }

    private mutating func steps(_ list: LocatedYAML) -> [CallScript.Step] {
        guard case .list(let items, _) = list else {
            note("wrong-type", "'steps' is a list, not \(list.kind); start each step with '-'", at: list.location)
            return []
        }
        if items.isEmpty { note("empty-script", "'steps' has no step; a script has at least one", at: list.location) }
        return items.compactMap { item in
            step(item).map { CallScript.Step(kind: $0, location: item.location) }
        }
    }

    private mutating func variables(_ value: LocatedYAML) -> [String: Value] {
        guard case .map(let entries, _) = value else {
            note("wrong-type", "'set' is a map of names to values, not \(value.kind)", at: value.location)
            return [:]
        }
        var variables: [String: Value] = [:]
        for entry in entries {
            if variables[entry.key] != nil {
                note("duplicate-key", "'\(entry.key)' is set twice", at: entry.location)
            }
            variables[entry.key] = Value(entry.value)
        }
        return variables
    }
}

extension Value {
    /// The value as YAML has it.
    init(_ yaml: LocatedYAML) {
        switch yaml {
        case .null: self = .null
        case .boolean(let value, _): self = .boolean(value)
        case .number(let value, _, _): self = .number(value)
        case .text(let value, _): self = .text(value)
        case .list(let items, _): self = .list(items.map { Value($0) })
        case .map(let entries, _): self = .object(Record(entries.map { ($0.key, Value($0.value)) }))
        }
    }
}

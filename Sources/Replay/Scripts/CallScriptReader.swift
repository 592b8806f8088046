import Airscript
import BotGraph
import Telephony

/// Reads the tree of a script file and notes all that is wrong in it.
struct CallScriptReader {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []

    private static let keys = ["call", "title", "from", "set", "steps"]

    init(path: String) {
        self.path = path
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
        guard let list = fields["steps"] else {
            note("missing-key", "the script has no 'steps'", at: root.location)
            return nil
        }
        return CallScript(path: path, call: name, title: title, from: from, set: set, steps: steps(list))
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

// MARK: - Values that steps share

extension CallScriptReader {
    mutating func note(_ id: String, _ message: String, at location: SourceLocation) {
        diagnostics.append(Diagnostic(id: id, severity: .error, message: message, location: location))
    }

    /// Notes a word that is none of a few, with the one that was probably meant and all there are.
    mutating func unknown(_ id: String, _ what: String, _ word: String, known: [String], at location: SourceLocation) {
        let guess = LocatedYAML.didYouMean(word, among: known) ?? "there are: \(known.joined(separator: ", "))"
        note(id, "\(what) '\(word)'; \(guess)", at: location)
    }

    /// The values of a map by key; unknown keys and keys that stand twice are noted.
    mutating func fields(_ entries: [LocatedYAML.Entry], known: [String], of what: String) -> [String: LocatedYAML] {
        var fields: [String: LocatedYAML] = [:]
        for entry in entries {
            guard known.contains(entry.key) else {
                unknown("unknown-key", "\(what) has no key", entry.key, known: known, at: entry.location)
                continue
            }
            if fields[entry.key] != nil {
                note("duplicate-key", "'\(entry.key)' stands twice", at: entry.location)
            }
            fields[entry.key] = entry.value
        }
        return fields
    }

    /// Text that says something; a number is not text, since `012` would lose its zero.
    mutating func text(_ value: LocatedYAML, for key: String) -> String? {
        guard case .text(let text, _) = value else {
            let hint = if case .number = value { "; put it in quotes" } else { "" }
            note("wrong-type", "'\(key)' takes text, not \(value.kind)\(hint)", at: value.location)
            return nil
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            note("wrong-type", "'\(key)' takes text that is not empty", at: value.location)
            return nil
        }
        return text
    }

    mutating func number(_ value: LocatedYAML, for key: String) -> PhoneNumber? {
        guard let text = text(value, for: key) else { return nil }
        guard let number = PhoneNumber(text) else {
            note("bad-number", "'\(key)' takes a number in E.164 form, such as \"+12065550101\"", at: value.location)
            return nil
        }
        return number
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

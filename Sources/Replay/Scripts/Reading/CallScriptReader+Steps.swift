import BotGraph

/// Reads one step.
extension CallScriptReader {
    private static let wordSteps = ["silence", "hang up", "hear nothing"]
    private static let mapSteps = [
        "hear", "do not hear", "press", "say", "wait", "interrupt", "forward ends", "time moves to", "time moves by",
        "expect", "expect not",
    ]
    private static let forwardPrefix = "forward ends "

    mutating func step(_ value: LocatedYAML) -> CallScript.Step.Kind? {
        switch value {
        case .text(let text, let location): return step(named: text, at: location)
        case .map(let entries, let location):
            guard let entry = entries.first, entries.count == 1 else {
                note("wrong-type", "a step is a map of one key; start each step with '-'", at: location)
                return nil
            }
            return step(entry)
        case .null, .boolean, .number, .list:
            note("wrong-type", "a step is text or a map of one key, not \(value.kind)", at: value.location)
            return nil
        }
    }

    private mutating func step(named text: String, at location: SourceLocation) -> CallScript.Step.Kind? {
        if text.hasPrefix(CallScriptReader.forwardPrefix) {
            let word = String(text.dropFirst(CallScriptReader.forwardPrefix.count))
            return legEnd(word, at: location).map { .forwardEnds($0) }
        }
        switch text {
        case "silence": return .silence
        case "hang up": return .hangUp
        case "hear nothing": return .hearNothing
        case let name where CallScriptReader.mapSteps.contains(name):
            note("wrong-type", "the step '\(name)' needs a value: '\(name): …'", at: location)
        default:
            let known = CallScriptReader.wordSteps + CallScriptReader.mapSteps
            unknown("unknown-step", "there is no step", text, known: known, at: location)
        }
        return nil
    }

    private mutating func step(_ entry: LocatedYAML.Entry) -> CallScript.Step.Kind? {
        let value = entry.value
        switch entry.key {
        case "hear": return texts(value, for: "hear").map { .hear($0) }
        case "do not hear": return texts(value, for: "do not hear").map { .doNotHear($0) }
        case "press": return keys(value).map { .press($0) }
        case "say": return say(value)
        case "wait": return duration(value, for: "wait").map { .wait($0) }
        case "interrupt": return interrupt(value)
        case "forward ends": return forwardEnds(value)
        case "time moves to": return instant(value, for: "time moves to").map { .timeMoves(.to($0)) }
        case "time moves by": return duration(value, for: "time moves by").map { .timeMoves(.by($0)) }
        case "expect": return facts(value, for: "expect").map { .expect($0) }
        case "expect not": return facts(value, for: "expect not").map { .expectNot($0) }
        case let name where CallScriptReader.wordSteps.contains(name):
            guard case .null = value else {
                note("wrong-type", "the step '\(name)' takes no value", at: value.location)
                return nil
            }
            return step(named: name, at: entry.location)
        default:
            let known = CallScriptReader.mapSteps + CallScriptReader.wordSteps
            unknown("unknown-step", "there is no step", entry.key, known: known, at: entry.location)
            return nil
        }
    }

    /// One text, or a list of at least one.
    private mutating func texts(_ value: LocatedYAML, for key: String) -> [String]? {
        guard case .list(let items, let location) = value else { return text(value, for: key).map { [$0] } }
        guard !items.isEmpty else {
            note("wrong-type", "'\(key)' takes at least one text", at: location)
            return nil
        }
        let texts = items.compactMap { text($0, for: key) }
        return texts.count == items.count ? texts : nil
    }
}

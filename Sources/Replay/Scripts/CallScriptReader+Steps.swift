import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony

/// Reads one step.
extension CallScriptReader {
    private static let wordSteps = ["silence", "hang up"]
    private static let mapSteps = ["hear", "press", "say", "forward ends", "expect"]
    private static let facts = ["variable", "equals", "opted out", "ended", "language", "intent", "forwarded to"]
    private static let forwardPrefix = "forward ends "
    /// How a leg can end that a script's caller was forwarded to.
    private static let legEnds: [DialStatus] = [.completed, .busy, .noAnswer, .failed]

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
            return legEnd(String(text.dropFirst(CallScriptReader.forwardPrefix.count)), at: location)
        }
        switch text {
        case "silence": return .silence
        case "hang up": return .hangUp
        case let name where CallScriptReader.mapSteps.contains(name):
            note("wrong-type", "the step '\(name)' needs a value: '\(name): …'", at: location)
        default:
            let known = CallScriptReader.wordSteps + CallScriptReader.mapSteps
            unknown("unknown-step", "there is no step", text, known: known, at: location)
        }
        return nil
    }

    private mutating func step(_ entry: LocatedYAML.Entry) -> CallScript.Step.Kind? {
        switch entry.key {
        case "hear": return hear(entry.value)
        case "press": return press(entry.value)
        case "say": return say(entry.value)
        case "forward ends":
            return text(entry.value, for: "forward ends").flatMap { legEnd($0, at: entry.value.location) }
        case "expect": return expect(entry.value)
        case let name where CallScriptReader.wordSteps.contains(name):
            guard case .null = entry.value else {
                note("wrong-type", "the step '\(name)' takes no value", at: entry.value.location)
                return nil
            }
            return step(named: name, at: entry.location)
        default:
            let known = CallScriptReader.mapSteps + CallScriptReader.wordSteps
            unknown("unknown-step", "there is no step", entry.key, known: known, at: entry.location)
            return nil
        }
    }

    private mutating func hear(_ value: LocatedYAML) -> CallScript.Step.Kind? {
        guard case .list(let items, let location) = value else {
            return text(value, for: "hear").map { .hear([$0]) }
        }
        guard !items.isEmpty else {
            note("wrong-type", "'hear' takes at least one text", at: location)
            return nil
        }
        let texts = items.compactMap { text($0, for: "hear") }
        return texts.count == items.count ? .hear(texts) : nil
    }

    private mutating func press(_ value: LocatedYAML) -> CallScript.Step.Kind? {
        guard let text = text(value, for: "press") else { return nil }
        guard let digits = Digits(text) else {
            note("bad-key", "'press' takes keys from 0-9 * #, in quotes", at: value.location)
            return nil
        }
        return .press(digits)
    }

    private mutating func say(_ value: LocatedYAML) -> CallScript.Step.Kind? {
        guard case .map(let entries, let location) = value else {
            return text(value, for: "say").map { .say($0, confidence: nil) }
        }
        let fields = fields(entries, known: ["say", "confidence"], of: "'say'")
        guard let words = fields["say"] else {
            note("missing-key", "'say' as a map has the words under 'say'", at: location)
            return nil
        }
        var confidence: Double?
        if let value = fields["confidence"] {
            guard case .number(let number, _, _) = value, (0...1).contains(number) else {
                note("wrong-type", "'confidence' takes a number from 0 to 1, not \(value.kind)", at: value.location)
                return nil
            }
            confidence = number
        }
        return text(words, for: "say").map { .say($0, confidence: confidence) }
    }

    private mutating func legEnd(_ word: String, at location: SourceLocation) -> CallScript.Step.Kind? {
        let known = CallScriptReader.legEnds
        if let status = known.first(where: { $0.rawValue == word }) { return .forwardEnds(status) }
        unknown("unknown-word", "a leg does not end with", word, known: known.map(\.rawValue), at: location)
        return nil
    }

    // MARK: - Expectations

    private mutating func expect(_ value: LocatedYAML) -> CallScript.Step.Kind? {
        guard case .map(let entries, let location) = value else {
            note("wrong-type", "'expect' takes a map of facts, not \(value.kind)", at: value.location)
            return nil
        }
        guard !entries.isEmpty else {
            note("missing-key", "'expect' takes at least one fact", at: location)
            return nil
        }
        let before = diagnostics.count
        let fields = fields(entries, known: CallScriptReader.facts, of: "'expect'")
        var facts: [CallScript.Fact] = []
        for entry in entries where CallScriptReader.facts.contains(entry.key) && entry.key != "equals" {
            if let fact = fact(entry, equals: fields["equals"]) { facts.append(fact) }
        }
        if fields["equals"] != nil, fields["variable"] == nil {
            note("missing-key", "'equals' needs the name of a variable under 'variable'", at: location)
        }
        return diagnostics.count == before ? .expect(facts) : nil
    }

    private mutating func fact(_ entry: LocatedYAML.Entry, equals: LocatedYAML?) -> CallScript.Fact? {
        let value = entry.value
        switch entry.key {
        case "variable":
            guard let name = text(value, for: "variable") else { return nil }
            guard let equals else {
                note("missing-key", "'variable' needs 'equals' with the value it has to have", at: entry.location)
                return nil
            }
            return .variable(name, equals: Value(equals))
        case "opted out":
            guard case .boolean(let isOptedOut, _) = value else {
                note("wrong-type", "'opted out' takes true or false, not \(value.kind)", at: value.location)
                return nil
            }
            return .optedOut(isOptedOut)
        case "ended": return word(value, for: "ended", of: EndReason.self).map { .ended($0) }
        case "intent": return word(value, for: "intent", of: IntentOutcome.self).map { .intent($0) }
        case "language":
            guard let text = text(value, for: "language") else { return nil }
            guard let tag = LanguageTag(text) else {
                note("bad-language", "'\(text)' is not a language with its region, such as en-US", at: value.location)
                return nil
            }
            return .language(tag)
        case "forwarded to": return number(value, for: "forwarded to").map { .forwardedTo($0) }
        default: return nil
        }
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ value: LocatedYAML,
        for key: String,
        of type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = text(value, for: key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        unknown("unknown-word", "'\(key)' is never", text, known: type.allCases.map(\.rawValue), at: value.location)
        return nil
    }
}

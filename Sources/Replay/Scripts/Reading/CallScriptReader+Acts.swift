import BotGraph
import Telephony

/// Reads what a caller does.
extension CallScriptReader {
    private static let interruptionKeys = ["press", "say", "confidence", "hang up", "after"]
    /// How a leg can end that a script's caller was forwarded to.
    private static let legEnds: [DialStatus] = [.completed, .busy, .noAnswer, .failed]

    mutating func keys(_ value: LocatedYAML) -> Digits? {
        guard let text = text(value, for: "press") else { return nil }
        guard let digits = Digits(text) else {
            note("bad-key", "'press' takes keys from 0-9 * #, in quotes", at: value.location)
            return nil
        }
        return digits
    }

    mutating func say(_ value: LocatedYAML) -> CallScript.Step.Kind? {
        guard case .map(let entries, let location) = value else {
            return text(value, for: "say").map { .say($0, confidence: nil) }
        }
        let before = diagnostics.count
        let fields = fields(entries, known: ["say", "confidence"], of: "'say'")
        guard let words = fields["say"] else {
            note("missing-key", "'say' as a map has the words under 'say'", at: location)
            return nil
        }
        let confidence = confidence(fields)
        let text = text(words, for: "say")
        return diagnostics.count == before ? text.map { .say($0, confidence: confidence) } : nil
    }

    /// How sure the recogniser is; nil where that is not said.
    private mutating func confidence(_ fields: [String: LocatedYAML]) -> Double? {
        guard let value = fields["confidence"] else { return nil }
        guard case .number(let number, _, _) = value, (0...1).contains(number) else {
            note("wrong-type", "'confidence' takes a number from 0 to 1, not \(value.kind)", at: value.location)
            return nil
        }
        return number
    }

    mutating func interrupt(_ value: LocatedYAML) -> CallScript.Step.Kind? {
        guard case .map(let entries, let location) = value else {
            note(
                "wrong-type",
                "'interrupt' takes a map such as {press: \"1\", after: 2s}, not \(value.kind)",
                at: value.location
            )
            return nil
        }
        let before = diagnostics.count
        let fields = fields(entries, known: CallScriptReader.interruptionKeys, of: "'interrupt'")
        let acts = ["press", "say", "hang up"].filter { fields[$0] != nil }
        if acts.count != 1 {
            note("missing-key", "'interrupt' has one of 'press', 'say' and 'hang up'", at: location)
        }
        if fields["confidence"] != nil, fields["say"] == nil {
            note("missing-key", "'confidence' needs the words under 'say'", at: location)
        }
        let after = fields["after"].flatMap { duration($0, for: "after") }
        if fields["after"] == nil {
            note("missing-key", "'interrupt' has under 'after' how long the prompt has run, such as 2s", at: location)
        }
        let interruption = interruption(fields)
        guard diagnostics.count == before, let after, let interruption else { return nil }
        return .interrupt(interruption, after: after)
    }

    private mutating func interruption(_ fields: [String: LocatedYAML]) -> CallScript.Interruption? {
        if let value = fields["press"] { return keys(value).map { .press($0) } }
        if let value = fields["say"] {
            let confidence = confidence(fields)
            return text(value, for: "say").map { .say($0, confidence: confidence) }
        }
        guard let value = fields["hang up"] else { return nil }
        guard case .null = value else {
            note("wrong-type", "'hang up' takes no value", at: value.location)
            return nil
        }
        return .hangUp
    }

    // MARK: - Forwarded legs

    mutating func forwardEnds(_ value: LocatedYAML) -> CallScript.Step.Kind? {
        guard case .map(let entries, let location) = value else {
            return text(value, for: "forward ends").flatMap { legEnd($0, at: value.location) }.map { .forwardEnds($0) }
        }
        let before = diagnostics.count
        let fields = fields(entries, known: ["with", "talking"], of: "'forward ends'")
        guard let with = fields["with"] else {
            note("missing-key", "'forward ends' as a map has the outcome under 'with'", at: location)
            return nil
        }
        let status = text(with, for: "with").flatMap { legEnd($0, at: with.location) }
        let talking = fields["talking"].flatMap { duration($0, for: "talking") }
        guard diagnostics.count == before, let status else { return nil }
        guard let talking else { return .forwardEnds(status) }
        guard status == .completed else {
            note("clashing-words", "nobody talks on a leg that ends with '\(status.rawValue)'", at: location)
            return nil
        }
        return .forwardTalks(talking)
    }

    mutating func legEnd(_ word: String, at location: SourceLocation) -> DialStatus? {
        let known = CallScriptReader.legEnds
        if let status = known.first(where: { $0.rawValue == word }) { return status }
        unknown("unknown-word", "a leg does not end with", word, known: known.map(\.rawValue), at: location)
        return nil
    }
}

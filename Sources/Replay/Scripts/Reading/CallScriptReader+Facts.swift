import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony

/// Reads what a script expects.
extension CallScriptReader {
    private static let facts = [
        "variable", "equals", "opted out", "ended", "status", "language", "intent", "forwarded to", "barge in",
        "allowed", "refused", "held until", "contact",
    ]
    /// What says more of another fact.
    private static let details: [(key: String, of: [String], sentence: String)] = [
        ("equals", ["variable"], "'equals' needs the name of a variable under 'variable'"),
        (
            "contact", ["allowed", "refused", "held until"],
            "'contact' says of 'allowed', 'refused' or 'held until' how the person is contacted; none of them is here"
        ),
    ]

    mutating func facts(_ value: LocatedYAML, for key: String) -> [CallScript.Fact]? {
        guard case .map(let entries, let location) = value else {
            note("wrong-type", "'\(key)' takes a map of facts, not \(value.kind)", at: value.location)
            return nil
        }
        guard !entries.isEmpty else {
            note("missing-key", "'\(key)' takes at least one fact", at: location)
            return nil
        }
        let before = diagnostics.count
        let fields = fields(entries, known: CallScriptReader.facts, of: "'\(key)'")
        let contact = fields["contact"].flatMap { word($0, for: "contact", of: ContactKind.self) } ?? .automated
        let details = CallScriptReader.details
        var facts: [CallScript.Fact] = []
        for entry in entries where !details.contains(where: { $0.key == entry.key }) {
            if let fact = fact(entry, equals: fields["equals"], contact: contact) { facts.append(fact) }
        }
        for detail in details where fields[detail.key] != nil && detail.of.allSatisfy({ fields[$0] == nil }) {
            note("missing-key", detail.sentence, at: location)
        }
        return diagnostics.count == before ? facts : nil
    }

    private mutating func fact(
        _ entry: LocatedYAML.Entry,
        equals: LocatedYAML?,
        contact: ContactKind
    ) -> CallScript.Fact? {
        let value = entry.value
        switch entry.key {
        case "variable":
            guard let name = text(value, for: "variable") else { return nil }
            guard let equals else {
                note("missing-key", "'variable' needs 'equals' with the value it has to have", at: entry.location)
                return nil
            }
            return .variable(name, equals: Value(equals))
        case "opted out": return boolean(value, for: "opted out").map { .optedOut($0) }
        case "ended": return word(value, for: "ended", of: EndReason.self).map { .ended($0) }
        case "status": return word(value, for: "status", of: CallStatus.self).map { .status($0) }
        case "intent": return word(value, for: "intent", of: IntentOutcome.self).map { .intent($0) }
        case "language": return language(value).map { .language($0) }
        case "forwarded to": return number(value, for: "forwarded to").map { .forwardedTo($0) }
        case "barge in": return boolean(value, for: "barge in").map { .bargeIn($0) }
        case "allowed": return boolean(value, for: "allowed").map { .allowed($0, contact) }
        case "refused": return boolean(value, for: "refused").map { .refused($0, contact) }
        case "held until": return instant(value, for: "held until").map { .heldUntil($0, contact) }
        default: return nil
        }
    }

    private mutating func language(_ value: LocatedYAML) -> LanguageTag? {
        guard let text = text(value, for: "language") else { return nil }
        guard let tag = LanguageTag(text) else {
            note("bad-language", "'\(text)' is not a language with its region, such as en-US", at: value.location)
            return nil
        }
        return tag
    }
}

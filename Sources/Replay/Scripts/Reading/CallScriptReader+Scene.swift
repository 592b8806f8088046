import Airscript
import BotGraph
import Carrier
import Simulator

/// Reads what a script says of its call besides the conversation.
extension CallScriptReader {
    private static let answers: [(word: String, answer: CallPlan.Answer)] = [
        ("answered", .answered), ("busy", .busy), ("no-answer", .noAnswer), ("failed", .failed),
        ("canceled", .canceled),
    ]

    /// What the provider says by itself in every webhook, or in answer to a verb.
    private static let ownParameters: Set<String> = [
        "CallSid", "AccountSid", "From", "To", "Caller", "Called", "CallStatus", "ApiVersion", "Direction", "Digits",
        "FinishedOnKey", "SpeechResult", "Confidence", "DialCallStatus", "DialCallSid", "DialBridged",
        "DialCallDuration", "Timestamp", "CallbackSource", "SequenceNumber", "CallDuration", "msg",
    ]

    mutating func scene(_ fields: [String: LocatedYAML]) -> CallScene {
        let at = fields["at"].flatMap { instant($0, for: "at") }
        return CallScene(
            at: at,
            answer: fields["answer"].flatMap { answer($0) },
            parameters: fields["parameters"].map { parameters($0) } ?? [],
            troubles: fields["deliver"].map { troubles($0) } ?? []
        )
    }

    private mutating func answer(_ value: LocatedYAML) -> CallPlan.Answer? {
        guard let word = text(value, for: "answer") else { return nil }
        if let known = CallScriptReader.answers.first(where: { $0.word == word }) { return known.answer }
        let words = CallScriptReader.answers.map(\.word)
        unknown("unknown-word", "'answer' is never", word, known: words, at: value.location)
        return nil
    }

    private mutating func parameters(_ value: LocatedYAML) -> [FormParameters.Parameter] {
        guard case .map(let entries, _) = value else {
            note("wrong-type", "'parameters' is a map of names to values, not \(value.kind)", at: value.location)
            return []
        }
        var parameters: [FormParameters.Parameter] = []
        for entry in entries {
            guard !CallScriptReader.ownParameters.contains(entry.key) else {
                note(
                    "own-parameter",
                    "'\(entry.key)' is what the provider itself says; 'from', 'answer' and the steps decide it",
                    at: entry.location
                )
                continue
            }
            if parameters.contains(where: { $0.name == entry.key }) {
                note("duplicate-key", "'\(entry.key)' stands twice", at: entry.location)
            }
            switch entry.value {
            case .text(let text, _), .number(_, let text, _):
                parameters.append(FormParameters.Parameter(entry.key, text))
            case .boolean(let boolean, _): parameters.append(FormParameters.Parameter(entry.key, "\(boolean)"))
            case .null, .list, .map:
                note("wrong-type", "'\(entry.key)' takes text, not \(entry.value.kind)", at: entry.value.location)
            }
        }
        return parameters.sorted { $0.name < $1.name }
    }

    private mutating func troubles(_ value: LocatedYAML) -> [CallScene.Trouble] {
        let items = if case .list(let items, _) = value { items } else { [value] }
        let troubles = items.compactMap { word($0, for: "deliver", of: CallScene.Trouble.self) }
        let clashing: [(CallScene.Trouble, CallScene.Trouble)] = [
            (.twice, .twiceAtOnce), (.statusesTwice, .statusesReversed),
        ]
        for (one, other) in clashing where troubles.contains(one) && troubles.contains(other) {
            note(
                "clashing-words",
                "'deliver' is '\(one.rawValue)' or '\(other.rawValue)', not both",
                at: value.location
            )
        }
        return troubles
    }
}

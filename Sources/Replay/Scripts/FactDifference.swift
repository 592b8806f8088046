import Airscript
import CallEngine
import Compliance
import Simulator
import Telephony

/// How a fact is not as a script has it, in the words of a report.
struct FactDifference {
    let expected: String
    let found: String
}

extension CallScript.Fact {
    /// Holds the fact against the record of a call and what happened in it; nil when it is true.
    func difference(from snapshot: CallSnapshot, _ transcript: Transcript, isOver: Bool) -> FactDifference? {
        switch self {
        case .variable(let name, let value):
            let expected = "the variable \(name) to be \(value.json)"
            guard let found = snapshot.variables[name] else {
                return value == .null ? nil : FactDifference(expected: expected, found: "no such variable")
            }
            guard found != value else { return nil }
            let hint = found.rendered == value.rendered ? "; quotes make the difference" : ""
            return FactDifference(expected: expected, found: found.json + hint)
        case .optedOut(let isOptedOut):
            guard snapshot.optedOut != isOptedOut else { return nil }
            let sentence = { (value: Bool) in value ? "opted out" : "not opted out" }
            return FactDifference(
                expected: "the person to be \(sentence(isOptedOut))",
                found: "the person \(sentence(snapshot.optedOut))"
            )
        case .ended(let reason):
            let expected = "the call to end with \(reason.rawValue)"
            guard isOver else { return FactDifference(expected: expected, found: "that it still waits for the caller") }
            guard snapshot.endReason != reason else { return nil }
            return FactDifference(expected: expected, found: snapshot.endReason?.rawValue ?? "no end on record")
        case .language(let language):
            guard snapshot.language != language else { return nil }
            return FactDifference(expected: "the language \(language)", found: snapshot.language.text)
        case .intent(let outcome):
            guard snapshot.intent != outcome else { return nil }
            let found = snapshot.intent?.rawValue ?? "that it is not judged yet"
            return FactDifference(expected: "the intent to be \(outcome.rawValue)", found: found)
        case .forwardedTo(let number):
            guard !transcript.forwardedTo.contains(.number(number)) else { return nil }
            let found = transcript.forwardedTo.map(\.description).joined(separator: ", ")
            return FactDifference(
                expected: "the call to be forwarded to \(number)",
                found: found.isEmpty ? "that it was not forwarded" : "that it was forwarded to \(found)"
            )
        }
    }
}

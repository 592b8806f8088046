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

/// What a fact can be held against besides the record of the call.
struct ScriptMoment {
    let heard: Heard
    /// What the call waits for; nil once it is over.
    let awaited: Awaited?
    /// What the gate says of the person, by how they would be contacted.
    var answers: [ContactKind: ContactAnswer] = [:]

    var isOver: Bool { awaited == nil }

    /// What the provider said last of the call.
    var status: CallStatus? {
        for case .status(let status) in heard.transcript.entries.reversed().map(\.event) { return status }
        return nil
    }
}

extension CallScript.Fact {
    /// How the person would be contacted, where the fact is about that.
    var contact: ContactKind? {
        switch self {
        case .allowed(_, let kind), .refused(_, let kind), .heldUntil(_, let kind): kind
        case .variable, .optedOut, .ended, .status, .language, .intent, .forwardedTo, .bargeIn: nil
        }
    }

    /// Whether it is held against the server's record of the call.
    var isOnRecord: Bool {
        switch self {
        case .variable, .optedOut, .ended, .language, .intent: true
        case .status, .forwardedTo, .bargeIn, .allowed, .refused, .heldUntil: false
        }
    }

    /// What is expected, behind "expected" and perhaps "not".
    var expected: String {
        switch self {
        case .variable(let name, let value): "the variable \(name) to be \(value.json)"
        case .optedOut(let isOptedOut): "the person to be \(isOptedOut ? "opted out" : "not opted out")"
        case .ended(let reason): "the call to end with \(reason.rawValue)"
        case .status(let status): "the call's status to be \(status.rawValue)"
        case .language(let language): "the language \(language)"
        case .intent(let outcome): "the intent to be \(outcome.rawValue)"
        case .forwardedTo(let number): "the call to be forwarded to \(number)"
        case .bargeIn(let isOpen): "the prompt to be one that \(isOpen ? "can" : "cannot") be interrupted"
        case .allowed(let isAllowed, let kind):
            "\(kind.words) to the person to be \(isAllowed ? "allowed" : "not allowed") now"
        case .refused(let isRefused, let kind):
            "\(kind.words) to the person to be \(isRefused ? "refused" : "not refused")"
        case .heldUntil(let instant, let kind): "\(kind.words) to the person to be held until \(instant)"
        }
    }

    /// Holds the fact against the record of a call and what happened in it; nil when it is true.
    ///
    /// - Parameters:
    ///   - snapshot: The record; only facts that are on record need it.
    ///   - moment: What happened so far.
    /// - Returns: The difference.
    func difference(from snapshot: CallSnapshot?, at moment: ScriptMoment) -> FactDifference? {
        found(in: snapshot, at: moment).map { FactDifference(expected: expected, found: $0) }
    }

    /// What is there instead; nil when it is as expected.
    private func found(in snapshot: CallSnapshot?, at moment: ScriptMoment) -> String? {
        switch self {
        case .variable, .optedOut, .ended, .language, .intent:
            guard let snapshot else { return "no record of it" }
            return found(on: snapshot, at: moment)
        case .status(let status): return moment.status == status ? nil : moment.status?.rawValue ?? "no status"
        case .forwardedTo(let number):
            let found = moment.heard.transcript.forwardedTo
            guard !found.contains(.number(number)) else { return nil }
            guard !found.isEmpty else { return "that it was not forwarded" }
            return "that it was forwarded to \(found.map(\.description).joined(separator: ", "))"
        case .bargeIn(let isOpen):
            guard case .input(let gathering) = moment.awaited else { return "a call that does not listen" }
            guard (gathering.promptLength > .zero) != isOpen else { return nil }
            return isOpen ? "one that is over before the bot listens" : "one that can"
        case .allowed(let isAllowed, let kind):
            guard let answer = moment.answers[kind] else { return FactDifference.noGate }
            return (answer == .allowed) == isAllowed ? nil : answer.words
        case .refused(let isRefused, let kind):
            guard let answer = moment.answers[kind] else { return FactDifference.noGate }
            let isSo = if case .refused = answer { true } else { false }
            return isSo == isRefused ? nil : answer.words
        case .heldUntil(let instant, let kind):
            guard let answer = moment.answers[kind] else { return FactDifference.noGate }
            if case .held(let until, _) = answer, until == instant { return nil }
            return answer.words
        }
    }

    private func found(on snapshot: CallSnapshot, at moment: ScriptMoment) -> String? {
        switch self {
        case .variable(let name, let value):
            guard let found = snapshot.variables[name] else { return value == .null ? nil : "no such variable" }
            guard found != value else { return nil }
            return found.json + (found.rendered == value.rendered ? "; quotes make the difference" : "")
        case .optedOut(let isOptedOut):
            guard snapshot.optedOut != isOptedOut else { return nil }
            return "the person \(snapshot.optedOut ? "opted out" : "not opted out")"
        case .ended(let reason):
            guard moment.isOver else { return "that it still waits for the caller" }
            return snapshot.endReason == reason ? nil : snapshot.endReason?.rawValue ?? "no end on record"
        case .language(let language): return snapshot.language == language ? nil : snapshot.language.text
        case .intent(let outcome):
            return snapshot.intent == outcome ? nil : snapshot.intent?.rawValue ?? "that it is not judged yet"
        case .status, .forwardedTo, .bargeIn, .allowed, .refused, .heldUntil: return nil
        }
    }
}

extension FactDifference {
    /// Why a question about the gate has no answer.
    fileprivate static let noGate =
        "nobody to ask: the person's number is not known, or the script is run where there is no compliance gate"
}

extension ContactKind {
    /// The contact as a report names it.
    fileprivate var words: String {
        switch self {
        case .live: "a live call"
        case .automated: "an automated call"
        case .text: "a text"
        }
    }
}

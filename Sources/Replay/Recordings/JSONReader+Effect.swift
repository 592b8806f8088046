import BotGraph
import CallEngine
import Compliance
import Telephony

private enum EffectType: String, CaseIterable {
    case suppress
    case optOutUnlisted = "opt-out-unlisted"
    case liftSuppression = "lift-suppression"
    case intentJudged = "intent-judged"
    case ended
    case faulted
}

private enum EffectKey: String, JSONKey {
    case type
    case number
    case scope
    case means
    case words
    case bot
    case call
    case at
    case outcome
    case answeredAt = "answered_at"
    case callerAt = "caller_at"
    case purposeAt = "purpose_at"
    case optOutAt = "opt_out_at"
    case actedAt = "acted_at"
    case limit
    case basis
    case reason
    case node
    case path
    case line
    case column

    static let suppression: [EffectKey] = [.type, .number, .scope, .means, .words, .bot, .call, .at]
    static let intent: [EffectKey] = [
        .type, .outcome, .answeredAt, .callerAt, .purposeAt, .optOutAt, .actedAt, .limit, .basis,
    ]
    static let fault: [EffectKey] = [.type, .node, .path, .line, .column, .reason]
}

extension JSONReader {
    /// Reads an effect that is kept with the step.
    mutating func keptEffect() throws(JSONFault) -> CallEffect {
        var fields = EffectFields()
        let members =
            try object("an effect") { reader, key throws(JSONFault) in
                try fields.read(key, from: &reader)
            } as JSONMembers<EffectKey>
        switch try members.require(fields.type, .type) {
        case .suppress: return .suppress(try fields.suppression(members))
        case .liftSuppression: return .liftSuppression(try fields.suppression(members))
        case .optOutUnlisted:
            try members.require(only: [.type], in: "an effect of type 'opt-out-unlisted'")
            return .optOutUnlisted
        case .intentJudged:
            let (outcome, evidence) = try fields.intent(members)
            return .intentJudged(outcome, evidence)
        case .ended:
            try members.require(only: [.type, .reason], in: "an effect of type 'ended'")
            return .ended(try fields.endReason(members))
        case .faulted: return .faulted(try fields.fault(members))
        }
    }
}

/// What stood in an effect, of whatever type.
private struct EffectFields {
    var type: EffectType?
    var number: PhoneNumber?
    var scope: Suppression.Scope?
    var means: Suppression.Means?
    var texts: [(key: EffectKey, text: String)] = []
    var call: CallID?
    var instants: [(key: EffectKey, instant: Instant)] = []
    var outcome: IntentOutcome?
    var milliseconds: [(key: EffectKey, count: Int64)] = []
    var node: NodeID?
    var line: Int?
    var column: Int?

    mutating func read(_ key: EffectKey, from reader: inout JSONReader) throws(JSONFault) {
        let start = reader.valueStart()
        let what = "'\(key.rawValue)'"
        switch key {
        case .type: type = try reader.word(what)
        case .number: number = try reader.phoneNumber(what)
        case .scope:
            guard let scope = Suppression.Scope(recorded: try reader.text(what)) else {
                throw JSONFault(.badValue, "'scope' is 'all', 'channel:NAME' or 'bot:NAME'", at: start)
            }
            self.scope = scope
        case .means: means = try reader.word(what)
        case .words, .bot, .basis, .reason, .path: texts.append((key, try reader.text(what)))
        case .call: call = try reader.callID(what)
        case .at, .answeredAt: instants.append((key, try reader.instant(what)))
        case .outcome: outcome = try reader.word(what)
        case .callerAt, .purposeAt, .optOutAt, .actedAt, .limit:
            let range = -1_000_000_000_000_000...Int64(1_000_000_000_000_000)
            milliseconds.append((key, try reader.integer(what, in: range)))
        case .node:
            guard let node = NodeID(try reader.text(what)) else {
                throw JSONFault(.badValue, "'node' is no name of a node", at: start)
            }
            self.node = node
        case .line: line = try reader.int(what, in: 1...1_000_000_000)
        case .column: column = try reader.int(what, in: 1...1_000_000_000)
        }
    }

    func suppression(_ members: JSONMembers<EffectKey>) throws(JSONFault) -> Suppression {
        try members.require(only: EffectKey.suppression, in: "an effect of type 'suppress' or 'lift-suppression'")
        return Suppression(
            number: try members.require(number, .number),
            scope: try members.require(scope, .scope),
            means: try members.require(means, .means),
            words: try members.require(text(.words), .words),
            bot: text(.bot),
            call: call,
            at: try members.require(instant(.at), .at)
        )
    }

    func intent(_ members: JSONMembers<EffectKey>) throws(JSONFault) -> (IntentOutcome, IntentEvidence) {
        try members.require(only: EffectKey.intent, in: "an effect of type 'intent-judged'")
        let evidence = IntentEvidence(
            answeredAt: try members.require(instant(.answeredAt), .answeredAt),
            callerAt: count(.callerAt),
            purposeAt: count(.purposeAt),
            optOutAt: count(.optOutAt),
            actedAt: count(.actedAt),
            limit: try members.require(count(.limit), .limit),
            basis: try members.require(text(.basis), .basis)
        )
        return (try members.require(outcome, .outcome), evidence)
    }

    func fault(_ members: JSONMembers<EffectKey>) throws(JSONFault) -> BotFault {
        try members.require(only: EffectKey.fault, in: "an effect of type 'faulted'")
        var location: SourceLocation?
        if members.contains(.path) || members.contains(.line) || members.contains(.column) {
            location = SourceLocation(
                path: try members.require(text(.path), .path),
                line: try members.require(line, .line),
                column: try members.require(column, .column)
            )
        }
        return BotFault(node: node, location: location, reason: try members.require(text(.reason), .reason))
    }

    func endReason(_ members: JSONMembers<EffectKey>) throws(JSONFault) -> EndReason {
        let text = try members.require(text(.reason), .reason)
        guard let reason = EndReason(rawValue: text) else {
            let known = EndReason.allCases.map(\.rawValue).joined(separator: ", ")
            throw JSONFault(
                .unknownWord,
                "'reason' cannot be '\(text.visible)'; expected one of: \(known)",
                at: members[.reason]
            )
        }
        return reason
    }

    private func text(_ key: EffectKey) -> String? { texts.first { $0.key == key }?.text }
    private func instant(_ key: EffectKey) -> Instant? { instants.first { $0.key == key }?.instant }
    private func count(_ key: EffectKey) -> Int64? { milliseconds.first { $0.key == key }?.count }
}

extension Suppression.Scope {
    /// Reads the form in which recordings have a scope.
    fileprivate init?(recorded text: String) {
        if text == "all" {
            self = .all
        } else if text.hasPrefix("channel:") {
            self = .channel(String(text.dropFirst("channel:".count)))
        } else if text.hasPrefix("bot:") {
            self = .bot(String(text.dropFirst("bot:".count)))
        } else {
            return nil
        }
    }

    /// The form in which recordings have a scope.
    var recorded: String {
        switch self {
        case .all: "all"
        case .channel(let name): "channel:\(name)"
        case .bot(let name): "bot:\(name)"
        }
    }
}

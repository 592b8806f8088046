import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony

extension Recording {
    /// The file's text: the same for the same recording, byte for byte.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The file.
    package var bytes: [UInt8] {
        var json = JSONWriter(capacity: 1_024 * (entries.count + 1))
        json.object { json in
            json.member("touchtone_recording", Int64(Recording.currentVersion))
            json.member("bot", header.bot.text)
            json.member("bot_version", header.botVersion.text)
            json.member("origin", header.origin.rawValue)
            json.member("base_url", header.baseURL)
            if let note = header.note { json.member("note", note) }
        }
        json.endLine()
        for entry in entries {
            json.write(entry)
            json.endLine()
        }
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ entry: Recording.Entry) {
        object { json in
            json.member("at", entry.at.recorded)
            json.key("event")
            json.write(entry.event)
            switch entry.outcome {
            case .applied(let effects, let reply):
                let kept = effects.filter(\.isKept)
                if !kept.isEmpty {
                    json.key("effects")
                    json.list(kept) { $0.write($1) }
                }
                if !entry.answers.isEmpty {
                    json.key("answers")
                    json.list(entry.answers) { json, answer in
                        json.object { json in
                            json.member("source", answer.source)
                            json.member("question", answer.question)
                            json.key("answer")
                            json.value(answer.answer)
                        }
                    }
                }
                if let reply { json.member("reply", reply) }
            case .refused(let refusal, let reply):
                json.member("refused", refusal.rawValue)
                if let reply { json.member("reply", reply) }
            }
        }
    }

    private mutating func write(_ event: CallEvent) {
        object { json in
            switch event {
            case .started(let start): json.write(start)
            case .input(let step, let input):
                json.member("type", "input")
                json.member("step", Int64(step))
                if let digits = input.digits { json.member("digits", digits.unmasked) }
                if let speech = input.speech { json.member("speech", speech) }
                if let confidence = input.confidence {
                    json.key("confidence")
                    json.number(confidence)
                }
                json.flag("unreadable", input.isUnreadable)
            case .forwardEnded(let step, let status):
                json.member("type", "forward-ended")
                json.member("step", Int64(step))
                json.member("status", status.rawValue)
            case .statusChanged(let status, let sequence):
                json.member("type", "status")
                json.member("status", status.rawValue)
                json.optional("sequence", sequence.map { Int64($0) })
            }
        }
    }

    private mutating func write(_ start: CallStart) {
        member("type", "started")
        member("call", start.call.text)
        member("direction", start.direction.rawValue)
        member("person", start.person.recorded)
        member("own_number", start.ownNumber.recorded)
        member("status", start.status.rawValue)
        if !start.variables.isEmpty {
            key("variables")
            value(.object(Record(start.variables.map { ($0.key, $0.value) })))
        }
        if !start.parameters.isEmpty {
            key("parameters")
            value(.object(Record(start.parameters.map { ($0.key, .text($0.value)) })))
        }
        flag("suppressed", start.isSuppressed)
        optional("disclosure_limit", start.disclosureLimit)
    }

    private mutating func write(_ effect: CallEffect) {
        object { json in
            switch effect {
            case .speak, .listen, .forward, .hangUp: break
            case .suppress(let suppression): json.write(suppression, type: "suppress")
            case .liftSuppression(let suppression): json.write(suppression, type: "lift-suppression")
            case .optOutUnlisted: json.member("type", "opt-out-unlisted")
            case .intentJudged(let outcome, let evidence):
                json.member("type", "intent-judged")
                json.member("outcome", outcome.rawValue)
                json.member("answered_at", evidence.answeredAt.recorded)
                json.optional("caller_at", evidence.callerAt)
                json.optional("purpose_at", evidence.purposeAt)
                json.optional("opt_out_at", evidence.optOutAt)
                json.optional("acted_at", evidence.actedAt)
                json.member("limit", evidence.limit)
                json.member("basis", evidence.basis)
            case .ended(let reason):
                json.member("type", "ended")
                json.member("reason", reason.rawValue)
            case .faulted(let fault):
                json.member("type", "faulted")
                if let node = fault.node { json.member("node", node.text) }
                if let location = fault.location {
                    json.member("path", location.path)
                    json.member("line", Int64(location.line))
                    json.member("column", Int64(location.column))
                }
                json.member("reason", fault.reason)
            }
        }
    }

    private mutating func write(_ suppression: Suppression, type: String) {
        member("type", type)
        member("number", suppression.number.unmasked)
        member("scope", suppression.scope.recorded)
        member("means", suppression.means.rawValue)
        member("words", suppression.words)
        if let bot = suppression.bot { member("bot", bot) }
        if let call = suppression.call { member("call", call.text) }
        member("at", suppression.at.recorded)
    }

    private mutating func optional(_ name: String, _ value: Int64?) {
        guard let value else { return }
        member(name, value)
    }

    /// Writes a member that is left out where it is false.
    private mutating func flag(_ name: String, _ value: Bool) {
        guard value else { return }
        key(name)
        boolean(value)
    }
}

extension Party {
    /// How recordings name a party: as a provider does.
    fileprivate var recorded: String {
        switch self {
        case .number, .address: unmasked
        case .withheld: "anonymous"
        }
    }
}

extension Instant {
    /// The instant as recordings have it; one outside the calendar is moved to its end.
    fileprivate var recorded: String {
        min(max(self, Instant(milliseconds: -62_135_596_800_000)), Instant(milliseconds: 253_402_300_799_999))
            .description
    }
}

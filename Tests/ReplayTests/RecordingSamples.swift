import Airscript
import BotGraph
import CallEngine
import Compliance
import Replay
import Simulator
import Telephony
import Testing

/// Recordings to write and to read, of every kind of line there is.
struct RecordingSamples {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func recording() throws -> Recording {
        let bot = try #require(BotName("front-desk"))
        let call = CallID(high: generator.next(), low: generator.next())
        var at = Instant(milliseconds: 1_764_108_447_000 + Int64(number(1_000_000)))
        var entries = [
            Recording.Entry(
                at: at,
                event: .started(try start(of: call)),
                outcome: .applied(effects: [], reply: text())
            )
        ]
        var step = 0
        for _ in 0..<number(7) {
            at = at + .milliseconds(number(20_000))
            step += number(2)
            entries.append(Recording.Entry(at: at, event: try event(step), outcome: try outcome(call, at)))
            let last = entries.count - 1
            if case .applied = entries[last].outcome, number(3) == 0 {
                entries[last].answers = [Recording.Answer(source: "hours", question: text(), answer: value(depth: 3))]
            }
            if case .statusChanged = entries[last].event { entries[last] = withoutDocument(entries[last]) }
        }
        let header = Recording.Header(
            bot: bot,
            botVersion: BotVersion(String(repeating: "0123456789abcdef", count: 4)),
            origin: Recording.Origin.allCases[number(3)],
            baseURL: "https://bots.example.com",
            note: number(2) == 0 ? nil : text()
        )
        return Recording(path: "a.jsonl", header: header, entries: entries)
    }

    mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    mutating func text() -> String {
        let pieces = [
            "stop", " ", "\"", "\\", "\n", "\r\n", "\t", "\u{0}", "\u{7F}", "é", "🦷", "<Say>", "\u{202E}", "e\u{301}",
            "7", "/",
        ]
        return (0..<number(9)).map { _ in pieces[number(pieces.count)] }.joined()
    }

    mutating func value(depth: Int) -> Value {
        switch number(depth > 0 ? 8 : 6) {
        case 0: .null
        case 1: .boolean(number(2) == 0)
        case 2: .number(Double(number(2_000_000)) - 1_000_000)
        case 3: .number(Double.random(in: -1e300...1e300, using: &generator))
        case 4: .number(Double(bitPattern: 0x3FB9_9999_9999_999A))
        case 5: .text(text())
        case 6: .list((0..<number(4)).map { _ in value(depth: depth - 1) })
        default: .object(Record((0..<number(4)).map { ("n\($0)", value(depth: depth - 1)) }))
        }
    }

    private mutating func start(of call: CallID) throws -> CallStart {
        let parties = ["+12065550101", "anonymous", "sip:desk@example.com", "+442079460101"]
        return CallStart(
            call: call,
            direction: number(2) == 0 ? .inbound : .outbound,
            person: Party(parameter: parties[number(4)]),
            ownNumber: Party(parameter: parties[number(4)]),
            status: CallStatus.allCases[number(CallStatus.allCases.count)],
            variables: ["day": value(depth: 3), "actor": value(depth: 2)],
            parameters: ["CallerName": text(), "From": "+12065550101"],
            isSuppressed: number(2) == 0,
            disclosureLimit: number(2) == 0 ? nil : Int64(number(15_000))
        )
    }

    private mutating func event(_ step: Int) throws -> CallEvent {
        switch number(4) {
        case 0: .forwardEnded(step: step, DialStatus.allCases[number(DialStatus.allCases.count)])
        case 1:
            .statusChanged(CallStatus.allCases[number(9)], sequence: number(2) == 0 ? nil : number(9))
        default:
            .input(
                step: step,
                CallerInput(
                    digits: [nil, Digits(""), Digits("12#*0")][number(3)],
                    speech: number(2) == 0 ? nil : text(),
                    confidence: [nil, 0, 1, 0.823_456_789][number(4)],
                    isUnreadable: number(2) == 0
                )
            )
        }
    }

    private mutating func outcome(_ call: CallID, _ at: Instant) throws -> Recording.Outcome {
        if number(4) == 0 {
            let words = Recording.Refusal.allCases
            return .refused(words[number(words.count)], reply: number(2) == 0 ? nil : text())
        }
        return .applied(effects: try (0..<number(4)).map { _ in try effect(call, at) }, reply: text())
    }

    private mutating func effect(_ call: CallID, _ at: Instant) throws -> CallEffect {
        let scopes = [Suppression.Scope.all, .channel("voice"), .bot("front-desk")]
        let suppression = Suppression(
            number: try #require(PhoneNumber("+12065550101")),
            scope: scopes[number(3)],
            means: Suppression.Means.allCases[number(4)],
            words: text(),
            bot: number(2) == 0 ? nil : "front-desk",
            call: number(2) == 0 ? nil : call,
            at: at
        )
        switch number(6) {
        case 0: return .suppress(suppression)
        case 1: return .liftSuppression(suppression)
        case 2: return .optOutUnlisted
        case 3: return .ended(EndReason.allCases[number(EndReason.allCases.count)])
        case 4:
            let location = SourceLocation(path: "bots/a:b.yaml", line: 1 + number(99), column: 1 + number(99))
            return .faulted(
                BotFault(node: NodeID("menu"), location: number(2) == 0 ? nil : location, reason: text())
            )
        default:
            return .intentJudged(
                IntentOutcome.allCases[number(4)],
                IntentEvidence(
                    answeredAt: at,
                    callerAt: number(2) == 0 ? nil : Int64(number(20_000)),
                    purposeAt: nil,
                    optOutAt: Int64(number(20_000)),
                    actedAt: number(2) == 0 ? nil : -5,
                    limit: 15_000,
                    basis: "estimated speech"
                )
            )
        }
    }

    private func withoutDocument(_ entry: Recording.Entry) -> Recording.Entry {
        var entry = entry
        entry.answers = []
        switch entry.outcome {
        case .applied(let effects, _): entry.outcome = .applied(effects: effects, reply: nil)
        case .refused(let refusal, _): entry.outcome = .refused(refusal, reply: nil)
        }
        return entry
    }
}

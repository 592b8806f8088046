import Airscript
import BotGraph
import Compliance
import Store
import Telephony
import Testing

@testable import CallEngine

/// One call as the tests write it to a store, step by step.
struct FixtureCall {
    static let start = Instant(milliseconds: 1_795_644_447_000)

    let id: CallID
    let person: PhoneNumber
    let ownNumber: PhoneNumber
    let bot: BotName
    let greeting: NodeID

    init(_ name: String = "CA00000000000000000000000000000001") throws {
        id = try #require(CallID(name))
        person = try #require(PhoneNumber("+12065550101"))
        ownNumber = try #require(PhoneNumber("+12065550199"))
        bot = try #require(BotName("appointment-reminder"))
        greeting = try #require(NodeID("greeting"))
    }

    func session(
        revision: Int,
        state: CallState? = nil,
        at instant: Instant? = nil,
        text: String = "Tuesday"
    ) -> CallSession {
        var session = CallSession(
            call: id,
            bot: bot,
            botVersion: BotVersion("5f2c"),
            direction: .outbound,
            person: .number(person),
            ownNumber: .number(ownNumber),
            language: .americanEnglish,
            state: state ?? .listening(greeting),
            variables: [
                "appointment": .text(text),
                "attempt": .number(2.5),
                "list": .list([.boolean(true), .null, .number(3)]),
                "when": .object(Record([("year", .number(2_026)), ("month", .number(11)), (text, .text(text))])),
            ],
            parameters: ["CallerName": text],
            status: .inProgress,
            startedAt: FixtureCall.start,
            lastEventAt: instant ?? FixtureCall.start + .seconds(revision)
        )
        session.revision = revision
        session.step = revision - 1
        return session
    }

    /// The write of revision `revision`, which serves step `revision - 1`.
    func step(
        _ revision: Int,
        state: CallState? = nil,
        event: CallEvent? = nil,
        effects: [CallEffect]? = nil,
        token: String? = nil,
        text: String = "Tuesday",
        reply: [UInt8]? = nil,
        at instant: Instant? = nil
    ) -> StepCommit {
        let session = session(revision: revision, state: state, at: instant, text: text)
        return StepCommit(
            session: session,
            expectedRevision: revision - 1,
            entry: LogEntry(
                call: id,
                revision: revision,
                at: session.lastEventAt,
                event: event ?? .input(step: max(0, revision - 2), CallerInput(digits: Digits(.one), confidence: 0.75)),
                effects: effects ?? [.speak(Utterance(.text(text), language: .americanEnglish)), .hangUp],
                step: revision - 1,
                reply: reply ?? Array("<Response><Say>\(revision)</Say></Response>".utf8),
                token: token
            )
        )
    }

    /// A status callback: an entry without a document.
    func statusCallback(_ revision: Int, state: CallState = .ended, token: String? = nil) -> StepCommit {
        let session = session(revision: revision, state: state)
        return StepCommit(
            session: session,
            expectedRevision: revision - 1,
            entry: LogEntry(
                call: id,
                revision: revision,
                at: session.lastEventAt,
                event: .statusChanged(.completed, sequence: 3),
                effects: [.ended(.callerHungUp)],
                step: nil,
                reply: nil,
                token: token
            )
        )
    }

    func suppression(
        _ scope: Suppression.Scope = .all,
        words: String = "stop",
        at seconds: Int = 5
    ) -> Suppression {
        Suppression(
            number: person,
            scope: scope,
            means: .speech,
            words: words,
            bot: bot.text,
            call: id,
            at: FixtureCall.start + .seconds(seconds)
        )
    }
}

/// A request to stop that came without a call.
func recordedSuppression(_ number: PhoneNumber, scope: Suppression.Scope = .all) -> Suppression {
    Suppression(
        number: number,
        scope: scope,
        means: .recorded,
        words: "",
        bot: nil,
        call: nil,
        at: FixtureCall.start
    )
}

/// Text that has broken stores before: a NUL, quotes, a statement's end, emoji, right-to-left marks, control
/// characters.
let hostileTexts = [
    "a\u{0}b", "\u{0}", "", "'; DROP TABLE calls; --", "\"quoted\" \\ back/slash", "👩‍👩‍👧‍👦 café e\u{301}",
    "\u{202E}rtl\u{7}\u{1B}[0m",
    "line\r\nline\tend", "\u{FFFF}\u{10FFFF}", "{{ template }} %s ?1 :name",
]

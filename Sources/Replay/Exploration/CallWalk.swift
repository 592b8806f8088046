import Airscript
import BotGraph
import CallEngine
import Telephony

/// Drives the real machine of a bot, one act at a time.
struct CallWalk {
    /// What an ear takes that is open.
    struct Ear: Hashable {
        let hearsSpeech: Bool
        let maxDigits: Int?
        let finishOnKey: Key?
    }

    /// What an act led to.
    struct Outcome {
        let session: CallSession
        let passages: [Passage]
        /// What the caller hears of it.
        let heard: [Utterance]
        /// Nil where the call does not listen.
        let ear: Ear?
        let faults: [BotFault]
        /// Nil while the call goes on.
        var end: EndReason? { session.endReason }
    }

    let bot: Bot
    let recordings: PromptCatalogue

    private static let began = Instant(milliseconds: 1_767_225_600_000)
    /// How long each act takes; no call comes near the limit on its length.
    private static let pace = Duration.seconds(10)

    func begin(_ values: StartValues) -> Outcome? {
        let start = CallStart(
            call: CallID(high: 0, low: 1),
            direction: bot.direction,
            person: Party(parameter: "+12065550123"),
            ownNumber: Party(parameter: "+12065550199"),
            status: .inProgress,
            variables: values.variables
        )
        return run(.started(start), on: nil, at: CallWalk.began)
    }

    /// Nil when the call does not take the act where it stands.
    func apply(_ act: ExploredAct, to session: CallSession) -> Outcome? {
        run(act.event(at: session.step), on: session, at: session.lastEventAt + CallWalk.pace)
    }

    private func run(_ event: CallEvent, on session: CallSession?, at instant: Instant) -> Outcome? {
        var machine = CallMachine(bot: bot, session: session, recordings: recordings, isTraced: true)
        guard let effects = try? machine.handle(event, at: instant), let session = machine.session else { return nil }
        var heard: [Utterance] = []
        var faults: [BotFault] = []
        var ear: Ear?
        for effect in effects {
            switch effect {
            case .speak(let utterance): heard.append(utterance)
            case .listen(let listening):
                heard += listening.prompts
                ear = Ear(
                    hearsSpeech: listening.kind == .keysAndSpeech,
                    maxDigits: listening.maxDigits,
                    finishOnKey: listening.finishOnKey
                )
            case .faulted(let fault): faults.append(fault)
            case .forward, .hangUp, .suppress, .optOutUnlisted, .liftSuppression, .intentJudged, .ended: break
            }
        }
        return Outcome(session: session, passages: machine.passages, heard: heard, ear: ear, faults: faults)
    }
}

extension CallSession {
    /// The node that waits for the caller, or for the end of a leg.
    var waitsAt: NodeID? {
        switch state {
        case .listening(let node), .forwarding(let node): node
        case .ending, .ended: nil
        }
    }
}

extension EndReason {
    /// Whether it says that something is wrong with the bot, not that the call went its way.
    var isBotsFault: Bool {
        switch self {
        case .botFault, .noExit, .tooManyNodes, .tooManySteps, .sessionTooLarge, .documentTooLarge: true
        case .completed, .callerHungUp, .optedOut, .suppressed, .notAnswered, .tooManyAttempts, .tooLong: false
        }
    }
}

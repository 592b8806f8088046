import Airscript
import BotGraph
import CallEngine
import Compliance
import Replay
import Simulator
import Telephony

/// A call as a person sees it in the terminal.
struct CallScreen: Sendable {
    let showsTwiML: Bool
    let hasColour: Bool

    func begin(_ bot: Bot, person: PhoneNumber) {
        let verb = bot.direction == .inbound ? "You call" : "You are called by"
        Console.print(
            "\(verb) '\(bot.title)'. Type keys or words, an empty line for silence, /hangup to hang up, /help for help."
        )
        Console.print()
    }

    /// One thing that happened.
    func show(_ entry: Transcript.Entry) {
        switch entry.event {
        case .spoke(let speech): Console.print(bold("bot: ") + speech.text)
        case .played(let url, _): Console.print(bold("bot plays ") + url)
        case .paused(let length): Console.print(dim("  … \(length.inMilliseconds / 1_000) s"))
        case .silence: Console.print(dim("  (silence)"))
        case .forwarding, .forwardEnded, .interrupted, .ignored, .tones:
            Console.print(dim("  " + entry.event.sentence(.open)))
        case .hungUp(let side): Console.print(dim("  \(side.rawValue) hangs up"))
        case .warning, .fault: Console.print(red(entry.event.sentence(.open)))
        case .webhook(let webhook):
            guard showsTwiML else { return }
            Console.print(dim("  \(entry.event.sentence(.open))"))
            if let document = webhook.document {
                Console.print(dim(document.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")))
            }
        case .status: if showsTwiML { Console.print(dim("  " + entry.event.sentence(.open))) }
        // What the person typed is on their screen already.
        case .listening, .pressed, .said: break
        }
    }

    /// What came of the call.
    func end(_ result: CallResult, record: CallSnapshot?, faults: [BotFault]) {
        Console.print()
        let outcome = (record?.endReason?.rawValue ?? result.status.rawValue).replacing("-", with: " ")
        Console.print("The call is over after \(result.length.inMilliseconds / 1_000) s: \(outcome).")
        for fault in faults { Console.print(red("Fault: \(fault)")) }
        guard let record else { return }
        if faults.isEmpty, record.endReason?.isFault == true {
            Console.print(red("The bot ended this call before its time."))
        }
        if let intent = record.intent { Console.print("Intent within 15 seconds: \(intent.rawValue).") }
        if record.optedOut { Console.print("The number is on the suppression list.") }
        for (name, value) in record.variables.sorted(by: { $0.key < $1.key }) where name != "actor" {
            Console.print("  \(name) = \(value.json)")
        }
    }

    private func bold(_ text: String) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func dim(_ text: String) -> String { hasColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
    private func red(_ text: String) -> String { hasColour ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
}

extension EndReason {
    /// Whether it says that something is wrong with the bot, not that the call went its way.
    var isFault: Bool {
        switch self {
        case .botFault, .noExit, .tooManyNodes, .tooManySteps, .sessionTooLarge, .documentTooLarge: true
        case .completed, .callerHungUp, .optedOut, .suppressed, .notAnswered, .tooManyAttempts, .tooLong: false
        }
    }
}

import Foundation
import Simulator
import Telephony

/// A person who types.
///
/// A line of keys is pressed, any other line is said, an empty one is silence.
struct TerminalCaller: Caller {
    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        while true {
            Console.print(prompt(for: awaited), terminator: "")
            guard let line = await TerminalCaller.line() else {
                Console.print()
                return .hangUp
            }
            let text = line.trimmingCharacters(in: .whitespaces)
            switch (awaited, text) {
            case (_, "/hangup"): return .hangUp
            case (_, "/help"): Console.print(help(for: awaited))
            case (_, let text) where text.hasPrefix("/"):
                Console.print("  There is no command '\(text)' here; /help shows what to type.")
            case (.input, ""): return .silence
            case (.input(let ear), _):
                if let digits = Digits(text) { return .press(digits) }
                guard !ear.acceptsSpeech else { return .say(text) }
                Console.print("  This step takes keys only: 0-9, * and #.")
            case (.forward, ""): return .forwardEnds(.completed)
            case (.forward, _):
                if let status = DialStatus(rawValue: text) { return .forwardEnds(status) }
                Console.print("  " + help(for: awaited))
            }
        }
    }

    private func prompt(for awaited: Awaited) -> String {
        switch awaited {
        case .input(let ear): ear.acceptsSpeech ? "you (keys or words) > " : "you (keys) > "
        case .forward: "the other number (Enter: completed; busy, no-answer, failed) > "
        }
    }

    private func help(for awaited: Awaited) -> String {
        switch awaited {
        case .input: "Keys (1, 0, *, #) are pressed, words are said, an empty line is silence. /hangup ends the call."
        case .forward:
            "How does the other number answer? completed, busy, no-answer, failed or canceled; /hangup ends the call."
        }
    }

    /// Waits for a line without holding one of the threads that the server runs on.
    private static func line() async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: readLine()) }
        }
    }
}

import BotGraph
import CallEngine
import Replay
import Simulator

/// What came of one recording or call script.
struct ReplayCase: Sendable {
    enum Kind: String, Sendable {
        case recording
        case script
    }

    enum Status: String, Sendable {
        case passed
        case failed
        /// It had changed, and its file was rewritten.
        case updated
    }

    /// One thing that was not as it should be.
    struct Failure: Sendable {
        /// The line of the file.
        let line: Int
        /// In one sentence without a full stop.
        let message: String
        /// The whole of it, for people.
        let lines: [String]
    }

    let path: String
    let kind: Kind
    let bot: BotName
    /// What the file says that it shows.
    let title: String?
    var status: Status
    let failures: [Failure]
    /// The node at which a recording parts from what it was.
    let partsAt: NodeID?
    /// What the call passed in the bot, where coverage is asked for.
    var passages: [Passage] = []

    init(_ result: ReplayResult, of bot: Bot) {
        path = result.recording.path
        kind = .recording
        self.bot = bot.name
        title = result.recording.header.note
        status = result.passed ? .passed : .failed
        let recording = result.recording
        failures = result.differences.map { difference in
            Failure(
                line: difference.line,
                message: difference.sentence(in: recording),
                lines: difference.lines(in: recording)
            )
        }
        partsAt = result.partsAt
    }

    init(_ result: ScriptResult, of bot: Bot) {
        path = result.script.path
        kind = .script
        self.bot = bot.name
        title = result.script.title
        status = result.passed ? .passed : .failed
        failures = result.failures.map { failure in
            Failure(
                line: failure.location.line,
                message: failure.diagnostic.message,
                lines: ["\(failure.diagnostic)"] + failure.transcript.lines(.open).map { "  " + $0 }
            )
        }
        partsAt = nil
    }
}

import BotGraph
import CallEngine
import Carrier
import Foundation
import Replay
import Simulator
import Telephony
import Testing
import WebhookServer

/// One recording beside a sample bot, and how the call that it is of is made.
struct RecordingSample: Sendable, CustomTestStringConvertible {
    /// Who is on the phone.
    enum Conversation: Sendable {
        case script(SampleScript)
        case acts([CallerAct], person: String, values: [String: String])
    }

    /// A webhook that comes when the call is over.
    enum Straggler: Sendable {
        case turn(step: Int, name: String, value: String)
        case status(String, sequence: Int)
    }

    let bot: SampleBot
    let name: String
    /// What it shows; a script's title where it says nothing else.
    var note: String?
    var conversation: Conversation
    var troubles = DeliveryTroubles()
    var parameters: [FormParameters.Parameter] = []
    var stragglers: [Straggler] = []
    /// Words of the bot's file, and those of the version that the call begins with, while later calls get the file as it is.
    ///
    /// Neither is heard in the call, so that its recording is that of either version.
    var earlierWords: (now: String, before: String)?
    var timeLimit: Duration = .seconds(14_400)

    /// 25 November 2026, 15:00 UTC.
    static let start = Instant(milliseconds: 1_795_618_800_000)
    static let baseURL = "https://bots.example.com"

    var testDescription: String { "\(bot.name)/\(name)" }

    /// Where the recording lies.
    var path: String { "\(bot.recordingsFolder)/\(name).jsonl" }
}

extension SampleBot {
    var recordingsFolder: String { "\(folder)/recordings" }

    private var folder: String { "\(SampleBot.promptsFolder.dropLast("/prompts".count))/bots/\(name)" }

    /// The recordings beside the bot, sorted.
    func recorded() throws -> [Recording] {
        try FileManager.default.contentsOfDirectory(atPath: recordingsFolder).sorted()
            .filter { $0.hasSuffix(".jsonl") }
            .map { name in
                let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(recordingsFolder)/\(name)")))
                return try Recording.read(bytes: bytes, path: name).get()
            }
    }
}

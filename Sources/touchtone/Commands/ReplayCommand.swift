import ArgumentParser
import BotGraph
import BotLint
import Carrier
import CurlTransport
import Foundation
import Replay
import Telephony
import WebhookServer

/// Recorded calls and call scripts against the bots as they are now.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run recorded calls and call scripts against the bots, and tell what callers would hear differently.",
        discussion: """
            A recording (*.jsonl) is a call as a server wrote it down: it is run through the engine again, event by event, at \
            the instants at which it happened, and every reply is held against the recorded one. A call script (*.yaml in a \
            folder 'calls') is a call as a person wrote it down. Folders are searched for both. The bot is the bot.yaml above \
            the file, or the one of that name in the folder that --bots names, where that is given.

            The exit status is 0 when all pass, 1 when one fails, 2 when the command's words are off, and 3 when a file \
            cannot be read.

            Example:
              touchtone replay bots/
              touchtone replay recordings/ --bots bots --format junit > replay.xml
              touchtone replay bots/front-desk --update
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case junit
    }

    @Argument(help: "Recordings, call scripts, or folders of them. (default: bots)")
    var paths: [String] = []

    @Option(
        help: "The folder of bots, whatever bot lies beside a file. (default: the bot.yaml above the file, else bots)"
    )
    var bots: String?

    @Option(help: "The folder of recorded prompts. (default: prompts)")
    var prompts: String?

    @Option(help: "How the outcome is printed.")
    var format = Format.text

    @Flag(help: "Rewrite the recordings that have changed, so that they are as the bots are now.")
    var update = false

    @Flag(help: "Name the calls that pass, too.")
    var verbose = false

    @Flag(help: "Tell which lines of the bots no call has walked.")
    var coverage = false

    @Option(help: ArgumentHelp("Fail when the calls walk less of the bots.", valueName: "percent"))
    var coverageMinimum: Int?

    @Option(
        name: .customLong("coverage-html"),
        help: ArgumentHelp("Write the coverage as a page to this file.", valueName: "file")
    )
    var coveragePage: String?

    func validate() throws {
        if let coverageMinimum, !(0...100).contains(coverageMinimum) {
            throw ValidationError("'--coverage-minimum \(coverageMinimum)' is no percentage from 0 to 100.")
        }
    }

    private var wantsCoverage: Bool { coverage || coverageMinimum != nil || coveragePage != nil }

    func run() async throws {
        let prompts = try BotArguments.prompts(prompts)
        let recordings = try BotArguments.recordings(at: prompts)
        let files = ReplayFiles(paths.isEmpty ? ["bots"] : paths, bots: bots, recordings: recordings)
        guard !files.items.isEmpty || !files.faults.isEmpty else {
            let places = (paths.isEmpty ? ["bots"] : paths).joined(separator: ", ")
            throw CommandFailure.impossible(
                "There are no recordings (*.jsonl) and no call scripts (calls/*.yaml) in \(places). "
                    + "'touchtone explore BOT --write' writes scripts; 'serve' records calls."
            )
        }
        let run = ReplayRunner(recordings: recordings, prompts: prompts, update: update, isTraced: wantsCoverage)
        let cases = try await run.run(files.items)
        var told: CoverageReport?
        if wantsCoverage {
            var report = CoverageReport(files.bots)
            for item in cases { report.add(item.passages, of: item.bot) }
            told = report
        }
        if !files.items.isEmpty { try report(cases, told) }
        if let coveragePage { try told?.writePage(to: coveragePage) }
        guard files.faults.isEmpty else {
            throw CommandFailure(message: files.faults.joined(separator: "\n"), code: ExitCode(3))
        }
        try told?.require(coverageMinimum)
        guard !cases.contains(where: { $0.status == .failed }) else { throw CommandFailure.findings }
    }

    private func report(_ cases: [ReplayCase], _ coverage: CoverageReport?) throws {
        let summary = ReplaySummary(cases: cases)
        switch format {
        case .json:
            let text = try ReplayJSON.print(cases)
            Console.print(coverage.map { $0.added(to: text) } ?? text)
        case .junit:
            Console.print(ReplayJUnit.print(cases), terminator: "")
            if let coverage { Console.error(coverage.text) }
        case .text:
            let text = ReplayText.print(cases, isColoured: Console.hasColour, showsPassed: verbose)
            if !text.isEmpty { Console.print(text) }
            if !summary.partings.isEmpty { Console.print(summary.partings.joined(separator: "\n")) }
            if let coverage { Console.print(coverage.text) }
            Console.print(summary.closingLine)
        }
    }
}

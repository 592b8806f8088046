import ArgumentParser
import BotGraph
import Compliance
import Foundation
import Replay
import StoreSQLite
import Telephony

/// Recordings of calls that a server has kept.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write calls from a server's database as recordings, with what is personal masked.",
        discussion: """
            A recording is a file of JSON Lines, which touchtone replay holds against the bots. Numbers, names and the like \
            are replaced by stand-ins; what touchtone replay --help calls a recording is all that leaves the database. The \
            same number gets the same stand-in wherever TOUCHTONE_SECRET_KEY is the same; without that key the stand-ins of \
            each run are its own.

            One call without --output is printed. The database is only read, and a server may be using it. Webhooks that \
            were refused (repeated or late ones) are not in a database; the recordings that a server writes itself have them.

            Example:
              touchtone export CA0123456789abcdef0123456789abcdef
              touchtone export --bot front-desk --since 2026-11-01 --output bots/front-desk/recordings
            """
    )

    @Argument(help: ArgumentHelp("The calls to write; all that are over without any.", valueName: "call"))
    var calls: [String] = []

    @Option(help: "The server's SQLite file; else TOUCHTONE_DATABASE. (default: touchtone.sqlite)")
    var database: String?

    @Option(help: "The folder of bots, for a version whose source the database does not have.")
    var bots = "bots"

    @Option(help: "The folder of recordings that prompts played. (default: prompts)")
    var prompts: String?

    @Option(help: ArgumentHelp("Only calls of this bot.", valueName: "name"))
    var bot: String?

    @Option(
        help: ArgumentHelp("Only calls that started then or later: a day in UTC, or an instant.", valueName: "date")
    )
    var since: String?

    @Option(help: ArgumentHelp("The folder to write to; made where it is not there.", valueName: "folder"))
    var output: String?

    @Option(help: "What addresses in the replies begin with, for calls in whose replies there is none.")
    var publicURL: String?

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let wanted = try ExportSelection(calls: calls, bot: bot, since: since)
        if output == nil, calls.count != 1 {
            throw CommandFailure.usage(
                "Only one call can be printed. Name it, or give --output a folder for the recordings."
            )
        }
        let archive: SQLiteCallArchive
        do {
            archive = try SQLiteCallArchive.open(
                path: database ?? environment["TOUCHTONE_DATABASE"]?.nonEmpty ?? "touchtone.sqlite"
            )
        } catch { throw CommandFailure.impossible("\(error)") }
        defer { archive.close() }
        let key = RecordingKey.ofProcess(environment)
        if !key.isLasting {
            Console.error(
                "TOUCHTONE_SECRET_KEY is not set: the stand-ins of this run are its own, and match no other recording's."
            )
        }
        let export = CallExport(
            archive: archive,
            folder: bots,
            prompts: try BotArguments.recordings(at: try BotArguments.prompts(prompts)),
            mask: RecordingMask(key: key.key),
            publicURL: publicURL
        )
        let findings = try await write(wanted, with: export)
        guard findings.isEmpty else {
            for finding in findings { Console.error(finding) }
            throw CommandFailure.findings
        }
    }

    /// Writes the recordings.
    ///
    /// - Returns: What keeps calls from being recorded.
    private func write(_ wanted: ExportSelection, with export: CallExport) async throws -> [String] {
        var findings: [String] = []
        var count = 0
        var wanted = wanted
        try await wanted.check(in: export.archive)
        while let call = try await wanted.next(in: export.archive) {
            switch try await export.recording(of: call) {
            case .withheld(let reasons): findings += reasons
            case .made(let recording, let notes):
                count += 1
                for note in notes { Console.error(note) }
                guard let output else {
                    Console.print(recording.text, terminator: "")
                    continue
                }
                let isOfOneBot = bot != nil || !calls.isEmpty
                let folder = isOfOneBot ? output : "\(output)/\(recording.header.bot)"
                let path = try RecordingFile.write(recording, to: folder)
                Console.print("\(path): \(recording.entries.count) events")
            }
        }
        if output != nil { Console.print("\(count) \(count == 1 ? "recording" : "recordings")") }
        return findings
    }
}

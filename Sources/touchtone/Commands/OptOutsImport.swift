import ArgumentParser
import Foundation
import Store
import StoreSQLite
import Telephony

/// Takes the requests of a file.
struct OptOutsImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take the requests of a CSV file.",
        discussion: """
            The first line names the columns: number, and perhaps change (opted-out,
            opted-in, lifted), scope (all, voice, sms, bot:NAME), means (key, speech, text,
            recorded), words, bot, call, at (RFC 3339) and recorded_by. What is left out is
            an opt-out of everything, recorded now by the file and its line.

            A line that cannot be read is reported with its place, all others are taken,
            and the exit status is 1. Where such a line has a number and does not opt in, it
            is an opt-out from now on: of its scope, or of everything where the scope cannot
            be read. A line that the log has already adds nothing, so a file may be imported
            again. A database that is not there is made.

            Example:
              touchtone opt-outs import opt-outs.csv --dry-run
              touchtone opt-outs import opt-outs.csv
            """
    )

    @Argument(help: "The file to read; - is standard input.")
    var file: String

    @Flag(help: "Report what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var place: OptOutsDatabase

    func run() async throws {
        let bytes: [UInt8]
        do {
            bytes = try OptOutsImport.read(file)
        } catch { throw CommandFailure.impossible("Could not read '\(file)': \(error.localizedDescription)") }
        var lines: SuppressionFile
        do {
            let name = URL(fileURLWithPath: file).lastPathComponent
            lines = try SuppressionFile(bytes, name: name, now: SystemClock.now)
        } catch {
            for fault in error.faults { report(fault) }
            throw CommandFailure.findings
        }
        let tally: ImportTally
        if dryRun {
            let rehearsal = ImportRehearsal()
            tally =
                if place.isMissing {
                    try await take(&lines) { await rehearsal.merge($0, histories: [:]) }
                } else {
                    try await place.withList { list in
                        try await take(&lines) { try await rehearsal.merge($0, on: list) }
                    }
                }
        } else {
            tally = try await place.withList(makingFile: true) { list in
                try await take(&lines) { try await list.merge($0) }
            }
        }
        Console.print(tally.summary(of: file, isRehearsal: dryRun))
        guard tally.bad == 0 else { throw CommandFailure.findings }
    }

    /// Takes the lines a group at a time, each in a transaction of its own.
    private func take(
        _ lines: inout SuppressionFile,
        _ merge: ([ImportedSuppression]) async throws -> [Bool]
    ) async throws -> ImportTally {
        var tally = ImportTally()
        var group: [(request: ImportedSuppression, isFaulty: Bool)] = []
        let clock = ContinuousClock()
        func flush() async throws {
            guard !group.isEmpty else { return }
            let start = clock.now
            let news = try await merge(group.map(\.request))
            for (line, isNew) in zip(group, news) where !line.isFaulty {
                tally.added += isNew ? 1 : 0
                tally.known += isNew ? 0 : 1
            }
            tally.taken += group.count { $0.isFaulty }
            group.removeAll(keepingCapacity: true)
            // A server on the same file gets its turn: it has calls to answer.
            try await Task.sleep(for: clock.now - start)
        }
        let progress = ImportProgress(file: file)
        while let line = lines.next() {
            switch line {
            case .request(let request): group.append((request, isFaulty: false))
            case .faulty(let fault, let taken):
                tally.bad += 1
                if let taken { group.append((taken, isFaulty: true)) }
                progress.clear()
                report(fault)
            }
            if group.count == OptOutsImport.group {
                try await flush()
                progress.show(tally)
            }
        }
        try await flush()
        progress.clear()
        return tally
    }

    private func report(_ fault: CSVReader.Fault) {
        Console.error("\(file):\(fault.line):\(fault.column): error: [\(fault.id)] \(fault.message)")
    }

    private static func read(_ file: String) throws -> [UInt8] {
        guard file != "-" else { return try FileHandle.standardInput.readToEnd().map { Array($0) } ?? [] }
        return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    }

    private static let group = 500
}

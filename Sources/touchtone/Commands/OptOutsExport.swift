import ArgumentParser
import Foundation
import Store
import StoreSQLite
import Telephony

/// Writes the list to a file.
struct OptOutsExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the list as CSV.",
        discussion: """
            The whole log is written, in order, so that an import gives the same list
            elsewhere; with --current the requests that hold. Numbers and words are in
            full. A text that a spreadsheet would run as a formula (it begins with = + - @
            or a tab) gets an apostrophe in front, which an import takes off again; a
            number in E.164 form is left as it is.

            Example:
              touchtone opt-outs export opt-outs.csv
              touchtone opt-outs export --current | cut -d, -f1
            """
    )

    @Argument(help: "The file to write; - is standard output.")
    var file = "-"

    @Flag(help: "Write only the requests that hold.")
    var current = false

    @Flag(help: "Write over a file that is there.")
    var force = false

    @OptionGroup var place: OptOutsDatabase

    func run() async throws {
        guard file != "-" else {
            _ = try await place.withList { list in
                try await write(list) { Console.print($0, terminator: "") }
            }
            return
        }
        if !force, FileManager.default.fileExists(atPath: file) {
            throw CommandFailure.impossible(
                "There is a file '\(file)' already. Name another, or write over it with --force."
            )
        }
        let count = try await place.withList { list in
            // Whole or not at all, and for its owner's eyes only.
            let part = file + ".part"
            guard FileManager.default.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forWritingAtPath: part)
            else {
                throw CommandFailure.impossible(
                    "Could not write '\(part)'. Name a file in a folder that can be written."
                )
            }
            do {
                let count = try await write(list) { try handle.write(contentsOf: Data($0.utf8)) }
                try handle.synchronize()
                try handle.close()
                guard rename(part, file) == 0 else { throw CocoaError(.fileWriteUnknown) }
                return count
            } catch {
                try? FileManager.default.removeItem(atPath: part)
                if error is StoreError { throw error }
                throw CommandFailure.impossible("Could not write '\(file)': \(error.localizedDescription)")
            }
        }
        Console.print("\(file): \(count) \(count == 1 ? "entry" : "entries")")
    }

    private func write(_ list: SQLiteSuppressionList, to output: (String) throws -> Void) async throws -> Int {
        var count = 0
        try output(SuppressionTable.header)
        func put(_ entries: [SuppressionEntry]) throws {
            count += entries.count
            try output(entries.map { SuppressionTable.row($0) }.joined())
        }
        if current {
            var last: PhoneNumber?
            while true {
                let page = try await list.suppressedNumbers(after: last, limit: OptOutsList.page)
                guard let end = page.last else { return count }
                last = end.number
                try put(page.flatMap(\.requests))
            }
        }
        var position = 0
        while true {
            let page = try await list.suppressionLog(after: position, limit: OptOutsList.page)
            guard let end = page.last else { return count }
            position = end.position
            try put(page.map(\.entry))
        }
    }
}

import ArgumentParser
import Foundation
import Store
import StoreSQLite
import Telephony

/// The suppression list, for an operator.
struct OptOutsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opt-outs",
        abstract: "Show and keep the list of people who asked not to be contacted.",
        discussion: """
            The list is a log: an entry is never changed, removed or out of date. Taking a
            number off the list is an entry too. All of this works while the server runs on
            the database, and holds for its next contact.

            Example:
              touchtone opt-outs add "(206) 555-0101" --reason "asked by letter of 3 May"
              touchtone opt-outs list
              touchtone opt-outs export opt-outs.csv
            """,
        subcommands: [
            OptOutsList.self, OptOutsAdd.self, OptOutsRemove.self, OptOutsExport.self, OptOutsImport.self,
            OptOutsClassify.self,
        ]
    )
}

/// Where the list is.
struct OptOutsDatabase: ParsableArguments {
    @Option(help: "The server's SQLite file; else TOUCHTONE_DATABASE. (default: touchtone.sqlite)")
    var database: String?

    private var path: String {
        database ?? ProcessInfo.processInfo.environment["TOUCHTONE_DATABASE"]?.nonEmpty ?? "touchtone.sqlite"
    }

    var isMissing: Bool { !FileManager.default.fileExists(atPath: path) }

    /// Runs the body with the list and closes it afterwards.
    ///
    /// - Parameters:
    ///   - makesFile: Whether a database that is not there is made.
    ///   - body: What is done with the list.
    /// - Returns: What the body returns.
    /// - Throws: What the body throws; a failure of the store as one of the command.
    func withList<Answer>(
        makingFile makesFile: Bool = false,
        _ body: (SQLiteSuppressionList) async throws -> Answer
    ) async throws -> Answer {
        if path.hasPrefix("postgres://") || path.hasPrefix("postgresql://") {
            throw CommandFailure.impossible(
                "This version keeps the list in SQLite only. Give --database the path of a file, such as touchtone.sqlite."
            )
        }
        do {
            let list = try SQLiteSuppressionList.open(path: path, makesFile: makesFile)
            defer { list.close() }
            return try await body(list)
        } catch let error as StoreError {
            throw CommandFailure.impossible("\(error)")
        }
    }
}

/// Who makes an entry.
struct OptOutsOperator: ParsableArguments {
    @Option(help: "Who records it. (default: the name of the account that runs the command)")
    var by: String?

    var recorder: SuppressionRecorder {
        get throws {
            let environment = ProcessInfo.processInfo.environment
            guard let name = (by ?? environment["USER"] ?? environment["LOGNAME"] ?? "operator").trimmed.nonEmpty else {
                throw CommandFailure.usage("'--by' is empty. Give the name of whoever records it.")
            }
            return .staff(name)
        }
    }
}

/// The words that several subcommands take.
enum OptOutsArguments {
    static func number(_ text: String) throws -> PhoneNumber {
        guard let number = PhoneNumber(written: text) else {
            throw CommandFailure.usage("'\(PhoneNumber.masked(text).visible)' is no number; \(PhoneNumber.expected).")
        }
        return number
    }

    static func reason(_ text: String) throws -> String {
        guard let reason = text.trimmed.nonEmpty else {
            throw CommandFailure.usage("'--reason' is empty. Say who asked, when and how; it is the evidence.")
        }
        return reason
    }
}

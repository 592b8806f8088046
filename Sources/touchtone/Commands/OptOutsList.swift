import ArgumentParser
import Compliance
import Store
import StoreSQLite
import Telephony

/// Shows who is on the list, or the log of one number.
struct OptOutsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show who is on the list and why, or all that was recorded of a number.",
        discussion: """
            In text the numbers are masked unless --show-numbers is given; JSON has them in
            full, with the words. A number's own log shows the words in both.

            Example:
              touchtone opt-outs list --show-numbers
              touchtone opt-outs list +12065550101
              touchtone opt-outs list --all --format json
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "Show the whole log of this number.")
    var number: String?

    @Option(help: "How entries are printed.")
    var format = Format.text

    @Flag(help: "Show the whole log of everybody, also requests that were taken back.")
    var all = false

    @Flag(help: "Print numbers in full.")
    var showNumbers = false

    @OptionGroup var place: OptOutsDatabase

    static let page = 1_000

    func run() async throws {
        let number = try number.map { try OptOutsArguments.number($0) }
        let text = OptOutsText(showsNumbers: showNumbers)
        try await place.withList { list in
            if let number {
                try await printHistory(of: number, in: list, text)
            } else if all {
                try await printLog(of: list, text)
            } else {
                try await printNumbers(in: list, text)
            }
        }
    }

    private func printHistory(of number: PhoneNumber, in list: SQLiteSuppressionList, _ text: OptOutsText) async throws
    {
        let history = try await list.suppressionHistory(of: number)
        switch format {
        case .json:
            var array = OptOutsArray()
            try array.print(history)
            array.end()
        case .text:
            guard !history.isEmpty else {
                Console.print("Nothing was ever recorded of \(text.number(number)).")
                return
            }
            for entry in history { Console.print(text.evidence(entry)) }
            let scopes = Set(SuppressionLedger(history).standing.map { "\($0.suppression.scope)" }).sorted()
            let state = scopes.isEmpty ? "is not suppressed" : "is suppressed: \(scopes.joined(separator: ", "))"
            Console.print("\(text.number(number)) \(state).")
        }
    }

    private func printLog(of list: SQLiteSuppressionList, _ text: OptOutsText) async throws {
        var array = OptOutsArray()
        var position = 0
        while true {
            let page = try await list.suppressionLog(after: position, limit: OptOutsList.page)
            guard let last = page.last else { break }
            position = last.position
            switch format {
            case .json: try array.print(page.map(\.entry))
            case .text: Console.print(page.map { text.change($0.entry) }.joined(separator: "\n"))
            }
        }
        if format == .json { array.end() } else if position == 0 { Console.print("Nothing was ever recorded.") }
    }

    private func printNumbers(in list: SQLiteSuppressionList, _ text: OptOutsText) async throws {
        var array = OptOutsArray()
        var last: PhoneNumber?
        var count = 0
        while true {
            let page = try await list.suppressedNumbers(after: last, limit: OptOutsList.page)
            guard let end = page.last else { break }
            last = end.number
            count += page.count
            let requests = page.flatMap(\.requests)
            switch format {
            case .json: try array.print(requests)
            case .text: Console.print(requests.map { text.request($0) }.joined(separator: "\n"))
            }
        }
        guard format == .text else { return array.end() }
        switch count {
        case 0: Console.print("Nobody is on the list.")
        case 1: Console.print("1 number is on the list.")
        default: Console.print("\(count) numbers are on the list.")
        }
    }
}

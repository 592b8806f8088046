import ArgumentParser
import Compliance
import Store
import StoreSQLite
import Telephony

/// Takes a number off the list.
struct OptOutsRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a number off the list, when the person wants to be contacted again.",
        discussion: """
            Nothing is deleted: an opt-in is recorded behind the requests. It takes back
            those that its scope reaches. The scope 'all' takes back every one; 'voice' and
            'sms' take back a request about that channel, and 'bot:NAME' one about that
            bot, but none of them a request to stop everything. What still holds is said.
            The exit status is 1 when there was nothing to take back, and then nothing is
            recorded.

            Example:
              touchtone opt-outs remove +12065550101 --reason "signed the form of 9 June"
              touchtone opt-outs remove +12065550101 --scope sms --reason "texted START to the office"
            """
    )

    @Argument(help: "The number, in E.164 form or as a US number.")
    var number: String

    @Option(help: "Who asked, when and how.")
    var reason: String

    @Option(help: ArgumentHelp("What may be taken up again: all, voice, sms or bot:NAME.", valueName: "scope"))
    var scope = ScopeArgument.all

    @OptionGroup var recording: OptOutsOperator
    @OptionGroup var place: OptOutsDatabase

    func run() async throws {
        let suppression = Suppression(
            number: try OptOutsArguments.number(number),
            scope: scope.scope,
            means: .recorded,
            words: try OptOutsArguments.reason(reason),
            bot: nil,
            call: nil,
            at: SystemClock.now
        )
        let number = suppression.number
        let entry = SuppressionEntry(change: .optedIn, suppression: suppression, recordedBy: try recording.recorder)
        try await place.withList { list in
            var ledger = SuppressionLedger(try await list.suppressionHistory(of: number))
            let before = ledger.standing
            ledger.append(entry)
            guard ledger.standing != before else {
                Console.error("Error: \(unchanged(number, before))")
                throw CommandFailure.findings
            }
            try await list.record(entry)
            let left = ledger.standing
            if left.isEmpty {
                Console.print("\(number) is off the list.")
            } else {
                Console.print("\(number) is off the list for \(scope.scope); \(OptOutsRemove.holding(left))")
            }
        }
    }

    private func unchanged(_ number: PhoneNumber, _ standing: [SuppressionEntry]) -> String {
        guard !standing.isEmpty else { return "\(number) is not on the list; there is nothing to take back." }
        return "The scope \(scope.scope) takes back none of the requests of \(number); "
            + OptOutsRemove.holding(standing)
    }

    private static func holding(_ standing: [SuppressionEntry]) -> String {
        let requests = standing.map { "\($0.suppression.scope) since \($0.suppression.at)" }
        return "it is still suppressed: \(requests.joined(separator: ", "))."
    }
}

import ArgumentParser
import Compliance
import Store
import Telephony

/// Puts a number on the list.
struct OptOutsAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Put a number on the list.",
        discussion: """
            Each request is recorded, also of a number that is on the list already. A
            database that is not there is made.

            Example:
              touchtone opt-outs add +12065550101 --reason "asked by letter of 3 May"
              touchtone opt-outs add "(206) 555-0101" --scope voice --reason "no calls, texts are fine; said to Ann"
            """
    )

    @Argument(help: "The number, in E.164 form or as a US number.")
    var number: String

    @Option(help: "Who asked, when and how.")
    var reason: String

    @Option(help: ArgumentHelp("What is to stop: all, voice, sms or bot:NAME.", valueName: "scope"))
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
        let recorder = try recording.recorder
        try await place.withList(makingFile: true) { try await $0.optOut(suppression, recordedBy: recorder) }
        Console.print("\(suppression.number) is on the list now (\(suppression.scope)).")
    }
}

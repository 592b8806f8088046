import ArgumentParser
import Compliance

/// Says of each line whether it is a request to stop.
struct OptOutsClassify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Tell for each line on standard input whether it is a request to stop.",
        discussion: """
            A line is what a person said or wrote; a line break inside it is written \\n.
            It is answered at once with opt-out, confirm (it may be a request: ask, and
            contact nobody meanwhile) or none. No database is needed.

            Example:
              echo "please take me off your list" | touchtone opt-outs classify --channel voice
            """
    )

    @Option(help: "How the words came: sms (a text, whole) or voice (heard).")
    var channel: OptOutChannel

    func run() throws {
        while let line = readLine() { Console.print(OptOutBatch.line(line, channel: channel)) }
    }
}

extension OptOutChannel: ExpressibleByArgument {}

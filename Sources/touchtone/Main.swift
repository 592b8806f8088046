import ArgumentParser

/// The process: parses the words, runs the command, and turns what went wrong into an exit status.
///
/// 0 clean; 1 findings, failed scripts or "not now"; 2 the command's words are off; 3 could not do it.
@main
enum Main {
    static func main() async {
        do {
            var command = try Touchtone.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            Console.error(failure.message)
            Touchtone.exit(withError: failure.code)
        } catch {
            let code = Touchtone.exitCode(for: error)
            // Help and version come out this way too, and are no failure.
            if code == .validationFailure {
                if let unknown = MistypedCommand.find(in: Array(CommandLine.arguments.dropFirst())) {
                    Console.error("Error: \(unknown)")
                    Touchtone.exit(withError: ExitCode(2))
                }
                Console.error(Touchtone.fullMessage(for: error))
                Touchtone.exit(withError: ExitCode(2))
            }
            Touchtone.exit(withError: error)
        }
    }
}

/// The command.
struct Touchtone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "touchtone",
        abstract: "A self-hosted engine for voice bots: menus in YAML, webhooks in, TwiML out.",
        discussion: """
            Example:
              touchtone lint bots/
              touchtone call front-desk
              touchtone serve --demo
            """,
        version: "touchtone 0.1.0",
        subcommands: [
            ServeCommand.self, LintCommand.self, CallCommand.self, ReplayCommand.self, ExploreCommand.self,
            GraphCommand.self, NewCommand.self, HoursCommand.self, OptOutsCommand.self, ExportCommand.self,
            MeasureCommand.self,
        ]
    )
}

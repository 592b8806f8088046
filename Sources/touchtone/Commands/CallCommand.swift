import Airscript
import ArgumentParser
import BotGraph
import Carrier
import Compliance
import CurlTransport
import Foundation
import Replay
import Simulator
import Telephony
import WebhookServer

/// A call in the terminal, or a script's call unattended.
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Call a bot in the terminal.",
        discussion: """
            The bot runs behind the real webhook server on a free port of this machine; a stand-in provider executes its \
            TwiML and posts signed webhooks. Type keys (1, 0, *, #) or words, an empty line for silence, /hangup or \
            Control-D to hang up. Nothing of the call is kept. The exit status is 1 when something was wrong with the bot \
            that ended the call.

            Example:
              touchtone call front-desk
              touchtone call appointment-reminder --set day=Tuesday --set time=noon
              touchtone call front-desk --script bots/front-desk/calls/hours.yaml
            """
    )

    @Argument(help: "A bot's name in the bots folder, or the path of a bot file.")
    var bot: String

    @Option(help: "The folder of bots.")
    var bots = "bots"

    @Option(help: "The folder of recordings. (default: prompts)")
    var prompts: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("A value for a variable; repeat for several.", valueName: "name=value")
    )
    var assignments: [String] = []

    @Option(help: "The caller's number, in E.164 form.")
    var from = "+12065550123"

    @Option(help: "Run this call script unattended; repeat for several.")
    var script: [String] = []

    @Flag(help: "Show each webhook and the TwiML it is answered with.")
    var showTwiml = false

    func run() async throws {
        guard let person = PhoneNumber(from) else {
            throw CommandFailure.usage("'--from \(from)' is no number in E.164 form, such as +12065550123.")
        }
        let prompts = try BotArguments.prompts(prompts)
        let recordings = try BotArguments.recordings(at: prompts)
        let file = try BotArguments.find(bot, in: bots, recordings: recordings)
        guard let loaded = file.result.bot else {
            let lines = file.result.diagnostics.map(\.description).joined(separator: "\n")
            throw CommandFailure(message: lines, code: ExitCode(3))
        }
        let given = try values(for: loaded)
        let session = CallRunner(file: file, bot: loaded, recordings: recordings, prompts: prompts, person: person)
        if script.isEmpty {
            try await session.interactive(values: given, showsTwiML: showTwiml)
        } else {
            try await session.scripted(script, values: given, showsTwiML: showTwiml)
        }
    }

    /// The values of `--set`, held against what the bot declares.
    private func values(for bot: Bot) throws -> [(name: String, value: String)] {
        let given = try BotArguments.assignments(assignments)
        let names = bot.variables.map(\.name)
        for (name, _) in given where !names.contains(name) && !name.hasPrefix("actor.") {
            let hint = LocatedYAML.didYouMean(name, among: names).map { " (\($0))" } ?? ""
            throw CommandFailure.usage(
                "'\(bot.name)' has no variable '\(name)'\(hint). It has: \(names.isEmpty ? "none" : names.joined(separator: ", ")), "
                    + "and actor.first_name and the like."
            )
        }
        for (name, value) in given {
            guard let kind = bot.variables.first(where: { $0.name == name })?.kind else { continue }
            try CallCommand.check(value, for: name, of: kind)
        }
        return given
    }

    /// A value that is none of its variable's kind would go into the call as text, where the bot counts or decides with it.
    private static func check(_ value: String, for name: String, of kind: VariableDeclaration.Kind) throws {
        guard kind == .number || kind == .boolean, case .text = kind.value(of: value) else { return }
        let wanted = kind == .number ? "a number, such as 3" : "a boolean: true or false"
        throw CommandFailure.usage("'--set \(name)=\(value)' does not fit: '\(name)' is \(wanted).")
    }
}

import Airscript
import ArgumentParser
import BotGraph
import Foundation
import Replay
import WebhookServer

/// Every path of a bot, walked by the engine itself.
struct ExploreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Walk every path of a bot, tell what is never reached and what never ends, and write call scripts.",
        discussion: """
            The bot's calls are run through the engine, within bounds: at each place where a call waits every option and \
            universal is chosen by key and by word, digits are typed that are taken and that are refused, wrong keys and \
            words, silence, the requests to stop, and each end of a forwarded leg. Where the way depends on a variable, the \
            values around all that it is compared with are tried.

            With --write, call scripts that together take every edge are written beside the bot as calls/explored-*.yaml; \
            those of an earlier exploration are replaced, scripts written by hand are left alone.

            The exit status is 0 when nothing is wrong; 1 when an edge is never taken, a call cannot end, the bot is at \
            fault, or a person who is called cannot stop the calls in one step; 3 when the bot cannot be read.

            Example:
              touchtone explore front-desk
              touchtone explore appointment-reminder --set day=Tuesday --format json
              touchtone explore bots/front-desk/bot.yaml --write
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "A bot's name in the bots folder, or the path of a bot file.")
    var bot: String

    @Argument(help: "Where --write puts the scripts. (default: the folder 'calls' beside the bot)")
    var folder: String?

    @Option(help: "The folder of bots.")
    var bots = "bots"

    @Option(help: "The folder of recordings. (default: prompts)")
    var prompts: String?

    @Option(help: "How many acts a call may have.")
    var depth = Explorer.Bounds().depth

    @Option(help: "How many states of calls to look at.")
    var states = Explorer.Bounds().states

    @Option(help: ArgumentHelp("When to stop, in seconds.", valueName: "seconds"))
    var timeLimit = 300

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("A start value that is not to be varied; repeat for several.", valueName: "name=value")
    )
    var assignments: [String] = []

    @Flag(help: "Say every phrase of a choice, not only the first.")
    var allPhrases = false

    @Flag(help: "Write call scripts that take every edge.")
    var write = false

    @Option(help: "How the outcome is printed.")
    var format = Format.text

    func validate() throws {
        guard depth > 0 else { throw ValidationError("'--depth \(depth)' is not at least 1.") }
        guard states > 0 else { throw ValidationError("'--states \(states)' is not at least 1.") }
        guard (1...86_400).contains(timeLimit) else {
            throw ValidationError("'--time-limit \(timeLimit)' is not from 1 to 86400 seconds.")
        }
        if let folder, !write {
            throw ValidationError("'\(folder)' is a second argument; did you mean '--write \(folder)'?")
        }
    }

    func run() throws {
        let recordings = try BotArguments.recordings(at: BotArguments.prompts(prompts))
        let file = try BotArguments.find(bot, in: bots, recordings: recordings)
        guard let loaded = file.result.bot else {
            let lines = file.result.diagnostics.map(\.description).joined(separator: "\n")
            throw CommandFailure(message: lines, code: ExitCode(3))
        }
        var bounds = Explorer.Bounds()
        bounds.depth = depth
        bounds.states = states
        let explorer = Explorer(
            bot: loaded,
            recordings: recordings,
            fixed: try fixedValues(for: loaded),
            bounds: bounds,
            saysAllPhrases: allPhrases
        )
        var watch = ExploreProgress(timeLimit: .seconds(timeLimit))
        let exploration = explorer.explore { watch.goOn($0) }
        watch.finish()
        let written =
            write ? try ExploredFiles(file: file, bot: loaded, folder: folder).write(exploration.scripts) : nil
        switch format {
        case .text: Console.print(ExploreText.print(exploration, written: written))
        case .json: Console.print(try ExploreJSON.print(exploration, written: written))
        }
        guard exploration.isClean else { throw CommandFailure.findings }
    }

    /// The values of `--set`, by the kinds that the bot declares.
    private func fixedValues(for bot: Bot) throws -> [String: Value] {
        var values: [String: Value] = [:]
        let names = bot.variables.map(\.name)
        for (name, text) in try BotArguments.assignments(assignments) {
            if let declaration = bot.variables.first(where: { $0.name == name }) {
                values[name] = declaration.kind.value(of: text)
            } else if name.hasPrefix("actor.") {
                values[name] = .text(text)
            } else {
                let hint = LocatedYAML.didYouMean(name, among: names).map { " (\($0))" } ?? ""
                let known = names.isEmpty ? "none" : names.joined(separator: ", ")
                throw CommandFailure.usage("'\(bot.name)' has no variable '\(name)'\(hint). It has: \(known).")
            }
        }
        return values
    }
}

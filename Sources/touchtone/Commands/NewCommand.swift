import ArgumentParser
import BotGraph
import Foundation
import Telephony
import WebhookServer

/// A starter bot that lints clean.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a bot to start from.",
        discussion: """
            Writes NAME/bot.yaml into the bots folder, with call scripts beside it that pass, and the editors' schema and a \
            schedule where there is none. The bot lints clean under --strict; its comments say what to change. Nothing that is \
            there is written over.

            Example:
              touchtone new front-desk --inbound --caller "Riverside Dental"
              touchtone new reminder --outbound --language en-US --language es-US
              touchtone new spring-offer --outbound --purpose telemarketing
            """
    )

    enum Direction: String, EnumerableFlag {
        case inbound
        case outbound

        static func help(for value: Direction) -> ArgumentHelp? {
            switch value {
            case .inbound: "People call the bot. (default)"
            case .outbound: "The bot calls people."
            }
        }
    }

    enum Reason: String, ExpressibleByArgument, CaseIterable {
        case informational
        case telemarketing
    }

    @Argument(help: "The bot's name: a letter, then letters, digits, '-' and '_'.")
    var name: String

    @Flag(exclusivity: .exclusive)
    var direction = Direction.inbound

    @Option(help: "Why it contacts people; telemarketing has stricter rules.")
    var purpose = Reason.informational

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp("What it speaks, the default first; repeat for several. (default: en-US)", valueName: "tag")
    )
    var languages: [String] = []

    @Option(help: "The business that calls or is called.")
    var caller = "Riverside Dental"

    @Option(help: "The folder of bots.")
    var folder = "bots"

    func run() throws {
        let bot = StarterBot(
            name: try botName(),
            direction: direction == .inbound ? .inbound : .outbound,
            purpose: purpose == .informational ? .informational : .telemarketing,
            languages: try tags(),
            caller: try business()
        )
        try checkPlace(for: bot.name)
        var files = StarterFiles(folder: folder)
        try files.write(bot)
        Console.print(report(on: bot, files.written))
    }

    private func botName() throws -> BotName {
        guard let name = BotName(name) else {
            throw CommandFailure.usage(
                "'\(self.name.visible)' is no bot's name: it is a letter and up to 63 letters, digits, '-' and '_', such as front-desk."
            )
        }
        guard !NewCommand.takenNames.contains(name.text) else {
            throw CommandFailure.usage("'\(name)' is the name of a folder beside the bots. Give the bot another name.")
        }
        return name
    }

    /// Names that mean something else in a folder of bots.
    private static let takenNames = ["schedules"]

    private func tags() throws -> [LanguageTag] {
        var tags: [LanguageTag] = []
        for text in languages.isEmpty ? ["en-US"] : languages {
            guard let tag = LanguageTag(text), NewCommand.isUsual(text) else {
                throw CommandFailure.usage(
                    "'--language \(text.visible)' is no language with its region, such as en-US or es-US."
                )
            }
            guard Wording.languages.contains(tag.base) else {
                throw CommandFailure.usage(
                    "There are no words for '\(tag)' here, only English and Spanish. Write the bot in one of them, such as "
                        + "--language en-US, then translate it."
                )
            }
            guard !tags.contains(tag) else { throw CommandFailure.usage("'--language \(tag)' is given twice.") }
            tags.append(tag)
        }
        return tags
    }

    /// The loader wants a language's usual spelling: `en-US`, `es-419`.
    private static func isUsual(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-z]{2,3}(?:-[A-Z]{2}|-[0-9]{3})/) != nil
    }

    /// The name goes into prompts and between quotes in YAML.
    private func business() throws -> String {
        let name = caller.trimmingCharacters(in: .whitespaces)
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark || ("0"..."9").contains($0)
                || " .,'’&-".unicodeScalars.contains($0)
        }
        guard isPlain, name.count <= 60, name.contains(where: \.isLetter) else {
            throw CommandFailure.usage(
                "'--caller \(caller.visible)' is no name to say: write up to 60 letters, digits, spaces and . , ' & -"
            )
        }
        return name
    }

    /// A bot of that name, or anything else in its place, is left alone.
    private func checkPlace(for name: BotName) throws {
        let files = FileManager.default
        if files.fileExists(atPath: "\(folder)/bot.yaml") {
            throw CommandFailure.impossible(
                "'\(folder)' is the folder of one bot, so no other stands in it. Name the folder of all bots with --folder."
            )
        }
        for path in ["\(folder)/\(name)", "\(folder)/\(name).yaml"] where files.fileExists(atPath: path) {
            throw CommandFailure.impossible("'\(path)' is there already. Give the bot another name, or remove it.")
        }
        guard files.fileExists(atPath: folder) else { return }
        let paths: [String]
        do { paths = try BotFiles.paths(at: folder) } catch { throw CommandFailure.impossible("\(error)") }
        for path in paths {
            guard let bot = try? BotFiles.load(path, recordings: nil).result.bot, bot.name == name else { continue }
            throw CommandFailure.impossible("The bot '\(name)' is in '\(path)' already. Give this one another name.")
        }
    }

    private func report(on bot: StarterBot, _ paths: [String]) -> String {
        let isOwn = folder == "bots"
        let call = "\(ShellWords.command) call \(bot.name)" + (isOwn ? "" : " --bots \(ShellWords.quoted(folder))")
        let home = "\(folder)/\(bot.name)"
        let script = bot.files.dropFirst().first.map { "\(home)/\($0.path)" } ?? home
        return
            (["Wrote"] + paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.map { "  \($0)" } + [
                "", "Next", "  \(call)",
                "      a call in this terminal: read the prompts, type keys or words",
                "  \(call) --script \(ShellWords.quoted(script))",
                "      the same unattended, as a test",
                "  \(ShellWords.command) lint --strict \(ShellWords.quoted(folder))",
                "      what is wrong with the bots, after each change",
            ]).joined(separator: "\n")
    }
}

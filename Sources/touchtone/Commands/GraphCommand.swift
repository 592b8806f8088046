import ArgumentParser
import BotGraph
import BotLint
import Foundation
import WebhookServer

/// A bot drawn as a graph, with what the linter finds in it.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a bot's graph.",
        discussion: """
            Draws every node with the first words it says, and every way from one to another. What holds at every menu (the \
            opt-out, help, the operator) is drawn once, dashed. Findings of the linter are marked where they show; what no \
            call gets to is dashed and grey. SVG is drawn by Graphviz, and its tooltips hold the findings in full.

            Example:
              touchtone graph front-desk --format svg --output front-desk.svg
              touchtone graph bots/front-desk/bot.yaml --format mermaid
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case dot
        case svg
        case mermaid
    }

    @Argument(help: "A bot's name in the bots folder, or the path of a bot file.")
    var bot: String

    @Option(help: "The folder of bots.")
    var bots = "bots"

    @Option(help: "The folder of recordings. (default: prompts)")
    var prompts: String?

    @Option(help: "How the drawing is written.")
    var format = Format.dot

    @Option(help: ArgumentHelp("Write it to this file.", valueName: "file"))
    var output: String?

    @Option(help: "What stands above it. (default: the bot's title)")
    var title: String?

    @Flag(name: .customLong("no-findings"), help: "Leave out what the linter finds.")
    var leavesOutFindings = false

    @Option(help: ArgumentHelp("How long Graphviz may take, in seconds.", valueName: "seconds"))
    var timeLimit = 60

    func validate() throws {
        guard (1...3_600).contains(timeLimit) else {
            throw ValidationError("'--time-limit \(timeLimit)' is not from 1 to 3600 seconds.")
        }
    }

    func run() throws {
        let recordings = try BotArguments.recordings(at: BotArguments.prompts(prompts))
        let file = try BotArguments.find(bot, in: bots, recordings: recordings)
        guard let loaded = file.result.bot else {
            let lines = file.result.diagnostics.map(\.description).joined(separator: "\n")
            throw CommandFailure(message: lines, code: ExitCode(3))
        }
        let findings = leavesOutFindings ? [] : try findings(in: file, recordings)
        let drawing = BotDrawing(loaded, findings: findings, title: title)
        let text =
            switch format {
            case .dot: drawing.dot
            case .mermaid: drawing.mermaid
            case .svg: try Graphviz(timeLimit: timeLimit).svg(of: drawing.dot)
            }
        try write(text)
    }

    /// What `touchtone lint` would find in the file, by the configuration that holds for it.
    private func findings(in file: BotFiles.Loaded, _ recordings: PromptCatalogue) throws -> [Diagnostic] {
        do {
            var policies = try LintPolicies()
            return try policies.policy(for: file.path).judge(file.result, recordings: recordings).findings
        } catch BotFilesError.misconfigured(let findings) {
            let lines = findings.map(\.description).joined(separator: "\n")
            throw CommandFailure(message: lines, code: ExitCode(3))
        } catch { throw CommandFailure.impossible("\(error)") }
    }

    private func write(_ text: String) throws {
        guard let output else {
            Console.print(text, terminator: "")
            return
        }
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic) } catch {
            throw CommandFailure.impossible("Could not write '\(output)': \(error.localizedDescription)")
        }
    }
}

import ArgumentParser
import BotGraph
import BotLint
import Foundation
import WebhookServer

/// The check of bot files, and the pages of what it finds.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check bots before anyone is called.",
        discussion: """
            Reports every mistake in the files and in the graphs they describe, each with its place and what to do. The \
            exit status is 0 when there is nothing to report but notes, 1 when there are warnings or errors, 2 when the \
            command's words are off, and 3 when a file cannot be read or mended.

            A comment keeps a finding quiet on its line, or alone on a line on the next one:
              # touchtone:ignore RULE until 2027-03-01 -- the reason

            The nearest .touchtone-lint.yaml in the folder of a bot or above it, up to the root of the repository or this \
            folder, says how grave findings are, for serve too. Its keys are rules (ID: error, warning, note or off), paths \
            (each with match and rules), exclude, provider and strict.

            Example:
              touchtone lint bots/
              touchtone lint bots/ --format sarif > lint.sarif
              touchtone lint --fix bots/front-desk.yaml
              touchtone lint --explain no-silence-exit
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case sarif
        case github
        case junit
    }

    @Argument(help: "Bot files or folders of bots.")
    var paths: [String] = []

    @Option(help: "The folder of recordings. (default: prompts)")
    var prompts: String?

    @Option(help: "How findings are printed.")
    var format = Format.text

    @Flag(help: "Mend what certainly can be, keeping comments and layout.")
    var fix = false

    @Flag(help: "Treat warnings and notes as errors.")
    var strict = false

    @Option(name: .customLong("rule"), help: "Run this rule only; repeat for several.")
    var rules: [String] = []

    @Option(help: ArgumentHelp("Whose calls the bots answer: \(LintCommand.providers).", valueName: "name"))
    var provider: String?

    @Option(help: ArgumentHelp("The lint configuration, instead of the nearest one to each bot.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Print what a rule finds, why it matters, and what to do.", valueName: "id"))
    var explain: String?

    @Flag(name: .customLong("rules"), help: "Print a table of all rules.")
    var listsRules = false

    @Flag(name: .customLong("reference"), help: .hidden)
    var printsReference = false

    private static let providers = ProviderName.allCases.map(\.rawValue).joined(separator: ", ")
    /// How the reference page is written anew.
    static let referenceCommand =
        "swift run touchtone lint --reference > Sources/touchtone/Documentation.docc/LintRules.md"

    func run() throws {
        if let page = try page() {
            Console.print(page, terminator: "")
            return
        }
        let folder = try BotArguments.prompts(prompts)
        let recordings = try BotArguments.recordings(at: folder)
        var inspection = try inspect(recordings, folder)
        var failures: [String] = []
        if fix {
            let mending = LintMending(inspection.files, recordings: recordings)
            failures = mending.failures
            for line in mending.done { if format == .text { Console.print(line) } else { Console.error(line) } }
            if !mending.done.isEmpty { inspection = try inspect(recordings, folder) }
        }
        let report = inspection.report(isStrict: strict, hasFailed: !failures.isEmpty)
        Console.print(try text(of: report), terminator: "")
        failures += Set(inspection.unreadable).sorted().map(\.description)
        guard failures.isEmpty else {
            throw CommandFailure(message: failures.joined(separator: "\n"), code: ExitCode(3))
        }
        guard report.exitCode == 0 else { throw CommandFailure.findings }
    }

    /// What is printed without looking at any bot; nil when bots are to be looked at.
    private func page() throws -> String? {
        if let explain { return LintPageText(isColoured: Console.hasColour).print(try LintPages.page(of: explain)) }
        if listsRules { return LintTable.print(LintPages.all) }
        if printsReference {
            return LintReference.markdown(LintPages.all, command: LintCommand.referenceCommand)
        }
        return nil
    }

    private func inspect(_ recordings: PromptCatalogue, _ folder: String) throws -> LintInspection {
        let paths = paths.isEmpty ? ["bots"] : paths
        let selection = try LintPages.selection(rules)
        do {
            var policies = try LintPolicies(selection: selection, provider: try providerName(), file: config)
            return try LintInspection(
                paths,
                recordings: recordings,
                recordingsFolder: holdsAllBots(paths, of: folder) ? folder : nil,
                policies: &policies,
                selection: selection
            )
        } catch BotFilesError.misconfigured(let findings) {
            let lines = findings.map(\.description).joined(separator: "\n")
            throw CommandFailure(message: lines, code: ExitCode(3))
        } catch let error as BotFilesError { throw CommandFailure.impossible("\(error)") }
    }

    private func providerName() throws -> ProviderName? {
        guard let provider else { return nil }
        guard let name = ProviderName(rawValue: provider) else {
            let hint = LocatedYAML.didYouMean(provider, among: ProviderName.allCases.map(\.rawValue)).map { "; \($0)" }
            throw CommandFailure.usage(
                "'--provider \(provider)' is no provider that is known\(hint ?? "."); take one of: \(LintCommand.providers)."
            )
        }
        return name
    }

    /// Whether the paths are the one folder of bots that play the recordings of a folder: it was named, or stands beside it.
    private func holdsAllBots(_ paths: [String], of folder: String) -> Bool {
        guard paths.count == 1, let path = paths.first else { return false }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
            !FileManager.default.fileExists(atPath: "\(path)/bot.yaml")
        else { return false }
        let parents = [path, folder].map { URL(fileURLWithPath: $0).standardized.deletingLastPathComponent().path }
        return prompts != nil || parents[0] == parents[1]
    }

    private func text(of report: LintReport) throws -> String {
        switch format {
        case .text: report.text(isColoured: Console.hasColour)
        case .json: try DiagnosticJSON.print(report)
        case .sarif: try SARIFReport(pages: LintPages.all, version: LintCommand.version).print(report)
        case .github: GitHubAnnotations.print(report)
        case .junit: JUnitReport.print(report)
        }
    }

    private static var version: String {
        Touchtone.configuration.version.split(separator: " ").last.map(String.init) ?? "0"
    }
}

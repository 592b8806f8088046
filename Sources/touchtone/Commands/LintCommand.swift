import ArgumentParser
import BotGraph
import BotLint
import Compliance
import ComplianceFiles
import Foundation
import WebhookServer

/// The check of bot files, and the pages of what it finds.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check bots before anyone is called.",
        discussion: """
            Reports every mistake in the files and in the graphs they describe, each with its place and what to do. The \
            exit status is 0 when there is nothing to report, 1 when there is, 2 when the command's words are off, and 3 \
            when a file cannot be read.

            Example:
              touchtone lint bots/
              touchtone lint --explain no-silence-exit
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "Bot files or folders of bots.")
    var paths: [String] = []

    @Option(help: "The folder of recordings. (default: prompts)")
    var prompts: String?

    @Option(help: "How findings are printed.")
    var format = Format.text

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Option(name: .customLong("rule"), help: "Run this rule only; repeat for several.")
    var rules: [String] = []

    @Option(help: ArgumentHelp("Print what a rule finds, why it matters, and what to do.", valueName: "id"))
    var explain: String?

    func run() throws {
        if let explain {
            Console.print(try LintPages.page(of: explain))
            return
        }
        let linter = Linter(rules: try LintPages.rules(named: rules))
        let recordings = try BotArguments.recordings(at: BotArguments.prompts(prompts))
        let inspection = BotArguments.inspect(paths.isEmpty ? ["bots"] : paths, recordings: recordings, linter: linter)
        let files = inspection.files
        var findings = files.flatMap(\.findings) + InspectedBot.duplicates(among: files).values
        findings += try scheduleFindings(paths.isEmpty ? ["bots"] : paths)
        if !rules.isEmpty { findings = findings.filter { rules.contains($0.id) } }
        findings += inspection.unreadable
        if strict { findings = findings.map(\.asError) }
        findings = Array(Set(findings)).sorted()
        switch format {
        case .json: Console.print(try DiagnosticJSON.print(findings))
        case .text:
            let sources = files.compactMap { file in file.file.map { (file.path, $0.text) } }
            let printer = DiagnosticPrinter(
                sources: Dictionary(sources) { first, _ in first },
                isColoured: Console.hasColour
            )
            if !findings.isEmpty { Console.print(printer.print(findings)) }
            Console.print(summary(of: findings, bots: files.count { $0.file != nil }))
        }
        guard inspection.unreadable.isEmpty else {
            let lines = Set(inspection.unreadable).sorted().map(\.description).joined(separator: "\n")
            throw CommandFailure(message: lines, code: ExitCode(3))
        }
        guard findings.isEmpty else { throw CommandFailure.findings }
    }

    /// What is wrong with the schedules that stand beside bots.
    private func scheduleFindings(_ paths: [String]) throws -> [Diagnostic] {
        let folders = paths.map { "\($0)/\(ScheduleFiles.directoryName)" }
            .filter { FileManager.default.fileExists(atPath: $0) }
        guard !folders.isEmpty else { return [] }
        let zones: ZoneDatabase
        do { zones = try ZoneFiles.load(names: ZoneFiles.names()) } catch {
            throw CommandFailure.impossible("\(error)")
        }
        return folders.flatMap { ScheduleFiles.load(directory: $0, zones: zones).diagnostics }
    }

    private func summary(of findings: [Diagnostic], bots: Int) -> String {
        let checked = bots == 1 ? "1 bot" : "\(bots) bots"
        guard !findings.isEmpty else { return "\(checked) checked, no findings" }
        let counts = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return "\(checked) checked: \(counts.joined(separator: ", "))"
    }
}

/// The pages of the loader's findings and of the rules.
enum LintPages {
    static func page(of id: String) throws -> String {
        if let rule = LintRules.all.first(where: { $0.id == id }) {
            return "\(id) (\(rule.severity.rawValue))\n\n\(rule.summary)\n\n\(rule.explanation)"
        }
        if let check = BotFileCheck(rawValue: id) { return "\(id) (error)\n\n\(check.explanation)" }
        if let check = LoaderCheck(rawValue: id) { return "\(id) (error)\n\n\(check.explanation)" }
        throw unknown(id)
    }

    /// The rules of these names; all of them when there are no names.
    static func rules(named names: [String]) throws -> [any LintRule] {
        for name in names where !ids.contains(name) { throw unknown(name) }
        return names.isEmpty ? LintRules.all : LintRules.all.filter { names.contains($0.id) }
    }

    private static var ids: [String] {
        (LintRules.all.map(\.id) + LoaderCheck.allCases.map(\.rawValue) + BotFileCheck.allCases.map(\.rawValue))
            .sorted()
    }

    private static func unknown(_ id: String) -> CommandFailure {
        let hint = LocatedYAML.didYouMean(id, among: ids).map { " (\($0))" } ?? ""
        return .usage("There is no rule '\(id)'\(hint). The rules are: \(ids.joined(separator: ", ")).")
    }
}

extension Diagnostic {
    /// The same finding as an error, for `--strict`.
    var asError: Diagnostic {
        Diagnostic(
            id: id,
            severity: .error,
            message: message,
            location: location,
            length: length,
            notes: notes,
            fix: fix
        )
    }
}

import BotGraph
import BotLint
import Compliance
import ComplianceFiles
import Foundation
import WebhookServer

/// All bots at some paths with what is found in them, one by one and together.
struct LintInspection {
    private(set) var files: [InspectedBot] = []
    /// Paths and files of which nothing can be said but that.
    private(set) var unreadable: [Diagnostic] = []
    private var others: [Diagnostic] = []
    private var suppressed: [SuppressedFinding] = []
    private let recordings: PromptCatalogue
    private let selection: Set<String>?

    /// - Parameters:
    ///   - paths: Bot files and folders of bots.
    ///   - recordings: The recordings there are.
    ///   - recordingsFolder: Where they lie; nil where that has nothing to do with the paths.
    ///   - policies: How files are judged.
    ///   - selection: The names of the findings that are asked for; nil for all.
    /// - Throws: When a lint configuration or the data of zones cannot be read.
    init(
        _ paths: [String],
        recordings: PromptCatalogue,
        recordingsFolder: String?,
        policies: inout LintPolicies,
        selection: Set<String>?
    ) throws {
        self.recordings = recordings
        self.selection = selection
        var seen: Set<String> = []
        for path in paths {
            let found: [String]
            do throws(BotFilesError) {
                found = try BotFiles.paths(at: path)
                guard !found.isEmpty else { throw .empty(path: path) }
            } catch {
                unreadable.append(error.diagnostic)
                continue
            }
            for file in found where seen.insert(file).inserted {
                let policy = try policies.policy(for: file)
                files.append(InspectedBot(file, recordings: recordings, policy: policy))
            }
        }
        others += LintInspection.unread(in: paths)
        unreadable += files.filter { $0.file == nil }.flatMap(\.findings)
        others += InspectedBot.duplicates(among: files).values + (try LintInspection.schedules(beside: paths))
        if files.contains(where: { $0.file?.result.bot?.schedule != nil }) {
            var check = try ScheduleCheck()
            others += check.findings(in: files)
        }
        if let selection { others = others.filter { selection.contains($0.id) } }
        try judgeTogether(recordingsFolder, policies: &policies)
    }

    /// The report, with warnings and notes as errors where that is wanted.
    func report(isStrict: Bool, hasFailed: Bool = false) -> LintReport {
        var findings = files.flatMap { file in
            isStrict || file.policy.isStrict ? file.findings.map { $0.with(severity: .error) } : file.findings
        }
        let isStrict = isStrict || files.contains { $0.policy.isStrict }
        findings += isStrict ? others.map { $0.with(severity: .error) } : others
        findings += unreadable
        let sources = files.compactMap { file in file.file.map { (file.path, $0.text) } }
        return LintReport(
            findings: findings,
            suppressed: files.flatMap(\.suppressed) + suppressed,
            sources: Dictionary(sources) { first, _ in first },
            unreadable: Set(unreadable.map(\.location.path)),
            hasFailed: hasFailed
        )
    }

    /// What the rules for projects find, each where it stands.
    private mutating func judgeTogether(_ recordingsFolder: String?, policies: inout LintPolicies) throws {
        let bots = files.compactMap { $0.file?.result.bot }
        let project = LintProject(
            bots: bots,
            recordings: recordings,
            recordingsFolder: recordingsFolder ?? "",
            isComplete: recordingsFolder != nil && bots.count == files.count && unreadable.isEmpty
        )
        let found = Dictionary(grouping: project.lint(), by: \.location.path)
        let judged = Set(ProjectRules.all.map(\.id))
        let ran = project.isComplete ? judged : Set(found.values.joined().map(\.id))
        for file in files {
            take(file.policy.judge(found[file.path] ?? [], in: file.file?.result.source, judged: ran))
        }
        let bare = Set(found.keys).subtracting(files.map(\.path))
        for path in bare.sorted() {
            take(try policies.policy(for: path).judge(found[path] ?? [], in: nil, judged: ran))
        }
    }

    private mutating func take(_ verdict: LintPolicy.Verdict) {
        others += verdict.findings
        suppressed += verdict.suppressed
    }

    /// Files in folders of bots that look like bots and are none by their names: a folder must not look clean because of them.
    private static func unread(in folders: [String]) -> [Diagnostic] {
        folders.flatMap { folder -> [Diagnostic] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
            return names.filter { $0.lowercased().hasSuffix(".yml") || $0.hasSuffix(".YAML") }.map { name in
                Diagnostic(
                    id: BotFileCheck.unreadableFile.rawValue,
                    severity: .warning,
                    message: "the file is not read; give it a name that ends in .yaml",
                    location: SourceLocation(path: "\(folder)/\(name)", line: 1, column: 1)
                )
            }
        }
    }

    /// What is wrong with the schedules that stand beside bots.
    private static func schedules(beside paths: [String]) throws -> [Diagnostic] {
        let folders = paths.map { "\($0)/\(ScheduleFiles.directoryName)" }
            .filter { FileManager.default.fileExists(atPath: $0) }
        guard !folders.isEmpty else { return [] }
        let zones: ZoneDatabase
        do { zones = try ZoneFiles.load(names: ZoneFiles.names()) } catch {
            throw CommandFailure.impossible("\(error)")
        }
        return folders.flatMap { ScheduleFiles.load(directory: $0, zones: zones).diagnostics }
    }
}

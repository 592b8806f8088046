package import BotGraph
package import BotLint
import Foundation

/// One bot file with all that is found in it: by the loader, and by the linter's rules.
package struct InspectedBot: Sendable {
    package let path: String
    /// Nil when the file could not be read at all.
    package let file: BotFiles.Loaded?
    /// Everything found that counts, sorted.
    package let findings: [Diagnostic]
    /// What comments in the file keep quiet, sorted.
    package let suppressed: [SuppressedFinding]
    /// How it was judged.
    package let policy: LintPolicy

    /// Reads a file and judges it.
    package init(_ path: String, recordings: PromptCatalogue?, policy: LintPolicy) {
        self.path = path
        self.policy = policy
        do {
            let file = try BotFiles.load(path, recordings: recordings)
            self.file = file
            let verdict = policy.judge(file.result, recordings: recordings)
            (findings, suppressed) = (verdict.findings, verdict.suppressed)
        } catch {
            file = nil
            (findings, suppressed) = ([error.diagnostic], [])
        }
    }

    package var errors: [Diagnostic] { findings.filter { $0.severity == .error } }

    /// The bot, when nothing in its file keeps it from being served.
    package var servableBot: Bot? { errors.isEmpty ? file?.result.bot : nil }

    /// A finding for each file whose bot an earlier file names already, by the later file's path.
    ///
    /// - Parameters:
    ///   - files: The files, in their order.
    ///   - holders: The files that come first whatever their order, as their bot is being served.
    /// - Returns: The findings.
    package static func duplicates(
        among files: [InspectedBot],
        holders: [BotName: String] = [:]
    ) -> [String: Diagnostic] {
        let named = files.compactMap { file in file.file?.result.bot.map { (path: file.path, bot: $0) } }
        var found: [String: Diagnostic] = [:]
        for (name, group) in Dictionary(grouping: named, by: \.bot.name) where group.count > 1 {
            guard let first = group.first(where: { $0.path == holders[name] }) ?? group.first else { continue }
            for other in group where other.path != first.path {
                found[other.path] = Diagnostic(
                    id: BotFileCheck.duplicateBot.rawValue,
                    severity: .error,
                    message: "the bot '\(name)' is in \(first.path) too; rename one of the two",
                    location: other.bot.location,
                    notes: [.init("the other file", at: first.bot.location)]
                )
            }
        }
        return found
    }
}

extension BotFilesError {
    /// The same as a finding at the head of the file.
    package var diagnostic: Diagnostic {
        if case .misconfigured(let findings) = self, let first = findings.first { return first }
        let (path, message) =
            switch self {
            case .missing(let path): (path, "there is no such file or folder; name a bot file or a folder of bots")
            case .unreadable(let path, let reason): (path, "could not be read: \(reason)")
            case .empty(let path): (path, "there are no bots here; a bot is NAME.yaml or NAME/bot.yaml in this folder")
            case .misconfigured: ("", "the lint configuration has mistakes")
            }
        return Diagnostic(
            id: BotFileCheck.unreadableFile.rawValue,
            severity: .error,
            message: message,
            location: SourceLocation(path: path, line: 1, column: 1)
        )
    }
}

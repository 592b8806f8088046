package import BotGraph
import BotLint
package import Compliance

/// The bots and recordings on disk at one moment: which can be served, and which cannot and why.
package struct BotSurvey: Sendable {
    /// A file whose bot is not served, with its errors.
    package struct Refused: Hashable, Sendable {
        package let path: String
        package let errors: [Diagnostic]
    }

    package let recordings: PromptCatalogue
    /// All files, sorted by path; never empty.
    package let files: [InspectedBot]
    private let duplicates: [String: Diagnostic]
    private let stamps: [String: FileStamp]
    /// Nil when they are to be read again.
    private let recordingStamps: [String: FileStamp]?

    /// Reads what is there.
    ///
    /// - Parameters:
    ///   - bots: The folder of bots, or one bot file.
    ///   - prompts: The folder of recordings.
    ///   - previous: An earlier survey: what has not been touched since is not read again, and a bot that was served keeps its
    ///     name when a second file claims it.
    ///   - today: The day, on which suppressions in the files may end.
    /// - Returns: The survey; a file that cannot be read is in it as one that is refused.
    /// - Throws: When a folder cannot be read or holds no bot at all, or a lint configuration is wrong.
    package static func read(
        bots: String,
        prompts: String,
        after previous: BotSurvey? = nil,
        today: CivilDate = .utcToday
    ) throws(BotFilesError) -> BotSurvey {
        // Stamps come before what they stand for: a file written in between is read once too often, never too seldom.
        let recordingStamps = try BotFiles.recordingPaths(at: prompts).stamps
        var recordings = previous?.recordings
        if recordingStamps != previous?.recordingStamps { recordings = nil }
        let catalogue = if let recordings { recordings } else { try BotFiles.recordings(at: prompts) }
        let paths = try BotFiles.paths(at: bots)
        guard !paths.isEmpty else { throw .empty(path: bots) }
        let stamps = paths.stamps
        let known = previous.map { Dictionary(uniqueKeysWithValues: $0.files.map { ($0.path, $0) }) } ?? [:]
        let isSameCatalogue = previous?.recordings == catalogue
        var policies = try LintPolicies(today: today)
        var files: [InspectedBot] = []
        for path in paths {
            let policy = try policies.policy(for: path)
            let isUntouched = stamps[path] != nil && stamps[path] == previous?.stamps[path] && isSameCatalogue
            if let file = known[path], isUntouched, file.policy.basis == policy.basis {
                files.append(file)
            } else {
                files.append(InspectedBot(path, recordings: catalogue, policy: policy))
            }
        }
        let holders = previous?.servable.map { ($0.bot.name, $0.file.path) } ?? []
        return BotSurvey(
            recordings: catalogue,
            files: files,
            duplicates: InspectedBot.duplicates(
                among: files,
                holders: Dictionary(holders, uniquingKeysWith: { first, _ in first })
            ),
            stamps: stamps,
            recordingStamps: recordingStamps
        )
    }

    /// The bots that can be served, one of each name.
    package var servable: [(bot: Bot, file: BotFiles.Loaded)] {
        files.compactMap { file in
            guard duplicates[file.path] == nil, let bot = file.servableBot, let loaded = file.file else { return nil }
            return (bot, loaded)
        }
    }

    /// The files whose bots are not served, sorted by path.
    package var refused: [Refused] {
        files.compactMap { file in
            let errors = (file.errors + [duplicates[file.path]].compactMap { $0 }).sorted()
            return errors.isEmpty ? nil : Refused(path: file.path, errors: errors)
        }
    }

    /// Two files that name one bot, as findings.
    package var duplicateFindings: [Diagnostic] { duplicates.values.sorted() }

    /// The same, as if every file had been touched since.
    var forgettingStamps: BotSurvey {
        BotSurvey(recordings: recordings, files: files, duplicates: duplicates, stamps: [:], recordingStamps: nil)
    }

    /// Whether a file is as it was at an earlier survey.
    func isUntouched(_ path: String, since previous: BotSurvey) -> Bool {
        guard let stamp = stamps[path] else { return false }
        return stamp == previous.stamps[path]
    }
}

extension [String] {
    /// The stamps of the files at these paths that are there.
    fileprivate var stamps: [String: FileStamp] {
        Dictionary(compactMap { path in FileStamp(path).map { (path, $0) } }) { first, _ in first }
    }
}

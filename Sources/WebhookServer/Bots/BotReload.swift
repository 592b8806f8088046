import BotGraph
import CoreMetrics
import Dispatch
package import Logging
package import Store

/// Keeps a library in step with the bots and recordings on disk.
///
/// A bot whose file is broken goes on as it was when its file was last good; calls in progress keep the version they began
/// with whatever happens to their file.
package struct BotReload: Sendable {
    /// Where a served bot came from.
    private struct Source: Hashable {
        let path: String
        let version: BotVersion
    }

    private let bots: String
    private let prompts: String
    private let library: BotLibrary
    private let logger: Logger
    private let outcomes: CounterFamily<String>
    private var served: [BotName: Source] = [:]
    private var last: BotSurvey?
    /// What was last said about each file, so that it is said once.
    private var reported: [String: [Diagnostic]] = [:]
    private var trouble: String?

    /// - Parameters:
    ///   - bots: The folder of bots.
    ///   - prompts: The folder of recordings.
    ///   - library: Where the bots are published.
    ///   - metrics: Where it counts.
    ///   - logger: Where it says what it did.
    package init(bots: String, prompts: String, library: BotLibrary, metrics: ServerMetrics, logger: Logger) {
        self.bots = bots
        self.prompts = prompts
        self.library = library
        self.logger = logger
        outcomes = CounterFamily("touchtone_bot_reloads_total", in: metrics.registry) { [("outcome", $0)] }
    }

    /// Looks at the disk and takes over what has changed.
    ///
    /// Nothing that goes wrong stops a bot that is being served.
    ///
    /// - Parameter anew: Whether to read every file again and repeat what is wrong with them, as somebody asked.
    package mutating func look(anew: Bool = false) async {
        if anew { (reported, trouble) = ([:], nil) }
        let (bots, prompts) = (bots, prompts)
        let previous = anew ? last?.forgettingStamps : last
        let reading = await BotReload.aside { () -> Result<BotSurvey, BotFilesError> in
            do throws(BotFilesError) {
                return .success(try BotSurvey.read(bots: bots, prompts: prompts, after: previous))
            } catch { return .failure(error) }
        }
        switch reading {
        case .failure(let error): report(trouble: "\(error)")
        case .success(let survey):
            do {
                try await take(survey)
                trouble = nil
            } catch { report(trouble: "\(error)") }
        }
        if anew { logger.notice("Bots read again", metadata: ["served": "\(library.names.count)"]) }
    }

    /// Publishes what a survey found, and says what is wrong with the rest.
    package mutating func take(_ survey: BotSurvey) async throws(StoreError) {
        let servable = survey.servable
        let changed = servable.filter { served[$0.bot.name] != Source(path: $0.file.path, version: $0.bot.version) }
        let withdrawn = withdrawn(in: survey)
        if !changed.isEmpty || !withdrawn.isEmpty || library.recordings != survey.recordings {
            try await library.publish(
                changed.map(\.file),
                withdrawing: Set(withdrawn.map(\.name)),
                recordings: survey.recordings
            )
        }
        for (bot, file) in changed {
            served[bot.name] = Source(path: file.path, version: bot.version)
            outcomes["published"].increment()
            logger.info(
                "Bot published",
                metadata: ["bot": "\(bot.name)", "path": "\(file.path)", "version": "\(bot.version)"]
            )
        }
        for (name, path) in withdrawn {
            served[name] = nil
            outcomes["withdrawn"].increment()
            logger.warning(
                "Bot withdrawn: its file is gone; new calls do not get it, calls in progress go on",
                metadata: ["bot": "\(name)", "path": "\(path)"]
            )
        }
        report(survey)
        last = survey
    }

    /// The served bots that no file stands for any more.
    ///
    /// A file that is broken still stands for its bot.
    private func withdrawn(in survey: BotSurvey) -> [(name: BotName, path: String)] {
        let names = Set(survey.servable.map(\.bot.name))
        let broken = Set(survey.refused.map(\.path))
        return served.filter { !names.contains($0.key) && !broken.contains($0.value.path) }
            .map { (name: $0.key, path: $0.value.path) }.sorted { $0.name < $1.name }
    }

    /// Logs what is wrong with the files, once for each change of one.
    private mutating func report(_ survey: BotSurvey) {
        let refused = Dictionary(uniqueKeysWithValues: survey.refused.map { ($0.path, $0.errors) })
        let kept = Dictionary(served.map { ($0.value.path, $0.key) }) { first, _ in first }
        var now: [String: [Diagnostic]] = [:]
        for file in survey.files {
            let errors = refused[file.path] ?? []
            let findings = errors + file.findings.filter { $0.severity != .error }
            now[file.path] = findings
            let isUntouched = last.map { survey.isUntouched(file.path, since: $0) } ?? false
            if isUntouched, reported[file.path] == findings { continue }
            for finding in findings {
                let metadata: Logger.Metadata = ["finding": "\(finding)"]
                switch finding.severity {
                case .error: logger.error("Bot file has an error", metadata: metadata)
                case .warning: logger.warning("Bot file has a warning", metadata: metadata)
                case .note: logger.info("Bot file has a note", metadata: metadata)
                }
            }
            guard !errors.isEmpty else { continue }
            outcomes["refused"].increment()
            if let name = kept[file.path] {
                logger.error(
                    "The bot's file is broken; calls get its last good version",
                    metadata: [
                        "bot": "\(name)", "path": "\(file.path)", "version": "\(served[name]?.version.text ?? "-")",
                    ]
                )
            } else {
                logger.error("The bot is not served", metadata: ["path": "\(file.path)"])
            }
        }
        reported = now
    }

    /// Logs why the disk could not be looked at, or the bots not be kept; once for as long as it lasts.
    private mutating func report(trouble reason: String) {
        guard trouble != reason else { return }
        trouble = reason
        outcomes["failed"].increment()
        logger.error(
            "The bots could not be read again; those that are served go on as they are",
            metadata: ["reason": "\(reason)"]
        )
    }

    /// Reads from disk on a thread that no request waits for.
    private static func aside<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: body()) }
        }
    }
}

import BotGraph
import BotLint
import WebhookServer

/// The mending of bot files on disk, for `lint --fix`.
struct LintMending {
    /// What was mended, a line a file.
    private(set) var done: [String] = []
    /// Why a file could not be, a line a file.
    private(set) var failures: [String] = []

    /// Mends each of the files as far as it certainly can be.
    init(_ files: [InspectedBot], recordings: PromptCatalogue) {
        for file in files {
            guard let loaded = file.file, file.findings.contains(where: { $0.fix != nil }) else { continue }
            let mended = MendedText(loaded.text, path: file.path) { text in
                let result = BotLoader.load(
                    text,
                    path: file.path,
                    version: loaded.result.bot?.version ?? BotVersion("mended"),
                    recordings: recordings
                )
                return .init(result, findings: file.policy.judge(result, recordings: recordings).findings)
            }
            guard !mended.applied.isEmpty else { continue }
            do throws(RewrittenFile.Failure) {
                try RewrittenFile.write(mended.text, to: file.path, instead: loaded.text)
                let count = mended.applied.count == 1 ? "1 finding" : "\(mended.applied.count) findings"
                done.append("fixed \(count) in \(file.path)")
            } catch { failures.append("Error: Could not mend '\(file.path)': \(error.reason).") }
        }
    }
}

package import BotGraph
import Telephony

/// A recording that no bot plays.
package struct UnusedRecording: ProjectRule {
    package let id = "unused-recording"
    package let severity = Diagnostic.Severity.warning
    package let summary = "a recording that no bot plays"
    package let explanation = """
        The file lies in `prompts/LANGUAGE/` and no prompt of any bot plays it in that language. Mostly a prompt was changed \
        to a text, or the recording was made and the bot never told of it: then callers hear a voice where they should hear \
        the recording.

        It is looked for only when all bots are linted together and each could be read. The recording of the default language \
        stands in for one that is missing, and counts as used by it. Name it in a prompt, or delete the file.
        """

    package init() {}

    package func check(_ project: LintProject) -> [Diagnostic] {
        guard project.isComplete else { return [] }
        var used: Set<String> = []
        for bot in project.bots {
            for prompt in BotSpeech(bot).prompts {
                for language in bot.languages {
                    for case .recording(let name, _) in prompt.prompt.pieces(in: language) {
                        let recordings = project.recordings
                        let played = recordings[name, language] ?? recordings[name, bot.defaultLanguage]
                        if let played { used.insert(played.path) }
                    }
                }
            }
        }
        let all = project.recordings.recordings.values.flatMap { $0.map { (name: $0.key, path: $0.value.path) } }
        return all.filter { !used.contains($0.path) }.map { recording in
            Diagnostic(
                id: id,
                severity: severity,
                message: LintMessage.unused(recording.name).text,
                location: SourceLocation(path: "\(project.recordingsFolder)/\(recording.path)", line: 1, column: 1)
            )
        }
    }
}

extension LintMessage {
    fileprivate static func unused(_ name: RecordingName) -> LintMessage {
        "no bot plays this recording; name it in a prompt as {recording: \(name)}, or delete the file"
    }
}

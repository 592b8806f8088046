package import BotGraph
import Telephony

/// A recording in a format that the provider plays badly or not at all.
package struct UnfitRecording: LintRule {
    package let id = "unfit-recording"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "a recording in a format that the provider plays badly or not at all"
    package let explanation = """
        A telephone line carries one channel at 8,000 samples a second, so whatever is played is converted on its way. Found \
        in a recording that the bot names: an ending that says another kind of file than its bytes are, which decides the \
        type that it is sent with; bytes that are no WAV, AIFF or MP3 under such an ending; no sound at all; fewer than 8,000 \
        samples a second; more than one channel, of which a caller hears a mixture; samples of unusual size or encoding, which \
        a provider may refuse; more than 40 minutes, which can drop the call: \
        <https://www.twilio.com/docs/voice/twiml/play>.

        Recordings are looked at where the folder of recordings is known. Convert it: `sox in.wav -r 8000 -c 1 -b 16 out.wav`.
        """
    package let examples = LintExamples(
        passing: [UnfitRecording.bot("\"Goodbye.\"")],
        failing: [
            UnfitRecording.bot("[\"Until then 🦷.\", {recording: ↓stereo}]"),
            UnfitRecording.bot("{recording: ↓renamed}"),
        ],
        recordings: UnfitRecording.recordings([
            (
                "stereo",
                AudioFormat(
                    container: .wave,
                    encoding: .pcm,
                    sampleRate: 44_100,
                    channels: 2,
                    bitsPerSample: 16,
                    bytes: 9
                )
            ),
            ("renamed", AudioFormat(container: .mp3, encoding: .mpeg, sampleRate: 44_100, channels: 1, bytes: 9)),
        ])
    )

    private static func recordings(_ formats: [(name: String, format: AudioFormat)]) -> PromptCatalogue {
        var catalogue = PromptCatalogue()
        for (text, format) in formats {
            guard let name = RecordingName(text) else { continue }
            catalogue[name, .americanEnglish] = .init(path: "en-US/\(text).wav", duration: .seconds(2), format: format)
        }
        return catalogue
    }

    private static func bot(_ prompt: String) -> String {
        ExampleBots.inbound(
            """
            start: goodbye
            nodes:
              goodbye: {type: hang_up, prompt: \(prompt)}
            """
        )
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        guard let recordings = subject.recordings else { return [] }
        var findings: [Diagnostic] = []
        var seen: Set<String> = []
        for prompt in subject.speech.prompts {
            for language in subject.bot.languages {
                for case .recording(let name, let location) in prompt.prompt.pieces(in: language) {
                    guard let recording = recordings[name, language], seen.insert(recording.path).inserted else {
                        continue
                    }
                    findings += AudioFault.faults(of: recording).map {
                        finding(.unfit(recording.path, $0), at: location, length: name.text.unicodeScalars.count)
                    }
                }
            }
        }
        return findings
    }
}

extension LintMessage {
    fileprivate static func unfit(_ path: String, _ fault: AudioFault) -> LintMessage {
        let reason =
            switch fault {
            case .empty: "has no sound in it; record it again"
            case .unreadable(let ending):
                "is no \(ending) file, though it is called one; convert it, or give it the right ending"
            case .otherContent(let container):
                "is a \(container.name) file by its bytes; give it the ending of one, or convert it"
            case .slow(let rate): "has \(rate) samples a second, and a line carries 8000; record it again"
            case .channels(let count): "has \(count) channels, of which a caller hears a mixture; make it one channel"
            case .bits(let bits): "has samples of \(bits) bits, which a provider may refuse; convert it to 16 bits"
            case .encoding(let name): "is encoded as \(name), which a provider may refuse; convert it to 16-bit PCM"
            case .long(let minutes): "plays \(minutes) minutes, and more than 40 can drop the call; cut it"
            }
        return "the recording '\(path)' \(reason)"
    }
}

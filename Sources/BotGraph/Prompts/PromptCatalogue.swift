package import Telephony

/// The recordings there are, by language.
///
/// The loader is given it; it reads no files.
package struct PromptCatalogue: Hashable, Sendable {
    /// One recording.
    package struct Recording: Hashable, Sendable {
        /// The path below the prompts folder, such as `en-US/welcome.wav`, as `GET /prompts/…` serves it.
        package let path: String
        /// How long it plays; nil when its header does not say.
        package let duration: Duration?
        /// What its header says of its sound; nil when nobody looked.
        package let format: AudioFormat?

        package init(path: String, duration: Duration?, format: AudioFormat? = nil) {
            self.path = path
            self.duration = duration
            self.format = format
        }
    }

    package private(set) var recordings: [LanguageTag: [RecordingName: Recording]]

    package init(recordings: [LanguageTag: [RecordingName: Recording]] = [:]) {
        self.recordings = recordings
    }

    package subscript(name: RecordingName, language: LanguageTag) -> Recording? {
        get { recordings[language]?[name] }
        set { recordings[language, default: [:]][name] = newValue }
    }

    /// The names there are in any language, sorted.
    package var names: [RecordingName] { Set(recordings.values.flatMap(\.keys)).sorted() }
}

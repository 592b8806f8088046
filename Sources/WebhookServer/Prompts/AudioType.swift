/// The kinds of audio file that the provider plays.
///
/// Source: https://www.twilio.com/docs/voice/twiml/play
package enum AudioType: String, Sendable, CaseIterable {
    case mp3
    case wav
    case aiff
    case aif
    case gsm
    case ulaw

    /// By the file's ending; nil for anything that is not played.
    package init?(path: String) {
        guard let dot = path.lastIndex(of: "."),
            let type = AudioType(rawValue: path[path.index(after: dot)...].lowercased())
        else { return nil }
        self = type
    }

    /// The MIME type.
    package var mediaType: String {
        switch self {
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        case .aiff, .aif: "audio/aiff"
        case .gsm: "audio/x-gsm"
        case .ulaw: "audio/ulaw"
        }
    }
}

import BotGraph

/// What is wrong with a recording's format.
enum AudioFault: Hashable {
    case empty
    /// Its bytes are no sound of the kind that its ending says.
    case unreadable(String)
    case otherContent(AudioFormat.Container)
    case slow(Int)
    case channels(Int)
    case bits(Int)
    case encoding(String)
    /// Its length in minutes.
    case long(Int64)

    /// What is wrong with it; nothing where nobody looked at its bytes.
    static func faults(of recording: PromptCatalogue.Recording) -> [AudioFault] {
        guard let format = recording.format else { return [] }
        if format.bytes == 0 || recording.duration == .zero { return [.empty] }
        let ending = recording.path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if let expected = containers[ending], format.container != expected {
            return [format.container == .unknown ? .unreadable(expected.name) : .otherContent(format.container)]
        }
        var faults: [AudioFault] = []
        if let rate = format.sampleRate, rate < 8_000 { faults.append(.slow(rate)) }
        if let channels = format.channels, channels > 1 { faults.append(.channels(channels)) }
        switch format.encoding {
        case .pcm: if let bits = format.bitsPerSample, bits != 8, bits != 16 { faults.append(.bits(bits)) }
        case .floatingPoint: faults.append(.encoding("floating-point numbers"))
        case .other(let name): faults.append(.encoding("format \(name)"))
        case .aLaw, .muLaw, .gsm, .mpeg, .unknown: break
        }
        if let duration = recording.duration, duration > .seconds(40 * 60) {
            faults.append(.long(duration.components.seconds / 60))
        }
        return faults
    }

    /// What a file of an ending has to be; raw GSM and mu-law have no header to look at.
    private static let containers: [String: AudioFormat.Container] = [
        "wav": .wave, "aiff": .aiff, "aif": .aiff, "mp3": .mp3,
    ]
}

extension AudioFormat.Container {
    var name: String {
        switch self {
        case .wave: "WAV"
        case .aiff: "AIFF"
        case .mp3: "MP3"
        case .unknown: "unknown"
        }
    }
}

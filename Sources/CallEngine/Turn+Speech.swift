import BotGraph
import Compliance
import Telephony

extension Turn {
    /// Renders a prompt in the call's language and adds it to what is to be spoken.
    mutating func say(_ prompt: Prompt, voice: String?) throws(EvaluationFault) {
        let language = session.language
        let voice = voice ?? bot.voices[language]
        for piece in prompt.pieces(in: language) {
            switch piece {
            case .text(let template, let location):
                pass(.spoke(location, language))
                let text = try render(template, at: location)
                guard text.contains(where: { !$0.isWhitespace }) else { continue }
                spokenBytes += Turn.writtenSize(of: text)
                pending.append(Utterance(.text(text), language: language, voice: voice))
            case .recording(let name, let location):
                pass(.spoke(location, language))
                let recording = recordings[name, language] ?? recordings[name, bot.defaultLanguage]
                guard let recording else {
                    throw EvaluationFault("there is no recording '\(name)' for \(language)", at: location)
                }
                pending.append(Utterance(.recording(path: recording.path), language: language, voice: voice))
            }
        }
    }

    /// Speaks what is pending by itself, where no ear is open for it.
    mutating func flushPending() {
        guard spokenBytes <= limits.spokenBytes else {
            note(EvaluationFault("one document speaks more than \(limits.spokenBytes) bytes"))
            endPolitely(.documentTooLarge)
            return
        }
        effects.append(contentsOf: pending.map { .speak($0) })
        noteSpoken(pending)
        pending = []
    }

    /// The bytes of a text once it is written, with its signs escaped and a share of the tags around it.
    private static func writtenSize(of text: String) -> Int {
        text.utf8.reduce(128) { size, byte in
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x0D: size + 6
            default: size + 1
            }
        }
    }

    /// Tells the intent clock what the document says.
    mutating func noteSpoken(_ utterances: [Utterance]) {
        guard session.intent != nil else { return }
        let language = session.language
        let parts = bot.intent.map {
            IntentParts(caller: $0.caller[language], purpose: $0.purpose[language], optOut: $0.optOut[language])
        }
        let pieces = utterances.map { piece(of: $0) }
        session.intent?.spoke(pieces, parts: parts, at: instant)
    }

    private func piece(of utterance: Utterance) -> SpokenPiece {
        switch utterance.content {
        case .text(let text): .speech(text: text, milliseconds: SpeechLength.milliseconds(of: text))
        case .pause(let seconds): .pause(milliseconds: Int64(seconds) * 1_000)
        case .recording(let path): .recording(milliseconds: length(ofRecordingAt: path))
        }
    }

    private func length(ofRecordingAt path: String) -> Int64? {
        for recordings in recordings.recordings.values {
            if let found = recordings.values.first(where: { $0.path == path }) { return found.duration?.inMilliseconds }
        }
        return nil
    }
}

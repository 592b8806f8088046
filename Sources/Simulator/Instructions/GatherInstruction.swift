import Carrier
import Telephony
import TwiML

/// `Gather` speaks its prompts with an ear open for keys or speech.
///
/// Source: https://www.twilio.com/docs/voice/twiml/gather
struct GatherInstruction: Sendable, Hashable {
    enum Prompt: Sendable, Hashable {
        case say(SayInstruction)
        case play(PlayInstruction)
        case pause(PauseInstruction)
    }

    let prompts: [Prompt]
    let acceptsKeys: Bool
    let acceptsSpeech: Bool
    let timeout: Duration
    /// How long a silence ends speech.
    let speechTimeout: Duration
    /// Nil when no key ends the input.
    let finishOnKey: Key?
    /// Nil for no limit.
    let numDigits: Int?
    let actionOnEmptyResult: Bool
    let action: String
    let method: HTTPRequest.Method
    let language: String
    let hints: [String]

    static func read(_ element: XMLElement, _ reader: InstructionReader) -> Instruction {
        guard let action = reader.address(element[attribute: "action"] ?? "") else {
            return .broken(.badAddress(verb: "Gather"))
        }
        let kinds = Set((element[attribute: "input"] ?? "dtmf").split(separator: " ").map(String.init))
        let acceptsSpeech = kinds.contains("speech")
        let timeout = Duration.seconds(reader.number("timeout", in: element) ?? 5)
        let hints = (element[attribute: "hints"] ?? "").split(separator: ",")
        return .gather(
            GatherInstruction(
                prompts: element.elements.compactMap { prompt($0, reader) },
                acceptsKeys: kinds.contains("dtmf") || !acceptsSpeech,
                acceptsSpeech: acceptsSpeech,
                timeout: timeout,
                speechTimeout: speechTimeout(element, reader) ?? timeout,
                finishOnKey: finishKey(element),
                numDigits: reader.number("numDigits", in: element),
                actionOnEmptyResult: element[attribute: "actionOnEmptyResult"] == "true",
                action: action,
                method: reader.method("method", in: element),
                language: element[attribute: "language"] ?? "en-US",
                hints: hints.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            )
        )
    }

    private static func prompt(_ element: XMLElement, _ reader: InstructionReader) -> Prompt? {
        switch reader.instruction(element) {
        case .say(let say): .say(say)
        case .play(let play): .play(play)
        case .pause(let pause): .pause(pause)
        default: nil
        }
    }

    /// `auto` is where the recogniser finds the end of speech by itself; a second stands for it.
    private static func speechTimeout(_ element: XMLElement, _ reader: InstructionReader) -> Duration? {
        if element[attribute: "speechTimeout"] == "auto" { return .seconds(1) }
        return reader.number("speechTimeout", in: element).map { .seconds($0) }
    }

    private static func finishKey(_ element: XMLElement) -> Key? {
        guard let text = element[attribute: "finishOnKey"] else { return .pound }
        guard !text.isEmpty else { return nil }
        // A value that is not one key is disregarded, which leaves the default.
        guard text.count == 1, let character = text.first, let key = Key(rawValue: character) else { return .pound }
        return key
    }
}

extension GatherInstruction.Prompt {
    var event: Transcript.Event {
        switch self {
        case .say(let say): say.event
        case .play(let play): play.event
        case .pause(let pause): pause.event
        }
    }

    func length(for provider: StandInProvider) -> Duration {
        switch self {
        case .say(let say): say.length(for: provider)
        case .play(let play): play.length(for: provider)
        case .pause(let pause): pause.length
        }
    }
}

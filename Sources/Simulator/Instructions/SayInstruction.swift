import Telephony
import TwiML

/// `Say` speaks a text.
///
/// Source: https://www.twilio.com/docs/voice/twiml/say
struct SayInstruction: Sendable, Hashable {
    let text: String
    let language: String?
    let voice: String?
    let times: Int

    init(_ element: XMLElement, _ reader: InstructionReader) {
        text = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        language = element[attribute: "language"]
        voice = element[attribute: "voice"]
        times = reader.times(in: element)
    }

    func perform<Person: Caller>(in call: inout CallExecution<Person>) -> CallExecution<Person>.Flow {
        call.speak(text, language: language, voice: voice, times: times)
        return .goOn
    }

    var event: Transcript.Event {
        .spoke(Transcript.Speech(text: text, language: language, voice: voice, times: times))
    }

    func length(for provider: StandInProvider) -> Duration { provider.speechLength(text) * times }
}

import Telephony
import TwiML

/// `Play` plays a recording, or sends tones.
///
/// Source: https://www.twilio.com/docs/voice/twiml/play
struct PlayInstruction: Sendable, Hashable {
    enum Content: Sendable, Hashable {
        case recording(url: String)
        case tones(String)
    }

    let content: Content
    let times: Int

    init(_ element: XMLElement, _ reader: InstructionReader) {
        if let tones = element[attribute: "digits"] {
            content = .tones(tones)
        } else {
            content = .recording(url: reader.address(element.text) ?? element.text)
        }
        times = reader.times(in: element)
    }

    func perform<Person: Caller>(in call: inout CallExecution<Person>) -> CallExecution<Person>.Flow {
        call.redirects = 0
        call.add(event)
        call.clock.advance(by: length(for: call.provider))
        return .goOn
    }

    var event: Transcript.Event {
        switch content {
        case .recording(let url): .played(url: url, times: times)
        case .tones(let tones): .tones(tones)
        }
    }

    /// A tone takes 0.2 seconds; `w` waits half a second and `W` a whole one.
    func length(for provider: StandInProvider) -> Duration {
        switch content {
        case .recording(let url): provider.recordingLength(url) * times
        case .tones(let tones):
            tones.reduce(Duration.zero) { sum, tone in
                switch tone {
                case "w": sum + .milliseconds(500)
                case "W": sum + .seconds(1)
                default: sum + .milliseconds(200)
                }
            } * times
        }
    }
}

import Telephony
import TwiML

/// `Pause` waits; as the first verb it waits before the call is answered.
///
/// Source: https://www.twilio.com/docs/voice/twiml/pause
struct PauseInstruction: Sendable, Hashable {
    let length: Duration

    init(_ element: XMLElement, _ reader: InstructionReader) {
        length = .seconds(reader.number("length", in: element) ?? 1)
    }

    func perform<Person: Caller>(in call: inout CallExecution<Person>) -> CallExecution<Person>.Flow {
        call.redirects = 0
        call.add(event)
        call.clock.advance(by: length)
        return .goOn
    }

    var event: Transcript.Event { .paused(length) }
}

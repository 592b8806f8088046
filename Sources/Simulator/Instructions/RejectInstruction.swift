import Telephony
import TwiML

/// `Reject` ends a call without answering it; an answered one is hung up.
///
/// Source: https://www.twilio.com/docs/voice/twiml/reject
struct RejectInstruction: Sendable, Hashable {
    let isBusy: Bool

    init(_ element: XMLElement) {
        isBusy = element[attribute: "reason"] == "busy"
    }

    func perform<Person: Caller>(in call: inout CallExecution<Person>) -> CallExecution<Person>.Flow {
        call.add(.hungUp(.bot))
        guard call.status == .ringing else { return .over(.completed) }
        return .over(isBusy ? .busy : .noAnswer)
    }
}

/// Turns an incoming call away without answering it, as the document's only verb.
///
/// ```xml
/// <Reject reason="busy"/>
/// ```
///
/// The reason chooses the tone, which the carrier may replace by its own.
/// Source: https://www.twilio.com/docs/voice/twiml/reject
package struct Reject: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The call ends as not answered.
        case rejected
        /// The call ends as busy.
        case busy
    }

    package let reason: Reason

    package init(_ reason: Reason = .rejected) {
        self.reason = reason
    }

    func write(to writer: inout XMLWriter) {
        writer.start("Reject")
        writer.attribute("reason", reason.rawValue)
        writer.end()
    }
}

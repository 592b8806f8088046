/// Ends the call.
///
/// As a first verb it still answers the call; `Reject` does not.
///
/// ```xml
/// <Hangup/>
/// ```
///
/// Source: https://www.twilio.com/docs/voice/twiml/hangup
package struct Hangup: Hashable, Sendable {
    package init() {}

    func write(to writer: inout XMLWriter) {
        writer.start("Hangup")
        writer.end()
    }
}

/// Says nothing for some seconds.
///
/// ```xml
/// <Pause length="2"/>
/// ```
///
/// Source: https://www.twilio.com/docs/voice/twiml/pause
package struct Pause: Hashable, Sendable {
    /// At least 1.
    package let seconds: Int

    package init(seconds: Int) throws(TwiMLError) {
        guard seconds >= 1 else { throw .pauseLength(seconds) }
        self.seconds = seconds
    }

    func write(to writer: inout XMLWriter) {
        writer.start("Pause")
        writer.attribute("length", seconds)
        writer.end()
    }
}

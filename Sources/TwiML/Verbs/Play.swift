/// Plays a recording.
///
/// ```xml
/// <Play>https://bots.example.com/prompts/en-US/welcome.wav</Play>
/// ```
///
/// The provider fetches it without the call's parameters and starts WAV sooner than MP3.
/// Source: https://www.twilio.com/docs/voice/twiml/play
package struct Play: Hashable, Sendable {
    package let url: AbsoluteURL

    package init(_ url: AbsoluteURL) {
        self.url = url
    }

    func write(to writer: inout XMLWriter) {
        writer.start("Play")
        writer.text(url.text)
        writer.end()
    }
}

/// Hands the call to the document at another address.
///
/// ```xml
/// <Redirect method="POST">https://bots.example.com/voice/turn/7</Redirect>
/// ```
///
/// It always posts: a turn's address takes nothing else, and a GET may be answered from the provider's cache.
/// Source: https://www.twilio.com/docs/voice/twiml/redirect
package struct Redirect: Hashable, Sendable {
    package let url: AbsoluteURL

    package init(to url: AbsoluteURL) {
        self.url = url
    }

    func write(to writer: inout XMLWriter) {
        writer.start("Redirect")
        writer.attribute("method", "POST")
        writer.text(url.text)
        writer.end()
    }
}

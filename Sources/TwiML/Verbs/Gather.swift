package import Telephony

/// Listens for keys, or for keys and speech, while it says or plays its prompts.
///
/// ```xml
/// <Gather action="https://bots.example.com/voice/turn/7" method="POST" input="dtmf speech" timeout="5" numDigits="1"
///         finishOnKey="" speechTimeout="2" language="en-US" hints="confirm,reschedule" actionOnEmptyResult="true">
///     <Say language="en-US">To confirm, press 1 or say confirm.</Say>
/// </Gather>
/// ```
///
/// The timeout starts when the prompts end or at the first key. Keys end at the number of digits, at the finish key,
/// which is not among the digits, or at the timeout. Without an action the provider would post to the current document
/// for ever. Where it does not know `actionOnEmptyResult`, silence falls through to the Redirect behind the Gather.
/// Source: https://www.twilio.com/docs/voice/twiml/gather
package struct Gather: Hashable, Sendable {
    /// What a Gather may speak while it listens.
    package enum Prompt: Hashable, Sendable {
        case say(Say)
        case play(Play)
        case pause(Pause)
    }

    /// What it listens for.
    package enum Input: Hashable, Sendable {
        case keys
        /// The kind that is heard first wins.
        case keysAndSpeech(Speech)
    }

    package let action: AbsoluteURL
    package let input: Input
    package let prompts: [Prompt]
    /// At least 1; nil for no limit.
    package let maxDigits: Int?
    /// Nil when no key ends the input, so that `*` and `#` are digits like others.
    package let finishOnKey: Key?
    /// At least 1: to the first key, and between keys.
    package let timeoutSeconds: Int
    /// Whether silence is posted to the action; a provider without the attribute is not sent it.
    package let reportsEmptyResult: Bool

    package init(
        action: AbsoluteURL,
        input: Input,
        prompts: [Prompt] = [],
        maxDigits: Int? = nil,
        finishOnKey: Key? = nil,
        timeoutSeconds: Int = 5,
        reportsEmptyResult: Bool = true
    ) throws(TwiMLError) {
        if let maxDigits, maxDigits < 1 { throw .digitLimit(maxDigits) }
        guard timeoutSeconds >= 1 else { throw .gatherTimeout(timeoutSeconds) }
        self.action = action
        self.input = input
        self.prompts = prompts
        self.maxDigits = maxDigits
        self.finishOnKey = finishOnKey
        self.timeoutSeconds = timeoutSeconds
        self.reportsEmptyResult = reportsEmptyResult
    }

    func write(to writer: inout XMLWriter) {
        writer.start("Gather")
        writer.attribute("action", action.text)
        writer.attribute("method", "POST")
        switch input {
        case .keys: writer.attribute("input", "dtmf")
        case .keysAndSpeech: writer.attribute("input", "dtmf speech")
        }
        writer.attribute("timeout", timeoutSeconds)
        if let maxDigits { writer.attribute("numDigits", maxDigits) }
        if let finishOnKey {
            writer.attribute("finishOnKey", String(finishOnKey.rawValue))
        } else {
            writer.attribute("finishOnKey", "")
        }
        switch input {
        case .keys: break
        case .keysAndSpeech(let speech): speech.write(to: &writer)
        }
        if reportsEmptyResult { writer.attribute("actionOnEmptyResult", "true") }
        for prompt in prompts {
            switch prompt {
            case .say(let say): say.write(to: &writer)
            case .play(let play): play.write(to: &writer)
            case .pause(let pause): pause.write(to: &writer)
            }
        }
        writer.end()
    }
}

package import Compliance
package import Telephony

/// What the engine wants done, in order.
///
/// The driver keeps the durable ones with the step and writes the rest as a document.
package enum CallEffect: Hashable, Sendable, Codable {
    // Into the document.
    case speak(Utterance)
    case listen(Listening)
    case forward(Forwarding)
    case hangUp

    // Kept with the step, before the reply leaves.
    /// The number goes on the suppression list now.
    case suppress(Suppression)
    /// A request to stop came from somebody whose number is not known, so that nothing can be listed.
    case optOutUnlisted
    /// The suppression that this very call asked for is lifted.
    case liftSuppression(Suppression)
    /// What became of the 15-second rule, once that is known.
    case intentJudged(IntentOutcome, IntentEvidence)
    case ended(EndReason)
    /// What was wrong with the bot, where that ended the call.
    case faulted(BotFault)
}

/// One thing spoken or played.
package struct Utterance: Hashable, Sendable, Codable {
    package enum Content: Hashable, Sendable, Codable {
        case text(String)
        /// The recording's path below the prompts folder, such as `en-US/welcome.wav`.
        case recording(path: String)
        /// Silence.
        case pause(seconds: Int)
    }

    package let content: Content
    package let language: LanguageTag
    /// The provider's name of the voice; nil for its default.
    package let voice: String?

    package init(_ content: Content, language: LanguageTag, voice: String? = nil) {
        self.content = content
        self.language = language
        self.voice = voice
    }
}

/// A prompt with an ear open.
package struct Listening: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case keys
        case keysAndSpeech
    }

    package let step: Int
    package let kind: Kind
    package let prompts: [Utterance]
    /// Nil for no limit.
    package let maxDigits: Int?
    /// Nil when no key ends the input.
    package let finishOnKey: Key?
    /// Whole seconds, at least 1: to the first key or word, and between keys.
    package let timeoutSeconds: Int
    package let language: LanguageTag
    /// Words and phrases the recogniser should expect.
    package let hints: [String]
    /// Whether a key or word interrupts the prompt.
    ///
    /// Where it may not, the prompt goes before the ear is opened.
    package let bargeIn: Bool

    package init(
        step: Int,
        kind: Kind,
        prompts: [Utterance],
        maxDigits: Int?,
        finishOnKey: Key?,
        timeoutSeconds: Int,
        language: LanguageTag,
        hints: [String] = [],
        bargeIn: Bool = true
    ) {
        self.step = step
        self.kind = kind
        self.prompts = prompts
        self.maxDigits = maxDigits
        self.finishOnKey = finishOnKey
        self.timeoutSeconds = timeoutSeconds
        self.language = language
        self.hints = hints
        self.bargeIn = bargeIn
    }
}

/// A leg to be placed and bridged.
package struct Forwarding: Hashable, Sendable, Codable {
    package let step: Int
    package let numbers: [PhoneNumber]
    package let callerID: PhoneNumber?
    package let timeoutSeconds: Int

    package init(step: Int, numbers: [PhoneNumber], callerID: PhoneNumber?, timeoutSeconds: Int) {
        self.step = step
        self.numbers = numbers
        self.callerID = callerID
        self.timeoutSeconds = timeoutSeconds
    }
}

/// Why a call ended.
package enum EndReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The bot hung up where its file says so.
    case completed
    /// The other side hung up.
    case callerHungUp = "caller-hung-up"
    /// A request to stop was taken, and the bot said goodbye.
    case optedOut = "opted-out"
    /// The person was on the suppression list before the call said a word.
    case suppressed
    /// The call never became one: busy, no answer, failed or cancelled.
    case notAnswered = "not-answered"
    case tooManyAttempts = "too-many-attempts"
    case tooManyNodes = "too-many-nodes"
    case tooManySteps = "too-many-steps"
    case tooLong = "too-long"
    case sessionTooLarge = "session-too-large"
    case documentTooLarge = "document-too-large"
    /// A silence or a wrong answer had no way out in the bot.
    case noExit = "no-exit"
    /// An expression failed, a number was unusable, a required variable was missing.
    case botFault = "bot-fault"
}

extension Utterance: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What kind of speech it is; the words may be about the caller and do not print.
    package var description: String {
        switch content {
        case .text(let text): "\(text.count) characters in \(language)"
        case .recording(let path): "recording \(path)"
        case .pause(let seconds): "pause of \(seconds) s"
        }
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

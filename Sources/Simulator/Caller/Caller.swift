package import Telephony

/// Somebody on the phone: decides what to do each time the call waits for them.
package protocol Caller: Sendable {
    /// Says what the caller does next.
    ///
    /// - Parameters:
    ///   - heard: What was spoken and played since they last acted.
    ///   - awaited: What the call waits for.
    /// - Returns: The act, which the call takes before it goes on.
    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct
}

/// What a caller does.
package indirect enum CallerAct: Sendable, Hashable {
    /// Keys, one after the other, once the prompt is over.
    case press(Digits)
    /// Words, once the prompt is over, and how sure the recogniser is of them; nil when it does not say.
    case say(String, confidence: Double? = nil)
    /// Waits until the call gives up waiting.
    case silence
    case hangUp
    /// The leg that was placed ends so. The duration is how long the two spoke.
    case forwardEnds(DialStatus, talking: Duration = .seconds(60))
    /// Acts while the prompt still runs, that long after its start; the rest of the prompt is not heard.
    case interrupt(after: Duration, CallerAct)
    /// Acts that long after the prompt's end; where the call gives up sooner it is silence.
    case wait(Duration, CallerAct)
}

/// What a caller heard since they last acted.
package struct Heard: Sendable, Hashable {
    package let call: CallID
    package let entries: [Transcript.Entry]
    /// All that happened in the call so far.
    package let transcript: Transcript

    package init(call: CallID, entries: [Transcript.Entry], transcript: Transcript) {
        self.call = call
        self.entries = entries
        self.transcript = transcript
    }

    /// The words spoken, one utterance after the other; a recording stands as its address in brackets.
    package var text: String { Transcript(entries: entries).spokenText }
}

/// What a call waits for.
package enum Awaited: Sendable, Hashable {
    case input(Gathering)
    case forward(Dialling)

    /// An open ear.
    package struct Gathering: Sendable, Hashable {
        package let acceptsKeys: Bool
        package let acceptsSpeech: Bool
        /// Nil for no limit.
        package let maximumDigits: Int?
        package let finishOnKey: Key?
        /// How long the prompt takes to its end.
        package let promptLength: Duration
        /// How long the provider waits after it.
        package let timeout: Duration
        package let language: String
        package let hints: [String]
    }

    /// Legs being placed.
    package struct Dialling: Sendable, Hashable {
        package let numbers: [Party]
        package let callerID: Party?
        package let timeout: Duration
    }
}

/// A caller who does the same things every time: the given acts in order, and then hangs up.
package struct PresetCaller: Caller {
    private var acts: ArraySlice<CallerAct>

    package init(_ acts: [CallerAct]) {
        self.acts = acts[...]
    }

    package mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        acts.popFirst() ?? .hangUp
    }
}

package import CallEngine

/// Turns what the engine wants into the document that the provider runs.
package enum TwiMLCompiler {
    /// The document for one turn's effects, in their order.
    ///
    /// Effects that are kept with the step, such as `suppress`, leave no trace in it. A listening ends in a Redirect to
    /// its own turn, so that silence comes back to the engine from every provider.
    package static func document(
        for effects: [CallEffect],
        urls: TurnURLs,
        capabilities: ProviderCapabilities = .twilio
    ) throws(TwiMLError) -> TwiMLDocument {
        var turn = Turn(urls: urls, capabilities: capabilities)
        for effect in effects {
            switch effect {
            case .speak(let utterance): try turn.speak(utterance)
            case .listen(let listening): try turn.listen(listening)
            case .forward(let forwarding): try turn.forward(forwarding)
            case .hangUp: turn.verbs.append(.hangup(Hangup()))
            case .suppress, .optOutUnlisted, .liftSuppression, .intentJudged, .ended, .faulted: break
            }
        }
        return try TwiMLDocument(turn.verbs)
    }

    /// The document's bytes; `TwiMLError.tooLarge` above `limit`.
    package static func bytes(
        for effects: [CallEffect],
        urls: TurnURLs,
        capabilities: ProviderCapabilities = .twilio,
        limit: Int = TwiMLWriter.maximumBytes
    ) throws(TwiMLError) -> [UInt8] {
        try document(for: effects, urls: urls, capabilities: capabilities).bytes(limit: limit)
    }
}

/// One document in the making.
private struct Turn {
    let urls: TurnURLs
    let capabilities: ProviderCapabilities
    var verbs: [Verb] = []

    /// The silence after which a caller is taken to have finished speaking, never longer than the wait for a first word.
    ///
    /// The provider's default is the whole `timeout`, which lets every spoken answer hang for seconds.
    private static let endOfSpeechSeconds = 2

    mutating func speak(_ utterance: Utterance) throws(TwiMLError) {
        for prompt in try prompts(for: utterance) {
            switch prompt {
            case .say(let say): verbs.append(.say(say))
            case .play(let play): verbs.append(.play(play))
            case .pause(let pause): verbs.append(.pause(pause))
            }
        }
    }

    mutating func listen(_ listening: Listening) throws(TwiMLError) {
        var nested: [Gather.Prompt] = []
        for utterance in listening.prompts {
            if listening.bargeIn {
                nested += try prompts(for: utterance)
            } else {
                try speak(utterance)
            }
        }
        for case .pause in nested { try capabilities.require(.nestedPause) }
        let url = urls.turn(step: listening.step)
        let gather = try Gather(
            action: url,
            input: input(of: listening),
            prompts: nested,
            maxDigits: listening.maxDigits,
            finishOnKey: listening.finishOnKey,
            timeoutSeconds: listening.timeoutSeconds,
            reportsEmptyResult: capabilities.features.contains(.emptyResultAction)
        )
        verbs.append(.gather(gather))
        verbs.append(.redirect(Redirect(to: url)))
    }

    mutating func forward(_ forwarding: Forwarding) throws(TwiMLError) {
        let dial = try Dial(
            action: urls.turn(step: forwarding.step),
            numbers: forwarding.numbers.map { Dial.Number($0) },
            callerID: forwarding.callerID,
            timeoutSeconds: forwarding.timeoutSeconds
        )
        verbs.append(.dial(dial))
    }

    private func input(of listening: Listening) throws(TwiMLError) -> Gather.Input {
        switch listening.kind {
        case .keys:
            return .keys
        case .keysAndSpeech:
            try capabilities.require(.speech)
            let speech = try Gather.Speech(
                language: listening.language,
                timeoutSeconds: min(listening.timeoutSeconds, Turn.endOfSpeechSeconds),
                hints: Gather.Speech.hints(from: listening.hints)
            )
            return .keysAndSpeech(speech)
        }
    }

    /// What an utterance sounds as: several Says for a long text, nothing for an empty one.
    private func prompts(for utterance: Utterance) throws(TwiMLError) -> [Gather.Prompt] {
        switch utterance.content {
        case .text(let text):
            return try Say.several(text, language: utterance.language, voice: utterance.voice).map { .say($0) }
        case .recording(let path):
            return [.play(Play(try urls.recording(path: path)))]
        case .pause(let seconds):
            // No silence at all is nothing to send.
            guard seconds != 0 else { return [] }
            try capabilities.require(.pause)
            return [.pause(try Pause(seconds: seconds))]
        }
    }
}

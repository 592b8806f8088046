import Carrier
import Telephony

/// What the caller does while the ear is open, and what becomes of it.
extension GatherInstruction {
    /// How long it takes a person to press one key.
    private static var keyInterval: Duration { .milliseconds(200) }
    /// Speech is gathered no longer.
    private static var speechLimit: Duration { .seconds(60) }

    func perform<Person: Caller>(in call: inout CallExecution<Person>) async -> CallExecution<Person>.Flow {
        call.redirects = 0
        let lengths = prompts.map { $0.length(for: call.provider) }
        let total = lengths.reduce(.zero, +)
        let gathering = Awaited.Gathering(
            acceptsKeys: acceptsKeys,
            acceptsSpeech: acceptsSpeech,
            maximumDigits: numDigits,
            finishOnKey: finishOnKey,
            promptLength: total,
            timeout: timeout,
            language: language,
            hints: hints
        )
        call.add(.listening(gathering))
        let start = call.clock.now
        let firstPrompt = call.transcript.entries.count
        var offset = Duration.zero
        for (prompt, length) in zip(prompts, lengths) {
            call.add(prompt.event, at: start + offset)
            offset += length
        }
        let act = await call.ask(.input(gathering))
        let move = act.withoutTiming
        if case .wait(let wait, _) = act {
            call.clock.advance(by: total)
            guard wait < timeout else { return take(.silence, in: &call) }
            if stopsPrompt(move) { call.clock.advance(by: wait) }
            return take(move, in: &call)
        }
        guard case .interrupt(let after, _) = act, after < total, stopsPrompt(move) else {
            call.clock.advance(by: total)
            return take(move, in: &call)
        }
        call.clock.advance(by: after)
        // What had not begun was not heard.
        let begun = call.transcript.entries[firstPrompt...].prefix { $0.at < start + after }
        call.transcript.entries.removeSubrange(begun.endIndex...)
        call.add(.interrupted(after: after))
        return take(move, in: &call)
    }

    /// Only what the ear takes, or the caller's going, cuts a prompt short.
    private func stopsPrompt(_ act: CallerAct) -> Bool {
        switch act {
        case .press(let digits): acceptsKeys && !digits.isEmpty
        case .say(let words, _): acceptsSpeech && words.contains { !$0.isWhitespace }
        case .hangUp: true
        case .silence, .forwardEnds, .interrupt, .wait: false
        }
    }

    private func take<Person: Caller>(
        _ act: CallerAct,
        in call: inout CallExecution<Person>
    ) -> CallExecution<Person>.Flow {
        switch act {
        case .press(let digits) where stopsPrompt(act): return press(digits, in: &call)
        case .say(let words, let confidence) where stopsPrompt(act):
            return say(words, confidence: confidence, in: &call)
        case .hangUp:
            call.callerActed(.hungUp(.caller))
            return .over(.completed)
        case .press, .say, .silence, .forwardEnds, .interrupt, .wait:
            if act != .silence { call.add(.ignored(act)) }
            call.clock.advance(by: timeout)
            call.callerActed(.silence)
            return nothing(in: &call)
        }
    }

    /// Keys end the input by their number, by the finish key, or by the wait after the last of them.
    private func press<Person: Caller>(
        _ digits: Digits,
        in call: inout CallExecution<Person>
    ) -> CallExecution<Person>.Flow {
        var taken = ""
        var finishedOn: Key?
        var rest = Substring(digits.unmasked)
        var isOver = false
        while !isOver, let character = rest.popFirst() {
            call.clock.advance(by: GatherInstruction.keyInterval)
            if character == finishOnKey?.rawValue {
                finishedOn = finishOnKey
                isOver = true
            } else {
                taken.append(character)
                isOver = taken.count == numDigits
            }
        }
        if !isOver { call.clock.advance(by: timeout) }
        call.callerActed(.pressed(digits))
        if !rest.isEmpty, let unheard = Digits(String(rest)) { call.add(.ignored(.press(unheard))) }
        guard !taken.isEmpty else { return nothing(in: &call) }
        return .fetch(
            DocumentRequest(
                url: action,
                method: method,
                results: [
                    FormParameters.Parameter("Digits", taken),
                    FormParameters.Parameter("FinishedOnKey", finishedOn.map { String($0.rawValue) } ?? ""),
                    FormParameters.Parameter("msg", "Gather End"),
                ]
            )
        )
    }

    private func say<Person: Caller>(
        _ words: String,
        confidence: Double?,
        in call: inout CallExecution<Person>
    ) -> CallExecution<Person>.Flow {
        let length = min(call.provider.speechLength(words) + speechTimeout, GatherInstruction.speechLimit)
        call.clock.advance(by: length)
        call.callerActed(.said(words, confidence: confidence))
        var results = [FormParameters.Parameter("SpeechResult", words)]
        // The provider may leave it out.
        if let confidence { results.append(FormParameters.Parameter("Confidence", "\(confidence)")) }
        return .fetch(DocumentRequest(url: action, method: method, results: results))
    }

    /// No input: the document goes on, unless the action is asked all the same.
    private func nothing<Person: Caller>(in call: inout CallExecution<Person>) -> CallExecution<Person>.Flow {
        guard actionOnEmptyResult else { return .goOn }
        let results = call.provider.troubles.sendsEmptyDigits ? [FormParameters.Parameter("Digits", "")] : []
        return .fetch(DocumentRequest(url: action, method: method, results: results))
    }
}

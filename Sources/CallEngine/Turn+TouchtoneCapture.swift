import Airscript
import BotGraph
import Compliance
import Telephony

extension Turn {
    func listening(_ capture: TouchtoneCapture) -> Listening {
        Listening(
            step: session.step,
            // Whoever is called may say stop at every prompt, 16 CFR 310.4(b)(1)(v)(B)(ii); a caller of ours types.
            kind: bot.direction == .outbound ? .keysAndSpeech : .keys,
            prompts: pending,
            maxDigits: capture.maxDigits,
            // A finish key alone arrives as silence. Where it is the opt-out key too it has to arrive as itself.
            finishOnKey: finishesWithOptOutKey(capture) ? nil : capture.finishOnKey,
            timeoutSeconds: capture.timeout.wholeSeconds,
            language: session.language,
            hints: bot.direction == .outbound ? (bot.optOut?.say ?? []).map(\.text) + optOutHints : []
        )
    }

    /// The request to stop in what a capture got.
    ///
    /// Where the opt-out key, once or several times, cannot be an answer, it is the request: a person who was told "press 9
    /// to stop these calls" is not to be told that 9 is no account number.
    func request(in reading: InputReading, _ capture: TouchtoneCapture) -> OptOutRequest? {
        switch reading {
        case .silence, .unreadable: return nil
        case .speech(let heard, let words): return OptOutRequest(heard: heard, words: words, bot: bot)
        case .keys(let digits):
            if finishesWithOptOutKey(capture), let request = OptOutRequest(keys: digits, bot: bot) { return request }
            if takes(withoutFinishKey(digits, capture), capture) { return nil }
            let keys = Digits(String(digits.unmasked.trimmingSuffix { $0 == "#" })) ?? digits
            return OptOutRequest(keys: keys.isEmpty ? digits : keys, bot: bot)
        }
    }

    /// Keeps the digits when there are enough of them and the file's test holds.
    mutating func take(_ reading: InputReading, at node: Node, _ capture: TouchtoneCapture) throws(EvaluationFault) {
        if let request = request(in: reading, capture) {
            session.failuresInRow = 0
            takeOptOut(request, at: node)
            return
        }
        let noMatchExit = capture.noMatch?.then
        switch reading {
        case .silence:
            try noInput(at: node, capture.noInput, exit: capture.noInput?.then)
        case .unreadable, .speech:
            try noMatch(at: node, capture.noMatch, exit: noMatchExit)
        case .keys(let pressed):
            let digits = withoutFinishKey(pressed, capture)
            guard takes(digits, capture) else {
                try noMatch(at: node, capture.noMatch, exit: noMatchExit)
                return
            }
            let before = session.variables
            try assign(.text(digits.unmasked), to: capture.variable)
            if let test = capture.validate, try !evaluate(test).isTruthy {
                session.variables = before
                knownScope = nil
                try noMatch(at: node, capture.noMatch, exit: noMatchExit)
                return
            }
            session.failuresInRow = 0
            try run(capture.onCapture)
            pass(.took(node.id, .edge(.next)))
            walk(to: capture.go.node)
        }
    }

    /// Whether the key that ends the input is also the one that asks to stop.
    private func finishesWithOptOutKey(_ capture: TouchtoneCapture) -> Bool {
        capture.finishOnKey != nil && capture.finishOnKey == bot.optOut?.press
    }

    /// The digits before the finish key, where the provider was not told of it; the key alone stays, being the request.
    private func withoutFinishKey(_ digits: Digits, _ capture: TouchtoneCapture) -> Digits {
        guard finishesWithOptOutKey(capture), let key = capture.finishOnKey, digits.count > 1,
            digits.unmasked.last == key.rawValue
        else { return digits }
        return Digits(String(digits.unmasked.dropLast())) ?? digits
    }

    private func takes(_ digits: Digits, _ capture: TouchtoneCapture) -> Bool {
        digits.count >= capture.minDigits && digits.count <= capture.maxDigits
    }
}

extension String {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, isDropped(last) { rest = rest.dropLast() }
        return rest
    }
}

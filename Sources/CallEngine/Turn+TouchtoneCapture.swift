import Airscript
import BotGraph
import Compliance
import Telephony

extension Turn {
    mutating func enter(_ capture: TouchtoneCapture, of node: Node) -> NodeID? {
        listen(at: node, capture)
        return nil
    }

    mutating func listen(at node: Node, _ capture: TouchtoneCapture) {
        serve(
            Listening(
                step: session.step,
                kind: .keys,
                prompts: pending,
                maxDigits: capture.maxDigits,
                finishOnKey: capture.finishOnKey,
                timeoutSeconds: capture.timeout.wholeSeconds,
                language: session.language
            ),
            at: node
        )
    }

    /// Keeps the digits when there are enough of them and the file's test holds.
    ///
    /// The opt-out key alone, where one digit is too few for an answer, is the request to stop: a person who was told
    /// "press 9 to stop these calls" is not to be told that 9 is no account number.
    mutating func take(_ reading: InputReading, at node: Node, _ capture: TouchtoneCapture) throws(EvaluationFault) {
        let noMatchExit = capture.noMatch?.then
        switch reading {
        case .silence:
            try noInput(at: node, capture.noInput, exit: capture.noInput?.then)
        case .unreadable, .speech:
            try noMatch(at: node, capture.noMatch, exit: noMatchExit)
        case .keys(let digits):
            guard digits.count >= capture.minDigits, digits.count <= capture.maxDigits else {
                if let press = bot.optOut?.press, digits == Digits(press) {
                    takeOptOut(OptOutRequest(clarity: .certain), at: node)
                } else {
                    try noMatch(at: node, capture.noMatch, exit: noMatchExit)
                }
                return
            }
            let before = session.variables
            try assign(.text(digits.unmasked), to: capture.variable)
            if let test = capture.validate, try !evaluate(test.expression).isTruthy {
                session.variables = before
                try noMatch(at: node, capture.noMatch, exit: noMatchExit)
                return
            }
            try run(capture.onCapture)
            walk(to: capture.go.node)
        }
    }
}

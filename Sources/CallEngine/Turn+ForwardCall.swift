import BotGraph
import Compliance
import Telephony

extension Turn {
    mutating func enter(_ forward: ForwardCall, of node: Node) throws(EvaluationFault) -> NodeID? {
        var numbers: [PhoneNumber] = []
        for number in forward.numbers {
            let text = try render(number.template, at: number.location)
            if let number = PhoneNumber(text), !numbers.contains(number) { numbers.append(number) }
        }
        guard !numbers.isEmpty else {
            // Nothing that can be rung came out of the file's expressions: the same as a leg that failed.
            guard let target = forward.failed ?? forward.go else {
                throw EvaluationFault(
                    "none of its numbers came out in E.164 form, such as +12065550101",
                    at: node.location
                )
            }
            pass(.took(node.id, .edge(forward.failed == nil ? .next : .forward("failed"))))
            return target.node
        }
        var callerID: PhoneNumber?
        if let number = forward.callerID { callerID = PhoneNumber(try render(number.template, at: number.location)) }
        flushPending()
        guard session.endReason == nil else { return nil }
        effects.append(
            .forward(
                Forwarding(
                    step: session.step,
                    numbers: numbers,
                    callerID: callerID,
                    timeoutSeconds: min(600, max(5, forward.timeout.wholeSeconds))
                )
            )
        )
        session.state = .forwarding(node.id)
        return nil
    }

    /// The forwarded leg is over: its outcome chooses the way, and a file that names none lets the call end.
    mutating func forwardEnded(_ status: DialStatus, at id: NodeID) {
        session.step += 1
        if let reason = limitReached {
            endPolitely(reason)
            return
        }
        guard let node = bot[id], case .forwardCall(let forward) = node.body else {
            fail(EvaluationFault("the call waits at a node that forwards nothing"), at: id)
            return
        }
        let (own, outcome): (Target?, String) =
            switch status {
            case .completed, .answered: (forward.completed, "completed")
            case .busy: (forward.busy, "busy")
            case .noAnswer: (forward.noAnswer, "no_answer")
            case .failed, .canceled: (forward.failed, "failed")
            }
        if let target = own ?? forward.go {
            pass(.took(id, .edge(own == nil ? .next : .forward(outcome))))
            walk(to: target.node)
        } else {
            close(.completed)
        }
    }
}

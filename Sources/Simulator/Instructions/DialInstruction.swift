import Carrier
import Telephony
import TwiML

/// `Dial` places legs to numbers and bridges the first that answers.
///
/// Source: https://www.twilio.com/docs/voice/twiml/dial
struct DialInstruction: Sendable, Hashable {
    let numbers: [Party]
    let callerID: Party?
    let timeout: Duration
    /// Nil when the document goes on after the leg.
    let action: String?
    let method: HTTPRequest.Method

    /// How long a leg rings before it is answered or found busy.
    private static let ringing = Duration.seconds(5)
    /// How often a caller is asked again who pressed a key or spoke while the legs were placed.
    private static let patience = 20

    static func read(_ element: XMLElement, _ reader: InstructionReader) -> Instruction {
        let nouns = element.elements
        if let other = nouns.first(where: { $0.name != "Number" }) { return .unsupported("Dial with \(other.name)") }
        let texts = nouns.isEmpty ? [element.text] : nouns.map(\.text)
        let numbers = texts.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        var action: String?
        if let text = element[attribute: "action"], !text.isEmpty {
            guard let address = reader.address(text) else { return .broken(.badAddress(verb: "Dial")) }
            action = address
        }
        return .dial(
            DialInstruction(
                numbers: numbers.map { Party(parameter: $0) },
                callerID: element[attribute: "callerId"].map { Party(parameter: $0) },
                timeout: .seconds(min(max(reader.number("timeout", in: element) ?? 30, 5), 600)),
                action: action,
                method: reader.method("method", in: element)
            )
        )
    }

    func perform<Person: Caller>(in call: inout CallExecution<Person>) async -> CallExecution<Person>.Flow {
        call.redirects = 0
        let dialling = Awaited.Dialling(numbers: numbers, callerID: callerID, timeout: timeout)
        call.add(.forwarding(dialling))
        guard !numbers.isEmpty else { return ended(.failed, talking: .zero, in: &call) }
        for _ in 0..<DialInstruction.patience {
            switch await call.ask(.forward(dialling)).withoutTiming {
            case .forwardEnds(let status, let talking): return ended(status, talking: talking, in: &call)
            case .silence: return ended(.noAnswer, talking: .zero, in: &call)
            case .hangUp:
                call.callerActed(.hungUp(.caller))
                return .over(.completed)
            case .press, .say, .interrupt, .wait: continue
            }
        }
        return ended(.noAnswer, talking: .zero, in: &call)
    }

    private func ended<Person: Caller>(
        _ status: DialStatus,
        talking: Duration,
        in call: inout CallExecution<Person>
    ) -> CallExecution<Person>.Flow {
        let wasBridged = status == .completed || status == .answered
        switch status {
        case .completed, .answered: call.clock.advance(by: DialInstruction.ringing + talking)
        case .busy, .failed, .canceled: call.clock.advance(by: DialInstruction.ringing)
        case .noAnswer: call.clock.advance(by: timeout)
        }
        let spoken = wasBridged ? talking : .zero
        call.callerActed(.forwardEnded(status, talking: spoken))
        guard let action else { return .goOn }
        var results = [
            FormParameters.Parameter("DialCallStatus", status.rawValue),
            FormParameters.Parameter("DialCallSid", call.generator.identifier("CA")),
            FormParameters.Parameter("DialBridged", wasBridged ? "true" : "false"),
        ]
        if wasBridged {
            let seconds = (talking.inMilliseconds + 999) / 1_000
            results.append(FormParameters.Parameter("DialCallDuration", String(seconds)))
        }
        return .fetch(DocumentRequest(url: action, method: method, results: results))
    }
}

extension CallerAct {
    /// The act itself, where its moment does not matter.
    var withoutTiming: CallerAct {
        switch self {
        case .interrupt(_, let act), .wait(_, let act): act.withoutTiming
        case .press, .say, .silence, .hangUp, .forwardEnds: self
        }
    }
}

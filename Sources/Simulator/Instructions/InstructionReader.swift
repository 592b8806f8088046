import Carrier
import Telephony
import TwiML

/// Reads the verbs of a document.
///
/// As the provider does, it disregards what it does not know and what is wrong in an attribute; the contract's check
/// has warned of both by then.
struct InstructionReader: Sendable {
    /// The address of the document, which relative addresses and absent actions mean.
    let documentURL: String

    func instructions(of response: XMLElement) -> [Instruction] {
        response.elements.compactMap { instruction($0) }
    }

    func instruction(_ element: XMLElement) -> Instruction? {
        switch element.name {
        case "Say": .say(SayInstruction(element, self))
        case "Play": .play(PlayInstruction(element, self))
        case "Pause": .pause(PauseInstruction(element, self))
        case "Gather": GatherInstruction.read(element, self)
        case "Redirect": RedirectInstruction.read(element, self)
        case "Hangup": .hangUp
        case "Reject": .reject(RejectInstruction(element))
        case "Dial": DialInstruction.read(element, self)
        default: InstructionReader.otherVerbs.contains(element.name) ? .unsupported(element.name) : nil
        }
    }

    /// The provider's further verbs.
    private static let otherVerbs: Set<String> = [
        "Connect", "Echo", "Enqueue", "Leave", "Pay", "Prompt", "Queue", "Record", "Refer", "Sms", "Start", "Stop",
    ]

    // MARK: - Attributes

    /// A whole number of at least `minimum`; nil when the attribute is absent or anything else.
    func number(_ name: String, in element: XMLElement, minimum: Int = 1) -> Int? {
        guard let text = element[attribute: name], let number = Int(text), number >= minimum else { return nil }
        return number
    }

    /// `loop`, where 0 stands for a thousand times.
    func times(in element: XMLElement) -> Int {
        let times = number("loop", in: element, minimum: 0) ?? 1
        return times == 0 ? 1_000 : min(times, 1_000)
    }

    func method(_ name: String, in element: XMLElement) -> HTTPRequest.Method {
        element[attribute: name]?.uppercased() == "GET" ? .get : .post
    }

    /// The address an attribute or a text means; nil when it is none.
    func address(_ text: String) -> String? { WebAddress.resolve(text, against: documentURL) }
}

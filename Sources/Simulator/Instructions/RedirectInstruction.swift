import Carrier
import TwiML

/// `Redirect` goes on with another document; an empty text means the current one.
struct RedirectInstruction: Sendable, Hashable {
    let url: String
    let method: HTTPRequest.Method

    /// Documents that hold a `Redirect` and nothing that is heard, before the stand-in calls it a loop.
    static let limit = 10

    static func read(_ element: XMLElement, _ reader: InstructionReader) -> Instruction {
        guard let url = reader.address(element.text) else { return .broken(.badAddress(verb: "Redirect")) }
        return .redirect(RedirectInstruction(url: url, method: reader.method("method", in: element)))
    }

    func perform<Person: Caller>(in call: inout CallExecution<Person>) -> CallExecution<Person>.Flow {
        call.redirects += 1
        guard call.redirects <= RedirectInstruction.limit else {
            return .fault(.redirectLoop(url: WebAddress.withoutQuery(url), count: call.redirects))
        }
        return .fetch(DocumentRequest(url: url, method: method))
    }
}

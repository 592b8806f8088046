import Carrier
import Testing
import TwiML

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The reply as a document, once it is all that the provider asks of one.
    func document(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> XMLElement {
        #expect(status == 200, sourceLocation: sourceLocation)
        #expect(self[header: "Content-Type"] == "text/xml; charset=utf-8", sourceLocation: sourceLocation)
        #expect(self[header: "Content-Length"] == "\(body.count)", sourceLocation: sourceLocation)
        #expect(self[header: "Transfer-Encoding"] == nil, sourceLocation: sourceLocation)
        let root = try XMLElement.parse(body)
        #expect(root.name == "Response", sourceLocation: sourceLocation)
        return root
    }

    /// Whether the reply says this and ends the call.
    func ends(saying words: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Bool {
        let root = try document(sourceLocation: sourceLocation)
        return root.elements.map(\.name) == ["Say", "Hangup"] && root.text.contains(words)
    }

    /// Whether the reply is one line for a person.
    func isPlain(_ status: Int, _ text: String) -> Bool {
        self.status == status && self[header: "Content-Type"] == "text/plain; charset=utf-8" && self.text == text
    }
}

extension XMLElement {
    var verbs: [String] { elements.map(\.name) }
}

/// What is said where no bot's own words are at hand.
let generalApology = "We are sorry, something went wrong."

import Simulator
import Testing
import TwiML

/// Reads a document back, and fails the test when it is not what the provider takes.
@discardableResult
func checked(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws -> XMLElement {
    #expect(bytes.starts(with: Array(declaration.utf8)), sourceLocation: sourceLocation)
    #expect(bytes.count <= TwiMLWriter.maximumBytes, sourceLocation: sourceLocation)
    let warnings = try Contract.warnings(for: bytes)
    #expect(warnings.isEmpty, "\(warnings)", sourceLocation: sourceLocation)
    return try XMLElement.parse(bytes)
}

/// Writes verbs as a document, checks it, and gives what is between the root's tags.
func body(_ verbs: Verb..., sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let bytes = try TwiMLDocument(verbs).bytes()
    try checked(bytes, sourceLocation: sourceLocation)
    return try bodyText(bytes, sourceLocation: sourceLocation)
}

/// What is between the root's tags, once the frame around it is what it should be.
func bodyText(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let text = try #require(String(validating: bytes, as: UTF8.self), sourceLocation: sourceLocation)
    if text == "\(declaration)\n<Response/>\n" { return "" }
    let (head, tail) = ("\(declaration)\n<Response>", "</Response>\n")
    #expect(text.hasPrefix(head) && text.hasSuffix(tail), "\(text)", sourceLocation: sourceLocation)
    return String(text.dropFirst(head.count).dropLast(tail.count))
}

private let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

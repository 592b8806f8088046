/// Why bytes are not a document we read.
package enum XMLError: Error, Hashable {
    case empty
    case tooLarge(bytes: Int, limit: Int)
    case tooDeep(limit: Int)
    /// A DOCTYPE can define entities that grow without end or read files, and TwiML has none.
    case documentType
    /// The document is not well-formed; the reason is libxml2's.
    case malformed(line: Int, column: Int, reason: String)
    /// libxml2 could not start, which happens when memory is short.
    case parser(function: String)
}

extension XMLError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty:
            "The document is empty; answer with at least <Response/>."
        case .tooLarge(let bytes, let limit):
            "The document has \(bytes) bytes; at most \(limit) are read."
        case .tooDeep(let limit):
            "The document nests elements more than \(limit) deep; TwiML needs fewer than 10."
        case .documentType:
            "The document has a DOCTYPE; remove it, TwiML has none."
        case .malformed(let line, let column, let reason):
            "The document is not well-formed at \(line):\(column): \(reason); correct it there."
        case .parser(let function):
            "libxml2 could not read the document: \(function) failed; check the memory that is left."
        }
    }
}

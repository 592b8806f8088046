import CLoad
import Glibc

/// A reply as far as it has come in.
struct Reply {
    private static let end = [UInt8]("\r\n\r\n".utf8)
    private static let limit = 1_048_576

    private(set) var bytes: [UInt8] = []

    mutating func append(_ more: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: more)
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Judges the reply once it is whole.
    ///
    /// - Returns: Nil while more of it is to come.
    func verdict(_ expectation: CallScript.Expectation) -> Verdict? {
        guard let headLength = Reply.position(of: Reply.end, in: bytes[...]).map({ $0 + Reply.end.count }) else {
            return bytes.count > Reply.limit ? .wrong(.endless) : nil
        }
        let head = bytes[..<headLength]
        guard head.count > 12, let status = Reply.number(head[9..<12]) else { return .wrong(.malformed) }
        let length: Int
        if status == 204 {
            length = 0
        } else {
            guard let value = Reply.value(of: "content-length", in: head), let number = Reply.number(value) else {
                return .wrong(.malformed)
            }
            length = number
        }
        guard bytes.count >= headLength + length else {
            return bytes.count > Reply.limit ? .wrong(.endless) : nil
        }
        let body = bytes[headLength..<(headLength + length)]
        switch expectation {
        case .nothing: return status == 204 ? .right : .wrong(.status(status))
        case .document(let text):
            guard status == 200 else { return .wrong(.status(status)) }
            guard let type = Reply.value(of: "content-type", in: head), type.starts(with: "text/xml".utf8) else {
                return .wrong(.contentType)
            }
            return Reply.position(of: text, in: body) == nil ? .wrong(.document) : .right
        }
    }

    private static func position(of text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        let position = bytes.withUnsafeBufferPointer { bytes_find($0.baseAddress, $0.count, text, text.count) }
        return position < 0 ? nil : position
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        guard !digits.isEmpty, digits.count < 10 else { return nil }
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }

    /// The value of a header, whose name is given in lower case.
    private static func value(of name: StaticString, in head: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let length = name.utf8CodeUnitCount
        var line = head.startIndex
        while let newline = head[line...].firstIndex(of: 0x0A) {
            line = newline + 1
            guard line + length < head.endIndex, head[line + length] == UInt8(ascii: ":") else { continue }
            let isSame = head.withUnsafeBytes { bytes in
                bytes.baseAddress.map {
                    strncasecmp($0.advanced(by: line - head.startIndex), name.utf8Start, length) == 0
                }
            }
            guard isSame == true else { continue }
            return head[(line + length + 1)...].prefix { $0 != 0x0D }.drop { $0 == 0x20 }
        }
        return nil
    }
}

/// What a reply was worth.
enum Verdict {
    case right
    case wrong(Failure)
}

/// Why a request did not get what it should.
enum Failure: Hashable, CustomStringConvertible {
    case status(Int)
    case contentType
    /// The document did not lead to the step that comes next.
    case document
    case malformed
    case endless
    case connection(String)
    /// No reply by the end of the run.
    case unanswered

    var description: String {
        switch self {
        case .status(let status): "status \(status)"
        case .contentType: "another content type than text/xml"
        case .document: "a document that does not lead to the next step"
        case .malformed: "a reply that is not HTTP/1.1 with a Content-Length"
        case .endless: "a reply of more than a megabyte"
        case .connection(let reason): "connection: \(reason)"
        case .unanswered: "no reply by the end"
        }
    }
}

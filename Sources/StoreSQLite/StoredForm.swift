import CallEngine
import Foundation
import Store
import Telephony

/// How sessions, events and effects are stored: JSON with sorted keys, so that equal values are equal bytes and
/// SQLite's own functions can look into them.
enum StoredForm {
    /// The layout of the stored events and effects.
    static let schema = 1

    // A decoder holds no state between two uses, and making one costs more than decoding an event.
    private static let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        // A recogniser's confidence can be anything, and no step may be lost over a number that JSON does not have.
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf",
            negativeInfinity: "-inf",
            nan: "nan"
        )
        return decoder
    }()

    static func text(of value: some Encodable, what: String) throws(StoreError) -> String {
        do {
            return try JSONText.encode(value)
        } catch {
            throw .failed(doing: "encode \(what)", code: "ENCODING", message: kind(of: error))
        }
    }

    static func value<Value: Decodable>(
        _ type: Value.Type,
        from text: String,
        what: String
    ) throws(StoreError) -> Value {
        do {
            return try decoder.decode(type, from: Data(text.utf8))
        } catch {
            throw .unreadable(what: what, reason: kind(of: error))
        }
    }

    /// What is wrong and where, without the value that is: it may be a number or what a caller said.
    private static func kind(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "'\(key.stringValue)' is missing in \(path(context.codingPath))"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(path(context.codingPath)) has another type than it should"
        case DecodingError.dataCorrupted(let context):
            "\(path(context.codingPath)) is damaged"
        case EncodingError.invalidValue(_, let context):
            "\(path(context.codingPath)) cannot be encoded"
        default:
            "\(type(of: error))"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.isEmpty ? "its outermost value" : "'" + keys.map(\.stringValue).joined(separator: ".") + "'"
    }
}

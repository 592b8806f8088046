/// A form's names and values as decoded bytes, which is what a signature covers.
///
/// Strings would not do: comparing them folds characters that Unicode holds equivalent, and bytes that are not UTF-8 would
/// be repaired. The work is done on one buffer and without generics; across a module's border those cost eighteen times
/// as much.
struct FormBytes {
    /// Where one parameter lies in `bytes`; the value follows its name at once.
    struct Field {
        let start: Int
        let nameEnd: Int
        let end: Int
    }

    /// Names and values, decoded, back to back.
    private(set) var bytes: [UInt8] = []
    private(set) var fields: [Field] = []

    /// Decodes `application/x-www-form-urlencoded`: `+` is a space, nothing is trimmed, order and repetitions are kept.
    ///
    /// It is lenient, as the URL standard's parser is: a `%` without two hexadecimal digits stands for itself, a name
    /// without `=` has an empty value, and an empty piece between two `&` is nothing.
    /// Source: https://url.spec.whatwg.org/#urlencoded-parsing
    init(_ encoded: UnsafeBufferPointer<UInt8>, limits: FormLimits) throws(FormError) {
        var failure: FormError?
        var found: [Field] = []
        found.reserveCapacity(32)
        // Decoding never lengthens.
        bytes = [UInt8](unsafeUninitializedCapacity: encoded.count) { output, count in
            failure = FormBytes.decode(encoded, into: output, count: &count, fields: &found, limits: limits)
        }
        if let failure { throw failure }
        fields = found
    }

    private static func decode(
        _ encoded: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>,
        count: inout Int,
        fields: inout [Field],
        limits: FormLimits
    ) -> FormError? {
        var index = 0
        var pieceStart = 0
        var start = 0
        var nameEnd: Int?
        while true {
            let byte = index < encoded.count ? encoded[index] : UInt8(ascii: "&")
            switch byte {
            case UInt8(ascii: "&"):
                if index > pieceStart {
                    let field = Field(start: start, nameEnd: nameEnd ?? count, end: count)
                    if field.nameEnd - field.start > limits.nameBytes { return .nameTooLong(limit: limits.nameBytes) }
                    if field.end - field.nameEnd > limits.valueBytes { return .valueTooLong(limit: limits.valueBytes) }
                    if fields.count == limits.parameters { return .tooManyParameters(limit: limits.parameters) }
                    fields.append(field)
                }
                guard index < encoded.count else { return nil }
                pieceStart = index + 1
                start = count
                nameEnd = nil
            case UInt8(ascii: "=") where nameEnd == nil:
                nameEnd = count
            case UInt8(ascii: "+"):
                output[count] = UInt8(ascii: " ")
                count += 1
            case UInt8(ascii: "%"):
                if index + 2 < encoded.count, let high = hexadecimal(encoded[index + 1]),
                    let low = hexadecimal(encoded[index + 2])
                {
                    output[count] = high << 4 | low
                    index += 2
                } else {
                    output[count] = byte
                }
                count += 1
            default:
                output[count] = byte
                count += 1
            }
            index += 1
        }
    }

    /// The value of a hexadecimal digit.
    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

/// What is written in one piece.
protocol JSONScalar {
    func append(to bytes: inout [UInt8])
}

extension JSONScalar where Self: CustomStringConvertible {
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: description.utf8)
    }
}

extension Bool: JSONScalar {}
extension Int: JSONScalar {}
extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}

extension Double: JSONScalar {
    /// The shortest digits that read back as the same number.
    ///
    /// JSON has no infinity, so what is not finite is a word.
    func append(to bytes: inout [UInt8]) {
        if isFinite {
            bytes.append(contentsOf: description.utf8)
        } else {
            (isNaN ? "nan" : self > 0 ? "inf" : "-inf").append(to: &bytes)
        }
    }
}

extension Float: JSONScalar {
    func append(to bytes: inout [UInt8]) {
        Double(self).append(to: &bytes)
    }
}

extension String: JSONScalar {
    /// The text in quotes, with the escapes of RFC 8259 section 7 and no others.
    func append(to bytes: inout [UInt8]) {
        var text = self
        text.withUTF8 { utf8 in
            bytes.append(UInt8(ascii: "\""))
            var start = 0
            for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: utf8[start..<index])
                start = index + 1
                String.appendEscape(of: byte, to: &bytes)
            }
            bytes.append(contentsOf: utf8[start...])
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(hexDigit(byte >> 4))
            bytes.append(hexDigit(byte & 0xF))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

import Airscript

/// Writes JSON as it is asked to, member by member, so that the same always gives the same bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether a comma is due before the next member or element.
    private var needsComma = false

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        element()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        members(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    mutating func list<Items: Sequence>(_ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void) {
        element()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for item in items { write(&self, item) }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// Writes a key; its value comes next.
    mutating func key(_ name: String) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func member(_ name: String, _ value: String) {
        key(name)
        text(value)
    }

    mutating func member(_ name: String, _ value: Int64) {
        key(name)
        raw(String(value))
    }

    mutating func text(_ text: String) {
        element()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func boolean(_ boolean: Bool) {
        raw(boolean ? "true" : "false")
    }

    /// Writes a number, a whole one without a point; what is not finite has no form in JSON and becomes null.
    mutating func number(_ number: Double) {
        if number == number.rounded(), number.magnitude <= 9_007_199_254_740_992 {
            raw(String(Int64(number)))
        } else {
            raw(number.isFinite ? number.description : "null")
        }
    }

    /// Writes a value of an expression; the names of an object in order, which their own order is no part of.
    mutating func value(_ value: Value) {
        switch value {
        case .null: raw("null")
        case .boolean(let boolean): self.boolean(boolean)
        case .number(let number): self.number(number)
        case .text(let text): self.text(text)
        case .list(let items): list(items) { $0.value($1) }
        case .object(let record):
            object { writer in
                for entry in record.entries.sorted(by: { $0.name < $1.name }) {
                    writer.key(entry.name)
                    writer.value(entry.value)
                }
            }
        }
    }

    private mutating func raw(_ text: String) {
        element()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func element() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

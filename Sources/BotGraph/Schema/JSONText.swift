/// A JSON value whose keys keep their order, for texts that are the same every time they are made.
indirect enum JSONText {
    case string(String)
    case number(Int)
    case boolean(Bool)
    case array([JSONText])
    case object([(String, JSONText)])

    /// The value as indented text.
    func written(indentation: Int = 0) -> String {
        let inner = String(repeating: " ", count: indentation + 2)
        let outer = String(repeating: " ", count: indentation)
        switch self {
        case .string(let text): return JSONText.quoted(text)
        case .number(let number): return String(number)
        case .boolean(let boolean): return String(boolean)
        case .array(let items) where items.isEmpty: return "[]"
        case .array(let items):
            let lines = items.map { inner + $0.written(indentation: indentation + 2) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members) where members.isEmpty: return "{}"
        case .object(let members):
            let lines = members.map { inner + JSONText.quoted($0) + ": " + $1.written(indentation: indentation + 2) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20:
                let code = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

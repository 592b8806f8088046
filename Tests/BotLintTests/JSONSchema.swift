import Foundation

/// A value of JSON, with whole numbers told from others.
indirect enum JSONValue: Decodable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case map([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .map(try container.decode([String: JSONValue].self))
        }
    }

    init(_ text: String) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    subscript(key: String) -> JSONValue? {
        if case .map(let values) = self { values[key] } else { nil }
    }

    subscript(index: Int) -> JSONValue? {
        if case .list(let items) = self, items.indices.contains(index) { items[index] } else { nil }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var items: [JSONValue] { if case .list(let items) = self { items } else { [] } }
    var integer: Int? { if case .integer(let value) = self { value } else { nil } }

    /// The words of JSON Schema that a value answers to.
    fileprivate var types: Set<String> {
        switch self {
        case .null: ["null"]
        case .boolean: ["boolean"]
        case .integer: ["integer", "number"]
        case .number: ["number"]
        case .text: ["string"]
        case .list: ["array"]
        case .map: ["object"]
        }
    }

    fileprivate var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .null, .boolean, .text, .list, .map: nil
        }
    }
}

/// As much of JSON Schema, draft 4, as the schema of SARIF uses; a word beyond that is a complaint of its own.
struct JSONSchema {
    private let root: JSONValue
    private static let annotations: Set<String> = [
        "$schema", "id", "title", "description", "default", "definitions", "format",
    ]

    init(_ root: JSONValue) {
        self.root = root
    }

    /// What in a value does not fit, each with its path.
    func complaints(about value: JSONValue) -> [String] { complaints(value, root, "$") }

    private func complaints(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        guard case .map(let words) = schema else { return ["\(path): the schema is no map"] }
        // Beside a reference nothing else counts in draft 4.
        if let reference = words["$ref"]?.text {
            guard let target = resolved(reference) else { return ["\(path): no such definition: \(reference)"] }
            return complaints(value, target, path)
        }
        return words.keys.sorted().flatMap { word in
            JSONSchema.annotations.contains(word) ? [] : check(word, words[word] ?? .null, value, schema, path)
        }
    }

    private func check(
        _ word: String,
        _ wanted: JSONValue,
        _ value: JSONValue,
        _ schema: JSONValue,
        _ path: String
    ) -> [String] {
        switch word {
        case "type":
            let types = wanted.text.map { [$0] } ?? wanted.items.compactMap(\.text)
            return value.types.isDisjoint(with: types) ? ["\(path): \(value.types.sorted()), wanted \(types)"] : []
        case "enum": return wanted.items.contains(value) ? [] : ["\(path): \(value) is none of the words"]
        case "pattern":
            guard case .text(let text) = value, let pattern = wanted.text else { return [] }
            guard let expression = try? Regex(pattern) else { return ["\(path): pattern \(pattern)"] }
            return text.firstMatch(of: expression) == nil ? ["\(path): '\(text)' is not like \(pattern)"] : []
        case "minimum":
            guard let number = value.double, let least = wanted.double else { return [] }
            return number < least ? ["\(path): \(number) is below \(least)"] : []
        case "maximum":
            guard let number = value.double, let most = wanted.double else { return [] }
            return number > most ? ["\(path): \(number) is above \(most)"] : []
        case "required", "properties", "additionalProperties":
            return checkMap(word, wanted, value, schema, path)
        case "items", "minItems", "uniqueItems": return checkList(word, wanted, value, path)
        case "anyOf":
            let isAny = wanted.items.contains { complaints(value, $0, path).isEmpty }
            return isAny ? [] : ["\(path): none of anyOf fits"]
        case "oneOf":
            let count = wanted.items.count { complaints(value, $0, path).isEmpty }
            return count == 1 ? [] : ["\(path): \(count) of oneOf fit"]
        case "allOf": return wanted.items.flatMap { complaints(value, $0, path) }
        case "not": return complaints(value, wanted, path).isEmpty ? ["\(path): fits what it must not"] : []
        default: return ["\(path): the schema uses '\(word)', which is not checked here"]
        }
    }

    private func checkMap(
        _ word: String,
        _ wanted: JSONValue,
        _ value: JSONValue,
        _ schema: JSONValue,
        _ path: String
    ) -> [String] {
        guard case .map(let values) = value else { return [] }
        switch word {
        case "required":
            return wanted.items.compactMap(\.text).filter { values[$0] == nil }.map { "\(path): no '\($0)'" }
        case "properties":
            return values.keys.sorted().flatMap { key in
                wanted[key].map { complaints(values[key] ?? .null, $0, "\(path).\(key)") } ?? []
            }
        default:
            let others = values.keys.filter { schema["properties"]?[$0] == nil }.sorted()
            if case .boolean(let allowed) = wanted {
                return allowed ? [] : others.map { "\(path): '\($0)' is not known" }
            }
            return others.flatMap { complaints(values[$0] ?? .null, wanted, "\(path).\($0)") }
        }
    }

    private func checkList(_ word: String, _ wanted: JSONValue, _ value: JSONValue, _ path: String) -> [String] {
        guard case .list(let items) = value else { return [] }
        switch word {
        case "items": return items.enumerated().flatMap { complaints($1, wanted, "\(path)[\($0)]") }
        case "minItems": return items.count < (wanted.integer ?? 0) ? ["\(path): too few items"] : []
        default: return wanted == .boolean(true) && Set(items).count < items.count ? ["\(path): an item twice"] : []
        }
    }

    private func resolved(_ reference: String) -> JSONValue? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/").reduce(root) { $0?[String($1)] }
    }
}

import BotGraph
import Testing

/// A value as JSON has it; YAML and JSON texts alike are read into it.
enum PlainValue: Hashable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([PlainValue])
    case map([String: PlainValue])

    init(reading text: String) throws {
        let read = try LocatedYAML.read(text, path: "text").get()
        self = read.map(PlainValue.init) ?? .null
    }

    private init(_ yaml: LocatedYAML) {
        switch yaml {
        case .null: self = .null
        case .boolean(let value, _): self = .boolean(value)
        case .number(let value, _, _): self = .number(value)
        case .text(let value, _): self = .text(value)
        case .list(let items, _): self = .list(items.map(PlainValue.init))
        case .map(let entries, _):
            self = .map(Dictionary(entries.map { ($0.key, PlainValue($0.value)) }) { first, _ in first })
        }
    }

    subscript(key: String) -> PlainValue? {
        if case .map(let members) = self { members[key] } else { nil }
    }

    var members: [String: PlainValue] { if case .map(let members) = self { members } else { [:] } }
    var items: [PlainValue] { if case .list(let items) = self { items } else { [] } }
    var string: String? { if case .text(let text) = self { text } else { nil } }
    var double: Double? { if case .number(let number) = self { number } else { nil } }
}

/// Holds values against a JSON Schema, as far as the schema of bots has keywords; one it does not know is a fault.
final class SchemaCheck {
    let schema: PlainValue
    private var expressions: [String: Regex<AnyRegexOutput>] = [:]

    init(_ schema: PlainValue) {
        self.schema = schema
    }

    /// Why a value is not valid, with the place; nothing when it is.
    func faults(of value: PlainValue) -> [String] { faults(of: value, under: schema, at: "") }

    func faults(of value: PlainValue, under schema: PlainValue, at path: String) -> [String] {
        schema.members.sorted { $0.key < $1.key }.flatMap { keyword, rule in
            faults(of: value, keyword, rule, in: schema, at: path)
        }
    }

    private func isValid(_ value: PlainValue, _ schema: PlainValue) -> Bool {
        faults(of: value, under: schema, at: "").isEmpty
    }

    private func faults(
        of value: PlainValue,
        _ keyword: String,
        _ rule: PlainValue,
        in schema: PlainValue,
        at path: String
    ) -> [String] {
        func fault(_ isFault: Bool) -> [String] { isFault ? ["\(path): \(keyword)"] : [] }
        switch keyword {
        case "$schema", "$defs", "title", "description", "default", "examples", "enumDescriptions",
            "patternErrorMessage", "then":
            return []
        case "$ref":
            let name = String(rule.string?.dropFirst("#/$defs/".count) ?? "")
            guard let target = self.schema["$defs"]?[name] else { return ["\(path): no definition \(name)"] }
            return faults(of: value, under: target, at: path)
        case "type":
            let types = rule.string.map { [$0] } ?? rule.items.compactMap(\.string)
            return fault(!types.contains { isOf(value, $0) })
        case "enum": return fault(!rule.items.contains(value))
        case "const": return fault(rule != value)
        case "pattern": return fault(value.string.map { !matches($0, rule.string ?? "") } ?? false)
        case "minimum": return fault((value.double ?? .infinity) < (rule.double ?? 0))
        case "maximum": return fault((value.double ?? -.infinity) > (rule.double ?? 0))
        case "minItems": return fault(isList(value) && Double(value.items.count) < (rule.double ?? 0))
        case "maxItems": return fault(isList(value) && Double(value.items.count) > (rule.double ?? 0))
        case "uniqueItems": return fault(Set(value.items).count < value.items.count)
        case "items":
            return value.items.enumerated().flatMap { faults(of: $1, under: rule, at: "\(path)/\($0)") }
        case "minProperties": return fault(isMap(value) && Double(value.members.count) < (rule.double ?? 0))
        case "required": return fault(isMap(value) && !rule.items.compactMap(\.string).allSatisfy { value[$0] != nil })
        case "properties":
            return rule.members.flatMap { key, rule in
                value[key].map { faults(of: $0, under: rule, at: "\(path)/\(key)") } ?? []
            }
        case "propertyNames":
            return value.members.keys.flatMap { faults(of: .text($0), under: rule, at: "\(path)/\($0)") }
        case "additionalProperties":
            let others = value.members.filter { schema["properties"]?[$0.key] == nil }
            if rule == .boolean(false) { return fault(!others.isEmpty) }
            return others.flatMap { faults(of: $1, under: rule, at: "\(path)/\($0)") }
        case "allOf": return rule.items.flatMap { faults(of: value, under: $0, at: path) }
        case "anyOf": return fault(!rule.items.contains { isValid(value, $0) })
        case "oneOf": return fault(rule.items.count { isValid(value, $0) } != 1)
        case "not": return fault(isValid(value, rule))
        case "if":
            guard isValid(value, rule), let then = schema["then"] else { return [] }
            return faults(of: value, under: then, at: path)
        default: return ["\(path): unknown keyword \(keyword)"]
        }
    }

    private func isOf(_ value: PlainValue, _ type: String) -> Bool {
        switch (value, type) {
        case (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.text, "string"), (.list, "array"),
            (.map, "object"):
            true
        case (.number(let number), "integer"): number == number.rounded()
        default: false
        }
    }

    private func isList(_ value: PlainValue) -> Bool { isOf(value, "array") }
    private func isMap(_ value: PlainValue) -> Bool { isOf(value, "object") }

    private func matches(_ text: String, _ pattern: String) -> Bool {
        if expressions[pattern] == nil { expressions[pattern] = try? Regex(pattern) }
        return expressions[pattern].map { text.contains($0) } ?? false
    }
}

/// The JSON Schema of bot files, for editors that complete and check as one types.
///
/// It is made from the tables that the loader checks keys against, so the two cannot differ. What a schema cannot say, such
/// as that a target exists, is left to the loader.
package enum BotSchema {
    /// The schema in draft 2020-12, the same text every time.
    package static var json: String {
        let root = object(
            .bot,
            leading: [
                ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                ("title", .string("Touchtone bot")),
            ]
        )
        let definitions = named.map { ($0.name, object($0)) } + values + nodes
        return JSONText.object(root + [("$defs", .object(definitions.map { ($0, .object($1)) }))]).written() + "\n"
    }

    private typealias Members = [(String, JSONText)]

    /// The tables that stand under a name of their own.
    private static let named: [KeyTable] = [
        .variable, .intent, .optOut, .universals, .repetition, .help, .operator, .option, .conditionCase, .retries,
        .action,
        .recording,
    ]

    private static func object(_ table: KeyTable, leading: Members = []) -> Members {
        let required = table.entries.filter(\.isRequired).map { JSONText.string($0.name) }
        var members = leading
        members.append(("description", .string(table.summary)))
        members.append(("type", .string("object")))
        members.append(
            (
                "properties",
                .object(
                    table.entries.map { ($0.name, .object([("description", .string($0.summary))] + schema($0.shape))) }
                )
            )
        )
        if !required.isEmpty { members.append(("required", .array(required))) }
        members.append(("additionalProperties", .boolean(false)))
        return members
    }

    /// A node is one of its types; `type` chooses which, so that an editor reports that type's mistakes only.
    private static var nodes: [(String, Members)] {
        let kinds = NodeKind.allCases
        let choice = kinds.map { kind in
            JSONText.object([
                ("if", .object([("properties", .object([("type", .object([("const", .string(kind.rawValue))]))]))])),
                ("then", reference("node_" + kind.rawValue)),
            ])
        }
        let node: Members = [
            ("description", .string("A node of the graph.")),
            ("type", .string("object")),
            (
                "properties",
                .object([("type", .object([("enum", .array(kinds.map { .string($0.rawValue) }))]))])
            ),
            ("required", .array([.string("type")])),
            ("allOf", .array(choice)),
        ]
        return [("node", node)] + kinds.map { ("node_" + $0.rawValue, object(.node($0))) }
    }

    /// Values that stand in many places.
    private static var values: [(String, Members)] {
        let piece: Members = [("anyOf", .array([.object(text), reference("recording")]))]
        let pieces: Members = [
            ("anyOf", .array([reference("prompt_piece"), .object(list(reference("prompt_piece"), 1...1_000))]))
        ]
        return [
            ("prompt_piece", [("description", .string("Text with {{ }} expressions, or a recording."))] + piece),
            ("prompt_pieces", pieces),
            (
                "prompt",
                [
                    (
                        "description",
                        .string("What is spoken: text, a recording, a list of both, or these by language.")
                    ),
                    ("anyOf", .array([reference("prompt_pieces"), .object(byLanguage(reference("prompt_pieces")))])),
                ]
            ),
            ("localized_text", [("anyOf", .array([.object(text), .object(byLanguage(.object(text)))]))]),
            ("phrases", [("anyOf", .array([.object(text), .object(list(.object(text), 1...500))]))]),
            ("actions", list(reference("action"), 1...1_000)),
            (
                "assignments",
                [
                    ("type", .string("object")),
                    ("propertyNames", .object(schema(.variable))),
                    ("additionalProperties", .object(schema(.expression))),
                    ("minProperties", .number(1)),
                ]
            ),
        ]
    }

    private static var text: Members { [("type", .string("string")), ("pattern", .string("\\S"))] }

    private static func schema(_ shape: Shape) -> Members {
        switch shape {
        case .text: text
        case .boolean: [("type", .string("boolean"))]
        case .count(let range):
            [
                ("type", .string("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
        case .word(let words): [("enum", .array(words.map(JSONText.string)))]
        case .duration: matching("^[0-9]{1,9}(ms|s|m)$")
        case .key(let orNone): matching(orNone ? "^([0-9*#]|none)$" : "^[0-9*#]$")
        case .keys: matching("^[0-9*#]{1,32}$")
        case .name: matching("^[A-Za-z][A-Za-z0-9_-]{0,63}$")
        case .recordingName: matching("^[A-Za-z][A-Za-z0-9_-]{0,63}(/[A-Za-z][A-Za-z0-9_-]{0,63}){0,7}$")
        case .variable: matching("^[A-Za-z_][A-Za-z0-9_]{0,63}$")
        case .language: matching("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){1,3}$")
        case .expression: [("type", .array(["string", "number", "boolean", "null"].map(JSONText.string)))]
        case .phoneNumber: matching("^\\+[1-9][0-9]{1,14}$|\\{\\{")
        case .phrases: [("$ref", .string("#/$defs/phrases"))]
        case .prompt: [("$ref", .string("#/$defs/prompt"))]
        case .localizedText: [("$ref", .string("#/$defs/localized_text"))]
        case .actions: [("$ref", .string("#/$defs/actions"))]
        case .assignments: [("$ref", .string("#/$defs/assignments"))]
        case .any: []
        case .map(let value, .languages): byLanguage(.object(schema(value)))
        case .map(let value, .variables):
            [
                ("type", .string("object")), ("propertyNames", .object(schema(.variable))),
                ("additionalProperties", .object(schema(value))),
            ]
        case .list(let item, let range): list(.object(schema(item)), range)
        case .table(let table): [("$ref", .string("#/$defs/\(table.name)"))]
        case .either(let shapes): [("anyOf", .array(shapes.map { .object(schema($0)) }))]
        case .nodes:
            [
                ("type", .string("object")), ("propertyNames", .object(schema(.name))),
                ("additionalProperties", reference("node")), ("minProperties", .number(1)),
            ]
        }
    }

    private static func matching(_ pattern: String) -> Members {
        [("type", .string("string")), ("pattern", .string(pattern))]
    }

    private static func list(_ item: JSONText, _ range: ClosedRange<Int>) -> Members {
        [
            ("type", .string("array")), ("items", item), ("minItems", .number(range.lowerBound)),
            ("maxItems", .number(range.upperBound)),
        ]
    }

    private static func byLanguage(_ value: JSONText) -> Members {
        [
            ("type", .string("object")), ("propertyNames", .object(schema(.language))), ("additionalProperties", value),
            ("minProperties", .number(1)),
        ]
    }

    private static func reference(_ name: String) -> JSONText {
        .object([("$ref", .string("#/$defs/\(name)"))])
    }
}

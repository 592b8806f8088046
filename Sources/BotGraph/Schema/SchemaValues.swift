/// What values look like.
extension BotSchema {
    /// Values that stand in many places.
    static var values: [(String, Members)] {
        let piece: Members = [("anyOf", .array([.object(text), reference("recording")]))]
        let pieces: Members = [
            ("anyOf", .array([reference("prompt_piece"), .object(list(reference("prompt_piece"), 1...1_000))]))
        ]
        let prompt: Members = [
            ("description", .string("What is spoken: text, a recording, a list of both, or these by language.")),
            ("anyOf", .array([reference("prompt_pieces"), .object(byLanguage(reference("prompt_pieces")))])),
        ]
        let assignments: Members = [
            ("type", .string("object")), ("propertyNames", .object(schema(.variable))),
            ("additionalProperties", .object(schema(.expression))), ("minProperties", .number(1)),
        ]
        return [
            ("prompt_piece", [("description", .string("Text with {{ }} expressions, or a recording."))] + piece),
            ("prompt_pieces", pieces),
            ("prompt", prompt),
            ("localized_text", [("anyOf", .array([.object(text), .object(byLanguage(.object(text)))]))]),
            ("phrases", [("anyOf", .array([.object(text), .object(list(.object(text), 1...500))]))]),
            ("actions", list(reference("action"), 1...1_000)),
            ("assignments", assignments),
        ]
    }

    /// The schema of a key's value.
    static func schema(_ shape: Shape) -> Members {
        switch shape {
        case .text: text
        case .boolean: [("type", .string("boolean"))]
        case .count(let range):
            [
                ("type", .string("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
        case .word(let words): [("enum", .array(words.map(JSONText.string)))]
        case .duration(let range):
            matching(
                SchemaPatterns.duration(range),
                else: "a duration from \(range.lowerBound)s to \(range.upperBound)s, such as \(range.lowerBound)s"
            )
        case .key(let orNone):
            matching(
                orNone ? "^([0-9*#]|none)$" : "^[0-9*#]$",
                else: "one key in quotes, such as \"1\" or \"#\"" + (orNone ? ", or none" : "")
            )
        case .keys: matching("^[0-9*#]{1,32}$", else: "keys in quotes, such as \"1\" or \"12#\"")
        case .name: matching(SchemaPatterns.name, else: "a letter, then letters, digits, '-' and '_'")
        case .recordingName:
            matching(
                SchemaPatterns.recordingName,
                else: "a path below prompts/LANGUAGE/ without its ending: menus/main"
            )
        case .variable: matching("^[A-Za-z_][A-Za-z0-9_]{0,63}$", else: "a letter, then letters, digits and '_'")
        case .voice: matching("^[A-Za-z0-9._~:-]{1,128}$", else: "the provider's name of a voice, such as Polly.Joanna")
        case .language: matching(SchemaPatterns.language, else: "a language with its region, such as en-US")
        // YAML reads `tries + 1` as text, and `3` or `true` as what they are.
        case .expression:
            [
                ("type", .array(["string", "number", "boolean", "null"].map(JSONText.string))),
                ("pattern", .string("\\S")),
            ]
        case .phoneNumber:
            matching(
                "^\\+[1-9][0-9]{1,14}$|\\{\\{",
                else: "a number in E.164 form and in quotes, such as \"+12065550101\""
            )
        case .phrases: [("$ref", .string("#/$defs/phrases"))]
        case .prompt: [("$ref", .string("#/$defs/prompt"))]
        case .localizedText: [("$ref", .string("#/$defs/localized_text"))]
        case .actions: [("$ref", .string("#/$defs/actions"))]
        case .assignments: [("$ref", .string("#/$defs/assignments"))]
        case .any: []
        case .map(let value, .languages): byLanguage(.object(schema(value)))
        case .map(let value, .variables):
            [
                ("type", .string("object")), ("propertyNames", .object(declarable)),
                ("additionalProperties", .object(schema(value))),
            ]
        case .list(of: .language, let range):
            list(.object(schema(.language)), range) + [("uniqueItems", .boolean(true))]
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

    /// The names a variable may be declared with: none that is there already, and no word of Airscript.
    private static var declarable: Members {
        let taken = JSONText.object([("enum", .array(BotReading.builtInNames.map(JSONText.string)))])
        let words = JSONText.object([("pattern", .string(SchemaPatterns.anyCase(of: BotReading.keywords.sorted())))])
        return schema(.variable) + [("not", .object([("anyOf", .array([taken, words]))]))]
    }

    private static var text: Members { [("type", .string("string")), ("pattern", .string("\\S"))] }

    /// A text of a form; the words are what editors say where it has another.
    private static func matching(_ pattern: String, else words: String) -> Members {
        [
            ("type", .string("string")), ("pattern", .string(pattern)),
            ("patternErrorMessage", .string("This is \(words).")),
        ]
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
}

/// What holds between the keys of one map, by the name of its table.
enum SchemaRules {
    static func rules(of table: String) -> [JSONText] {
        switch table {
        case "bot": [voiceOnly, confirmUnlessSelling]
        case "variable": [neverRequiredWithDefault] + defaultsByType
        case "opt_out": [confirmWhenAsking]
        case "repeat", "help", "operator": [anyOf("press", "say")]
        case "option": [anyOf("press", "say"), anyOf("go", "opt_out"), confirmedEndsTheCall]
        case "touchtone_capture": [not(together: "digits", "min_digits"), not(together: "digits", "max_digits")]
        case "forward_call": [oneOf("number", "numbers")]
        case "action": [setOrChoice]
        default: []
        }
    }

    // MARK: - The bot

    /// Text bots are not in this version.
    private static let voiceOnly = properties(("channel", .object([("const", .string("voice"))])))

    /// A bot that sells never asks again unless it says so; any other does, and then needs the menu.
    private static let confirmUnlessSelling = JSONText.object([
        ("if", .object([("not", having("purpose", .string("telemarketing")))])),
        (
            "then",
            properties(
                (
                    "opt_out",
                    .object([
                        ("anyOf", .array([required("confirm"), having("ask", .string("never"))]))
                    ])
                )
            )
        ),
    ])

    private static let confirmWhenAsking = JSONText.object([
        (
            "if",
            .object([
                ("anyOf", .array([having("ask", .string("always")), having("ask", .string("ambiguous"))]))
            ])
        ),
        ("then", required("confirm")),
    ])

    // MARK: - Variables

    private static let neverRequiredWithDefault = JSONText.object([
        ("not", .object([("allOf", .array([having("required", .boolean(true)), required("default")]))]))
    ])

    private static let defaultsByType: [JSONText] = [
        ("text", ["string"]), ("number", ["number"]), ("boolean", ["boolean"]), ("list", ["array"]),
        ("object", ["object"]), ("date", ["string", "object"]), ("time", ["string", "object"]),
        ("datetime", ["string", "object"]), ("phone", ["string"]),
    ].map { kind, types in
        let type: JSONText = types.count == 1 ? .string(types[0]) : .array(types.map(JSONText.string))
        var value: BotSchema.Members = [("type", type)]
        if kind == "phone" { value.append(("pattern", .string("^\\+[1-9][0-9]{1,14}$"))) }
        return .object([("if", having("type", .string(kind))), ("then", properties(("default", .object(value))))])
    }

    // MARK: - Nodes

    /// An option that confirms the opt-out leads nowhere: the call ends.
    private static let confirmedEndsTheCall = JSONText.object([
        ("not", .object([("allOf", .array([having("opt_out", .string("confirmed")), required("go")]))]))
    ])

    private static let setOrChoice = JSONText.object([
        (
            "oneOf",
            .array([
                .object([
                    ("required", .array([.string("set")])),
                    ("not", .object([("anyOf", .array(["if", "then", "else"].map { required($0) }))])),
                ]),
                .object([
                    ("required", .array([.string("if"), .string("then")])), ("not", required("set")),
                ]),
            ])
        )
    ])

    // MARK: - Words

    private static func required(_ key: String) -> JSONText { .object([("required", .array([.string(key)]))]) }

    /// That a key is there and has this value.
    private static func having(_ key: String, _ value: JSONText) -> JSONText {
        .object([
            ("properties", .object([(key, .object([("const", value)]))])), ("required", .array([.string(key)])),
        ])
    }

    private static func properties(_ properties: (String, JSONText)...) -> JSONText {
        .object([("properties", .object(properties))])
    }

    private static func anyOf(_ keys: String...) -> JSONText {
        .object([("anyOf", .array(keys.map { required($0) }))])
    }

    private static func oneOf(_ keys: String...) -> JSONText {
        .object([("oneOf", .array(keys.map { required($0) }))])
    }

    private static func not(together keys: String...) -> JSONText {
        .object([("not", .object([("required", .array(keys.map(JSONText.string)))]))])
    }
}

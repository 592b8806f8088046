/// The JSON Schema of bot files, for editors that complete and check as one types.
///
/// It is made from the tables that the loader checks keys against, so the two cannot differ. What a schema cannot say, such
/// as that a target exists, is left to the loader.
package enum BotSchema {
    typealias Members = [(String, JSONText)]

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

    /// The tables that stand under a name of their own.
    private static let named: [KeyTable] = [
        .variable, .intent, .optOut, .universals, .repetition, .help, .operator, .option, .conditionCase, .retries,
        .action, .recording,
    ]

    // MARK: - Maps

    private static func object(_ table: KeyTable, leading: Members = []) -> Members {
        let required = table.entries.filter(\.isRequired).map { JSONText.string($0.name) }
        var members = leading
        members.append(("description", .string(table.summary)))
        members.append(("type", .string("object")))
        members.append(
            ("properties", .object(table.entries.map { ($0.name, .object(property($0, of: table))) }))
        )
        if !required.isEmpty { members.append(("required", .array(required))) }
        members.append(("additionalProperties", .boolean(false)))
        let rules = SchemaRules.rules(of: table.name)
        if !rules.isEmpty { members.append(("allOf", .array(rules))) }
        return members
    }

    private static func property(_ entry: KeyTable.Entry, of table: KeyTable) -> Members {
        [("description", .string(sentence(entry.summary)))] + schema(entry.shape)
            + SchemaHints.hints(of: entry.name, in: table.name)
    }

    /// A key's summary, as a message of the loader has it, as a sentence.
    private static func sentence(_ summary: String) -> String {
        summary.prefix(1).uppercased() + summary.dropFirst() + "."
    }

    // MARK: - Nodes

    /// A node is one of its types; `type` chooses which, so that an editor completes and reports that type's keys only.
    private static var nodes: [(String, Members)] {
        let kinds = NodeKind.allCases
        let choice = kinds.map { kind in
            let isOfKind: Members = [
                ("properties", .object([("type", .object([("const", .string(kind.rawValue))]))])),
                ("required", .array([.string("type")])),
            ]
            return JSONText.object([("if", .object(isOfKind)), ("then", reference("node_" + kind.rawValue))])
        }
        let type: Members = [
            ("description", .string("What the node does; it decides which other keys there are.")),
            ("enum", .array(kinds.map { .string($0.rawValue) })),
            ("enumDescriptions", .array(kinds.map { .string(KeyTable.node($0).summary) })),
        ]
        let node: Members = [
            ("description", .string("A node of the graph.")),
            ("type", .string("object")),
            ("properties", .object([("type", .object(type))])),
            ("required", .array([.string("type")])),
            ("allOf", .array(choice)),
        ]
        return [("node", node)] + kinds.map { ("node_" + $0.rawValue, object(.node($0))) }
    }

    static func reference(_ name: String) -> JSONText {
        .object([("$ref", .string("#/$defs/\(name)"))])
    }
}

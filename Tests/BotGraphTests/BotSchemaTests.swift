import BotGraph
import Foundation
import Testing

struct BotSchemaTests {
    private static let bots = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "bots")

    /// Read once: it is long.
    private static let schema = Result { try PlainValue(reading: BotSchema.json) }

    @Test func `the schema beside the bots is the one that the loader's tables make`() throws {
        let url = BotSchemaTests.bots.appending(path: "bot.schema.json")
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] == "1" {
            try BotSchema.json.write(to: url, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: url, encoding: .utf8)
        #expect(written == BotSchema.json, "run the tests with UPDATE_REFERENCE=1 to write it anew")
    }

    @Test func `the schema is JSON and every reference in it leads somewhere`() throws {
        let object = try JSONSerialization.jsonObject(with: Data(BotSchema.json.utf8))
        let root = try #require(object as? [String: Any])
        let definitions = try #require(root["$defs"] as? [String: Any])
        let references = Set(references(in: root))
        #expect(references.count > 15)
        for reference in references {
            #expect(definitions[String(reference.dropFirst("#/$defs/".count))] != nil, "\(reference) leads nowhere")
        }
    }

    private func references(in value: Any) -> [String] {
        if let object = value as? [String: Any] {
            return object.flatMap { key, value in
                key == "$ref" ? [value as? String].compactMap(\.self) : references(in: value)
            }
        }
        return (value as? [Any] ?? []).flatMap(references)
    }

    // MARK: - Keys

    /// A bot with a key that is none in every map there is; the findings name the keys there are.
    private static let strangers = """
        bot: a
        zz: 1
        variables: {v: {type: text, zz: 1}}
        intent: {caller: A, purpose: b, opt_out: c, zz: 1}
        opt_out: {ask: never, zz: 1}
        universals: {repeat: {press: "*", zz: 1}, help: {say: help, prompt: A, zz: 1}, operator: {press: "0", go: m, zz: 1}, zz: 1}
        start: m
        nodes:
          m:
            type: decision_menu
            prompt: [A, {recording: welcome, zz: 1}]
            options: [{name: o, press: "1", go: m, zz: 1}]
            no_input: {then: m, zz: 1}
            before: [{set: {v: "1"}, zz: 1}]
            zz: 1
          t: {type: touchtone_capture, prompt: A, variable: v, digits: 4, go: m, zz: 1}
          s: {type: message, prompt: A, go: m, zz: 1}
          c: {type: condition, cases: [{when: "TRUE", go: m, zz: 1}], else: m, zz: 1}
          e: {type: set, values: {v: "1"}, go: m, zz: 1}
          f: {type: forward_call, number: "+12065550100", zz: 1}
          h: {type: hang_up, zz: 1}
        """

    /// The schema's definition for each map, by how messages call the map.
    private static let definitions = [
        "the bot file": "", "variable 'v'": "variable", "intent": "intent", "opt_out": "opt_out",
        "universals": "universals", "universal 'repeat'": "repeat", "universal 'help'": "help",
        "universal 'operator'": "operator", "item 2 of 'prompt' of decision_menu 'm'": "recording",
        "option 'o' of decision_menu 'm'": "option", "'no_input' of decision_menu 'm'": "retries",
        "item 1 of 'before' of decision_menu 'm'": "action", "case 1 of condition 'c'": "case",
        "decision_menu 'm'": "node_decision_menu", "touchtone_capture 't'": "node_touchtone_capture",
        "message 's'": "node_message", "condition 'c'": "node_condition", "set 'e'": "node_set",
        "forward_call 'f'": "node_forward_call", "hang_up 'h'": "node_hang_up",
    ]

    @Test func `each map has the loader's keys, none missing and none beside them`() throws {
        let schema = try BotSchemaTests.schema.get()
        var seen: Set<String> = []
        for finding in load(BotSchemaTests.strangers).diagnostics where finding.id == "unknown-key" {
            let match = try #require(
                finding.message.wholeMatch(of: /unknown key 'zz' in (.+); expected one of: (.+)/),
                "\(finding.message)"
            )
            let owner = String(match.output.1)
            let name = try #require(BotSchemaTests.definitions[owner], "\(owner)")
            let definition = try #require(name.isEmpty ? schema : schema["$defs"]?[name])
            let keys = try #require(definition["properties"]).members.keys.sorted()
            #expect(keys == match.output.2.split(separator: ", ").map(String.init), "\(owner)")
            #expect(definition["additionalProperties"] == .boolean(false))
            seen.insert(owner)
        }
        #expect(seen == Set(BotSchemaTests.definitions.keys))
    }

    @Test func `every key says what it is, and what it may hold`() throws {
        let schema = try BotSchemaTests.schema.get()
        let maps = [schema] + (schema["$defs"]?.members.values.map(\.self) ?? [])
        var count = 0
        for (key, value) in maps.flatMap({ $0["properties"]?.members.map { ($0, $1) } ?? [] }) {
            let description = try #require(value["description"]?.string, "\(key)")
            #expect(description.hasSuffix(".") && description.first?.isUppercase == true, "\(description)")
            let says = ["type", "enum", "$ref", "anyOf", "const"].contains { value[$0] != nil }
            // A default may be anything; its variable's type decides.
            #expect(says || key == "default", "\(key)")
            count += 1
        }
        #expect(count > 90)
    }

    @Test func `defaults and examples are valid themselves`() throws {
        let check = SchemaCheck(try BotSchemaTests.schema.get())
        var count = 0
        for (name, map) in [("bot", check.schema)] + (check.schema["$defs"]?.members.map { ($0, $1) } ?? []) {
            for (key, property) in map["properties"]?.members ?? [:] {
                let values = [property["default"]].compactMap(\.self) + (property["examples"]?.items ?? [])
                for value in values {
                    #expect(check.faults(of: value, under: property, at: "\(name)/\(key)").isEmpty, "\(name).\(key)")
                    count += 1
                }
            }
        }
        #expect(count > 60)
    }

    // MARK: - Files

    @Test(arguments: Fixture.all(in: "ok"))
    func `a bot that loads is valid`(fixture: Fixture) throws {
        let check = SchemaCheck(try BotSchemaTests.schema.get())
        #expect(check.faults(of: try PlainValue(reading: fixture.text)).isEmpty)
    }

    @Test(arguments: ["appointment-reminder", "debt-notice", "front-desk"])
    func `a sample bot is valid`(name: String) throws {
        let text = try String(contentsOf: BotSchemaTests.bots.appending(path: "\(name)/bot.yaml"), encoding: .utf8)
        let check = SchemaCheck(try BotSchemaTests.schema.get())
        #expect(check.faults(of: try PlainValue(reading: text)).isEmpty)
    }

    /// What a schema can see: findings that need no more than the map they are in.
    private static let visible: Set<String> = [
        "bad-action", "bad-count", "bad-duration", "bad-key", "bad-language", "bad-name", "bad-number", "bad-prompt",
        "conflicting-keys", "duplicate-language", "missing-key", "missing-trigger", "unknown-key", "unknown-node-type",
        "unknown-word", "unsupported-channel", "unsupported-node-type", "wrong-type",
    ]

    /// `bad-count-order`: that one number is larger than another.
    private static let unseen: Set<String> = ["bad-count-order"]

    @Test(arguments: Fixture.all(in: "broken"))
    func `a mistake that one map shows is refused by the schema too`(fixture: Fixture) throws {
        let found = Set(try fixture.load().diagnostics.map(\.id))
        guard !found.isDisjoint(with: BotSchemaTests.visible), !BotSchemaTests.unseen.contains(fixture.name) else {
            return
        }
        let check = SchemaCheck(try BotSchemaTests.schema.get())
        #expect(!check.faults(of: try PlainValue(reading: fixture.text)).isEmpty)
    }

    @Test(arguments: [
        ("timeout: 60s", true), ("timeout: 1m", true), ("timeout: 5000ms", true), ("timeout: 0s", false),
        ("timeout: 61s", false), ("timeout: 2m", false), ("timeout: 1500ms", false), ("timeout: 5", false),
        ("barge_in: false", true), ("barge_in: \"false\"", false), ("voice: Polly.Joanna", true),
        ("voice: \"a voice\"", false), ("before: [{set: {v: v + 1}}]", true), ("before: [{if: v = 1}]", false),
        ("before: [{set: {v: 1}, if: v = 1, then: []}]", false),
    ])
    func `loader and schema agree about a menu's keys`(line: String, isRight: Bool) throws {
        let text = """
            bot: a
            variables: {v: number}
            start: m
            nodes:
              m: {type: decision_menu, prompt: A, options: [{name: o, press: "1", go: m}], \(line)}
            """
        #expect((load(text).bot != nil) == isRight)
        let check = SchemaCheck(try BotSchemaTests.schema.get())
        #expect(check.faults(of: try PlainValue(reading: text)).isEmpty == isRight)
    }

    @Test(arguments: [
        ("opt_out: {press: \"9\"}", false), ("opt_out: {press: \"9\", ask: never}", true),
        ("purpose: telemarketing\nopt_out: {press: \"9\"}", true),
        ("purpose: telemarketing\nopt_out: {press: \"9\", ask: always}", false),
        ("languages: [en-US, es-419, zh-Hans-CN]", true), ("languages: [en-us]", false), ("languages: [en]", false),
        ("languages: [en-US, en-US]", false), ("channel: sms", false), ("variables: {actor: text}", false),
        ("variables: {Select: text}", false), ("variables: {selected: text}", true),
        ("variables: {a: {type: number, default: \"1\"}}", false),
        ("variables: {a: {type: phone, default: \"+12065550100\"}}", true),
        ("variables: {a: {type: text, required: true, default: x}}", false),
        ("universals: {repeat: {}}", false), ("universals: {repeat: {say: again}}", true),
    ])
    func `loader and schema agree about the header`(line: String, isRight: Bool) throws {
        let text = "bot: a\n\(line)\nstart: h\nnodes: {h: {type: hang_up}}\n"
        #expect((load(text).bot != nil) == isRight)
        let check = SchemaCheck(try BotSchemaTests.schema.get())
        #expect(check.faults(of: try PlainValue(reading: text)).isEmpty == isRight)
    }
}

import BotGraph
import Foundation
import Testing

struct BotSchemaTests {
    @Test func `the schema beside the bots is the one that the loader's tables make`() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "bots/bot.schema.json")
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

    @Test func `every node kind has a definition with its type`() throws {
        let object = try JSONSerialization.jsonObject(with: Data(BotSchema.json.utf8))
        let root = try #require(object as? [String: Any])
        let definitions = try #require(root["$defs"] as? [String: Any])
        for kind in NodeKind.allCases {
            let node = try #require(definitions["node_" + kind.rawValue] as? [String: Any])
            let properties = try #require(node["properties"] as? [String: Any])
            #expect(properties["type"] != nil)
            #expect(properties["before"] != nil)
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
}

import BotGraph
import Foundation
import Replay
import Testing

/// The page about call scripts.
struct CallScriptPageTests {
    @Test func `every example of the page is a script`() throws {
        let examples = try page().components(separatedBy: "```yaml\n").dropFirst().map { part in
            part.components(separatedBy: "```")[0]
        }
        #expect(examples.count > 15)
        for example in examples {
            let result = CallScript.parse(example, path: "CallScripts.md")
            #expect(result.diagnostics.map(\.description) == [], "\(example)")
        }
    }

    @Test(arguments: CallScene.Trouble.allCases)
    func `the page tells of every trouble on the way`(trouble: CallScene.Trouble) throws {
        #expect(try page().contains("| `\(trouble.rawValue)` |"))
    }

    private func page() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(
            contentsOf: root.appending(path: "Sources/touchtone/Documentation.docc/CallScripts.md"),
            encoding: .utf8
        )
    }
}

import BotGraph
import BotLint
import Testing

/// The change that takes a repeated phrase out.
struct InputFixTests {
    /// A bot whose option has this `say`, below the key.
    private static func bot(_ say: String) -> String {
        InputBots.bot(
            """
            # año 🦷
            start: main
            nodes:
              main:
                type: decision_menu
                prompt: "Say done."
                options:
                  - name: done
                    go: goodbye
                    say: \(say)
                default: goodbye
              goodbye: {type: hang_up}
            """
        )
    }

    /// The text after the fixes of its findings.
    private static func mended(_ text: String) throws -> String {
        let source = BotText(text, path: MarkedSource.path)
        var scalars = Array(text.unicodeScalars)
        let fixes = try InputBots.lint(text).of("duplicate-phrase").compactMap(\.fix)
        #expect(!fixes.isEmpty)
        for edit in fixes.flatMap(\.edits).reversed() {
            let start = try #require(source.index(of: edit.location))
            scalars.replaceSubrange(start..<(start + edit.length), with: edit.replacement.unicodeScalars)
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    @Test(arguments: [
        ("[done, \"Done!\"]", "[done]"),
        ("[done, done, ready, done]", "[done, ready]"),
        ("[\"día 🦷\", 'dia 🦷' , ready]", "[\"día 🦷\" , ready]"),
        ("[done,\n           \"done\",\n           ready]", "[done,\n           ready]"),
        ("\n          - done\n          - \"done\"  \n          - ready", "\n          - done\n          - ready"),
    ])
    func `a repeated phrase is taken out of its list`(say: String, mended: String) throws {
        let text = try InputFixTests.mended(InputFixTests.bot(say))
        #expect(text == InputFixTests.bot(mended))
        #expect(try InputBots.lint(text) == [])
    }

    @Test(arguments: [
        "\n          - done\n          - done # as people say\n          - ready",
        "[done, # first,\n           done]",
        "[done, &again done]",
    ])
    func `where a comment or an anchor stands near nothing is changed`(say: String) throws {
        let findings = try InputBots.lint(InputFixTests.bot(say))
        #expect(findings.map(\.id) == ["duplicate-phrase"])
        #expect(findings.allSatisfy { $0.fix == nil && $0.severity == .note })
    }

    @Test func `two spellings of one number are no repetition`() throws {
        #expect(try InputBots.lint(InputFixTests.bot("[\"1\", one, the one]")) == [])
    }
}

import BotGraph
import Testing

struct HostileTextTests {
    @Test func `a file over the limit is refused by its size`() {
        let result = load("bot: x\n" + String(repeating: "# padding\n", count: 900_000))
        #expect(result.diagnostics.map(\.id) == ["too-large"])
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "&a [", "[[], "])
    func `deep nesting is refused`(opening: String) {
        let result = load("bot: " + String(repeating: opening, count: 100_000))
        #expect(result.bot == nil)
        #expect(result.diagnostics.count == 1)
    }

    @Test func `nesting past a hundred levels is refused at its place`() throws {
        let result = load("bot: " + String(repeating: "[", count: 200) + String(repeating: "]", count: 200))
        let finding = try #require(result.diagnostics.first)
        #expect(finding.id == "too-large")
        #expect(finding.location == SourceLocation(path: "bot.yaml", line: 1, column: 105))
    }

    @Test func `aliases that multiply are refused`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        let result = load(text)
        #expect(result.diagnostics.map(\.id) == ["too-large"])
    }

    @Test func `aliases that multiply inside a key are refused`() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...60 {
            text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        let result = load(text + "? *a60\n: y\n? [*a60]\n: z\n")
        #expect(result.diagnostics.map(\.id) == ["too-large"])
    }

    @Test func `aliases that nest one another are refused`() {
        var text = "a0: &a0 [x]\n"
        for level in 1...200 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(load(text).diagnostics.map(\.id) == ["too-large"])
    }

    @Test func `thousands of duplicate keys end in findings`() {
        let text = "bot: x\nstart: a\nnodes:\n" + String(repeating: "  a: {type: hang_up}\n", count: 20_000)
        let result = load(text)
        #expect(result.bot == nil)
        #expect(!result.diagnostics.isEmpty)
    }

    @Test func `thousands of wrong words are all found`() {
        let text =
            "bot: x\nstart: a\nnodes:\n"
            + (0..<5_000).map { "  n\($0): {type: message, prompt: hello, go: m\($0)}\n" }.joined()
        let result = load(text)
        #expect(result.diagnostics.count == 5_001)
    }

    @Test func `thousands of wrong words in one text are all found`() {
        let words = String(repeating: "{{missing}} ", count: 500)
        let result = load("bot: x\nstart: a\nnodes: {a: {type: hang_up, prompt: \"\(words)\"}}\n")
        #expect(result.diagnostics.count == 500)
        #expect(Set(result.diagnostics.map(\.location)).count == 500)
    }

    @Test(arguments: 0..<64)
    func `random bytes never crash the loader`(seed: Int) {
        var generator = SplitMix(state: UInt64(seed))
        let bytes = (0..<2_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        let result = load(String(decoding: bytes, as: UTF8.self))
        #expect(result.bot == nil)
        #expect(!result.diagnostics.isEmpty)
    }

    @Test(arguments: Fixture.all(in: "ok"))
    func `a good bot with characters lost or changed never crashes the loader`(fixture: Fixture) throws {
        let characters = Array(try fixture.text)
        let replacements = Array("*&!|>'\"#:{}[]-?,\t%@\n 9é\u{0}")
        var generator = SplitMix(state: UInt64(characters.count))
        for _ in 0..<150 {
            var changed = characters
            for _ in 0..<3 {
                let index = Int(generator.next() % UInt64(changed.count))
                let replacement = replacements[Int(generator.next() % UInt64(replacements.count))]
                if generator.next() % 3 == 0 { changed.remove(at: index) } else { changed[index] = replacement }
            }
            let text = String(changed)
            let result = load(text)
            #expect((result.bot == nil) == !result.diagnostics.isEmpty)
            let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.count
            #expect(result.diagnostics.allSatisfy { $0.location.line <= lines && $0.location.column >= 1 })
        }
    }

    @Test(arguments: ["", " ", "\n\n", "~", "null", "---", "...", "\u{FEFF}", "%YAML 1.1\n---\n", "*", "&a", "!", "\0"])
    func `a text with nothing in it has one finding`(text: String) {
        #expect(load(text).diagnostics.count == 1)
    }

    @Test func `private-use characters in the text stay what they are`() throws {
        let text = "bot: x\ntitle: \"a\u{F0000}b *c \u{F0001}\"\nstart: a\nnodes: {a: {type: hang_up}}\n"
        #expect(load(text).bot?.title == "a\u{F0000}b *c \u{F0001}")
    }
}

/// A small generator whose numbers are the same on every machine.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

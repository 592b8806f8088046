import BotGraph
import BotLint
import Testing

struct DrawingFindingTests {
    private static let faulty = """
        bot: faulty
        universals:
          operator: {press: "0", go: lost}
        start: menu
        nodes:
          menu:
            type: decision_menu
            prompt: "Press 1."
            options:
              - {name: one, press: "1", go: bye}
              - {name: two, press: "1", go: bye}
          bye: {type: hang_up}
          lost: {type: message, prompt: "Lost.", go: bye}
          gone: {type: message, prompt: "Gone.", go: bye}
        """

    private static func finding(
        _ id: String,
        _ severity: Diagnostic.Severity,
        _ line: Int,
        _ column: Int
    ) -> Diagnostic {
        let location = SourceLocation(path: "bot.yaml", line: line, column: column)
        return Diagnostic(id: id, severity: severity, message: "what is wrong with \(id)", location: location)
    }

    private static func mermaid(_ findings: [Diagnostic]) throws -> [Substring] {
        BotDrawing(try DrawnBots.bot(faulty), findings: findings).mermaid.split(separator: "\n")
    }

    @Test func `a node tells the rules that found something in it, the gravest first`() throws {
        let lines = try DrawingFindingTests.mermaid([
            DrawingFindingTests.finding("odd-thing", .note, 8, 14),
            DrawingFindingTests.finding("bad-thing", .error, 6, 3),
            DrawingFindingTests.finding("bad-thing", .error, 8, 20),
        ])
        let menu = try #require(lines.first { $0.hasPrefix("  n_menu{{") })
        #expect(menu.contains("<br/>✖ bad-thing<br/>● odd-thing\""))
        #expect(lines.contains("  class n_menu found_error"))
    }

    @Test func `a finding about a way out marks the edge and not the node`() throws {
        let lines = try DrawingFindingTests.mermaid([DrawingFindingTests.finding("edge-thing", .warning, 11, 9)])
        #expect(lines.contains { $0.hasPrefix("  n_menu -->") && $0.contains("▲ edge-thing") })
        #expect(!lines.contains { $0.hasPrefix("  n_menu{{") && $0.contains("edge-thing") })
        #expect(lines.contains { $0.hasPrefix("  linkStyle 2 stroke:#a66f00") }, "\(lines)")
    }

    @Test func `what is wrong with the header shows where calls come in, at the start, or at every menu`() throws {
        let lines = try DrawingFindingTests.mermaid([
            DrawingFindingTests.finding("whole-bot", .warning, 1, 1),
            DrawingFindingTests.finding("at-start", .warning, 4, 8),
            DrawingFindingTests.finding("at-operator", .warning, 3, 30),
        ])
        #expect(lines.contains { $0.hasPrefix("  x_call_in([") && $0.contains("▲ whole-bot") })
        #expect(lines.contains { $0.hasPrefix("  x_call_in -->") && $0.contains("▲ at-start") })
        #expect(lines.contains { $0.hasPrefix("  x_at_every_menu -.->") && $0.contains("▲ at-operator") })
    }

    @Test func `a key of the outermost map that stands behind the nodes is none of the last node's`() throws {
        let source = "bot: late\nstart: a\nnodes:\n  a: {type: hang_up}\nschedule: office\n"
        let finding = DrawingFindingTests.finding("late-thing", .warning, 5, 1)
        let text = BotDrawing(try DrawnBots.bot(source), findings: [finding]).mermaid
        #expect(text.contains("x_call_in([\"a call comes in<br/>▲ late-thing\"])"))
    }

    @Test func `what the rules find shows where it is`() throws {
        let text = try DrawnBots.drawing(DrawingFindingTests.faulty).mermaid
        let lines = text.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("  n_gone(") && $0.contains("▲ unreachable-node") })
        #expect(lines.contains { $0.hasPrefix("  n_menu{{") && $0.contains("✖ no-silence-exit") })
        #expect(lines.contains { $0.hasPrefix("  n_menu -->") && $0.contains("clashing-key") })
    }

    @Test func `what no call gets to is dashed and grey, its ways too`() throws {
        let bot = try DrawnBots.bot(DrawingFindingTests.faulty)
        let lines = BotDrawing(bot).mermaid.split(separator: "\n")
        #expect(lines.contains("  class n_gone unreachable"))
        #expect(lines.contains { $0.hasPrefix("  linkStyle ") && $0.hasSuffix("stroke:#9aa5b1,stroke-dasharray:4 4") })
        let dot = BotDrawing(bot).dot.split(separator: "\n")
        #expect(dot.contains { $0.hasPrefix("  \"gone\" [") && $0.contains("style=\"rounded,filled,dashed\"") })
        #expect(dot.contains { $0.hasPrefix("  \"gone\" -> \"bye\"") && $0.contains("style=dashed") })
        #expect(!dot.contains { $0.hasPrefix("  \"lost\" [") && $0.contains("dashed") })
    }

    @Test func `tooltips hold the sentences`() throws {
        let finding = DrawingFindingTests.finding("bad-thing", .error, 6, 3)
        let dot = BotDrawing(try DrawnBots.bot(DrawingFindingTests.faulty), findings: [finding]).dot
        #expect(dot.contains("tooltip=\"menu\\nerror: [bad-thing] what is wrong with bad-thing\"]"))
    }
}

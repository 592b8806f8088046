import BotGraph
import BotLint
import Testing

struct DrawingTests {
    @Test func `nodes stand in the order of the file, and the same bot gives the same text`() throws {
        let drawing = BotDrawing(try DrawnBots.frontDesk)
        let names = ["call in", "at every menu", "welcome", "account", "kind", "desk", "sure", "goodbye"]
        let lines = drawing.dot.split(separator: "\n")
        let declared = lines.compactMap { line in
            line.contains(" -> ") ? nil : names.first { line.hasPrefix("  \"\($0)\" [") }
        }
        #expect(declared == names)
        #expect(BotDrawing(try DrawnBots.frontDesk).dot == drawing.dot)
        #expect(BotDrawing(try DrawnBots.frontDesk).mermaid == drawing.mermaid)
    }

    @Test func `an edge tells key, name and phrases`() throws {
        let text = BotDrawing(try DrawnBots.frontDesk).mermaid
        #expect(text.contains("n_welcome -->|\"1 · account<br/>“my account”\"| n_account\n"))
        #expect(text.contains("n_welcome -->|\"2 · done\"| n_goodbye\n"))
    }

    @Test func `silence and wrong answers tell at which time they lead away`() throws {
        let text = BotDrawing(try DrawnBots.frontDesk).mermaid
        #expect(text.contains("n_welcome -->|\"silence ×3<br/>wrong answer\"| n_desk\n"))
        #expect(text.contains("n_account -->|\"silence ×2<br/>wrong answer ×2\"| n_desk\n"))
    }

    @Test func `cases, captured digits and outcomes of a forwarded call are told`() throws {
        let text = BotDrawing(try DrawnBots.frontDesk).mermaid
        #expect(text.contains("n_account -->|\"4 to 6 digits\"| n_kind\n"))
        #expect(text.contains("n_kind -->|\"account #61; #34;1234#34;\"| n_goodbye\n"))
        #expect(text.contains("n_kind -->|\"else\"| n_desk\n"))
        #expect(text.contains("n_desk -->|\"busy<br/>no answer\"| n_welcome\n"))
        #expect(text.contains("n_desk -->|\"completed<br/>failed\"| x_call_ends\n"))
    }

    @Test func `what holds at every menu is drawn once`() throws {
        let text = BotDrawing(try DrawnBots.frontDesk).mermaid
        #expect(text.contains("x_at_every_menu[\"at every menu<br/>#42; · repeat<br/>help, “what can I say”\"]\n"))
        #expect(text.contains("x_at_every_menu -.->|\"9 · stop calling\"| n_sure\n"))
        #expect(text.contains("x_at_every_menu -.->|\"0 · operator\"| n_desk\n"))
        #expect(text.split(separator: "\n").count { $0.contains("stop calling") } == 1)
    }

    @Test func `the confirming menu leads to the end of all calls, or back`() throws {
        let text = BotDrawing(try DrawnBots.frontDesk).mermaid
        #expect(text.contains("n_sure -->|\"1 · stop<br/>silence<br/>wrong answer\"| x_opted_out\n"))
        #expect(text.contains("n_sure -.->|\"2 · keep\"| x_at_every_menu\n"))
    }

    @Test func `a request that is never asked about ends the call`() throws {
        let bot = try DrawnBots.bot(
            """
            bot: notice
            direction: outbound
            opt_out: {press: "9", ask: never}
            start: a
            nodes:
              a: {type: decision_menu, prompt: "Press 1.", options: [{name: x, press: "1", go: b}], default: b}
              b: {type: hang_up}
            """
        )
        let text = BotDrawing(bot).mermaid
        #expect(text.contains("x_at_every_menu -.->|\"9 · stop calling\"| x_opted_out\n"))
        #expect(text.contains("x_call_in([\"the person answers\"])"))
        #expect(text.contains("n_a -->|\"1 · x<br/>silence<br/>wrong answer\"| n_b\n"))
    }

    @Test func `only doubtful requests are led to the menu that asks`() throws {
        let source = DrawnBots.frontDeskSource.replacing("ask: always", with: "ask: ambiguous")
        let text = BotDrawing(try DrawnBots.bot(source)).mermaid
        #expect(text.contains("x_at_every_menu -.->|\"9 · stop calling\"| x_opted_out\n"))
        #expect(text.contains("x_at_every_menu -.->|\"stop?<br/>(when in doubt)\"| n_sure\n"))
    }

    @Test func `prompts are cut at a word, and expressions show what they read`() throws {
        let bot = try DrawnBots.bot(
            """
            bot: long
            variables: {day: text}
            start: a
            nodes:
              a:
                type: hang_up
                prompt: ["Hello {{actor.first_name}} on {{IF(day = NULL, \\"\\", day)}}, this \\\\{{is}} ", {recording: menus/main},
                  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"]
            """
        )
        let line = try #require(BotDrawing(bot).mermaid.split(separator: "\n").first { $0.contains("n_a([") })
        #expect(line.contains("Hello ‹actor.first_name› on ‹day›,"))
        #expect(line.contains("#123;#123;is#125;#125;"))
        #expect(line.contains("♪ menus"))
        #expect(line.hasSuffix("…\"])"))
    }

    @Test func `a title may be given`() throws {
        let drawing = BotDrawing(try DrawnBots.frontDesk, title: "Tomorrow")
        #expect(drawing.mermaid.hasPrefix("---\ntitle: \"Tomorrow\"\n---\nflowchart TB\n"))
        #expect(drawing.dot.contains("label=<<b>Tomorrow</b>"))
    }

    @Test func `a bot of two thousand nodes is drawn whole`() throws {
        let menus = (0..<2_000).map { index in
            "  n\(index): {type: decision_menu, prompt: Press 1., options: [{name: x, press: \"1\", go: n\((index + 1) % 2_000)}],"
                + " default: n0}"
        }
        let bot = try DrawnBots.bot("bot: big\nstart: n0\nnodes:\n" + menus.joined(separator: "\n") + "\n")
        let lines = BotDrawing(bot).mermaid.split(separator: "\n")
        #expect(lines.count { $0.contains("-->") } == 1 + 2 * 2_000 - 1)
    }
}

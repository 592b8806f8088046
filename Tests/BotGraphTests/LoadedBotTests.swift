import Airscript
import BotGraph
import Telephony
import Testing

struct LoadedBotTests {
    @Test func `a bot's header is what the file says`() throws {
        let bot = try #require(try Fixture(folder: "ok", name: "opt_out").load().bot)
        let spanish = try #require(LanguageTag("es-US"))
        #expect(bot.name.text == "opt-out")
        #expect(bot.title == "Opting out")
        #expect(bot.direction == .outbound)
        #expect(bot.languages == [.americanEnglish, spanish])
        #expect(bot.voices[spanish] == "Polly.Lupe")
        #expect(bot.variables.map(\.name) == ["appointment", "card", "tries", "names", "extra"])
        #expect(bot.variables.map(\.isSecret) == [false, true, false, false, false])
        #expect(bot.variables[2].defaultValue == .number(3))
        #expect(bot.variables[3].defaultValue == .list([.text("a"), .text("b")]))
        #expect(bot.intent?.purpose[spanish] == "sobre su cita")
        #expect(bot.intent?.caller[spanish] == "Riverside Dental")
        let policy = try #require(bot.optOut)
        #expect(policy.press == .nine)
        #expect(policy.confirm?.text == "confirm-opt-out")
        #expect(policy.ask == .ambiguous)
        #expect(policy.scope == .channel)
        #expect(policy.say.map(\.words) == [["leave", "me", "alone"], ["dejenme", "en", "paz"]])
        #expect(bot.universals.help?.press == .star)
        #expect(bot.universals.operatorTarget?.node.text == "goodbye")
        #expect(bot.startLocation == SourceLocation(path: "opt_out.yaml", line: 31, column: 8))
    }

    @Test func `what a file leaves out has a default`() throws {
        let bot = try #require(try Fixture(folder: "ok", name: "hang_up").load().bot)
        #expect(bot.title == "hang-up")
        #expect(bot.channel == .voice)
        #expect(bot.direction == .inbound)
        #expect(bot.purpose == .informational)
        #expect(bot.languages == [.americanEnglish])
        #expect(bot.optOut == nil)
        #expect(spoken(bot.apology, .americanEnglish) == "We are sorry, something went wrong. Goodbye.")
    }

    @Test func `telemarketing asks nothing before it takes an opt-out`() throws {
        let bot = try #require(try Fixture(folder: "ok", name: "telemarketing").load().bot)
        #expect(bot.optOut?.ask == .never)
        #expect(bot.optOut?.scope == .all)
        #expect(bot.optOut.map { spoken($0.goodbye, .americanEnglish) } == "You will not be called again. Goodbye.")
    }

    @Test func `the standard prompts are Spanish where the bot speaks Spanish`() throws {
        let text = "bot: x\nlanguages: [es-MX, en-US]\nopt_out: {ask: never}\nstart: a\nnodes: {a: {type: hang_up}}\n"
        let bot = try #require(load(text).bot)
        let mexican = try #require(LanguageTag("es-MX"))
        #expect(bot.optOut.map { spoken($0.goodbye, mexican) } == "No le volveremos a llamar. Adiós.")
        #expect(bot.optOut.map { spoken($0.goodbye, .americanEnglish) } == "You will not be called again. Goodbye.")
        #expect(spoken(bot.apology, mexican).hasPrefix("Lo sentimos"))
    }

    @Test func `a menu's options keep their order, keys and phrases`() throws {
        let bot = try #require(try Fixture(folder: "ok", name: "decision_menu").load().bot)
        guard case .decisionMenu(let menu) = bot.nodes[0].body else {
            Issue.record("the first node is no menu")
            return
        }
        #expect(menu.options.map(\.name) == ["pay", "person", "star"])
        #expect(menu.options.map { $0.press?.unmasked } == ["1", "0", "*"])
        #expect(menu.options[2].say.map(\.text) == ["yes", "no"])
        #expect(menu.timeout == .seconds(8))
        #expect(menu.noInput?.prompts.count == 2)
        #expect(!menu.bargeIn)
        #expect(bot.nodes[0].voice == "Polly.Joanna")
        #expect(bot.nodes[0].edges.count == 6)
    }

    @Test func `a capture takes an exact count or a range, and a finish key or none`() throws {
        let bot = try #require(try Fixture(folder: "ok", name: "touchtone_capture").load().bot)
        let captures = bot.nodes.compactMap { node -> TouchtoneCapture? in
            if case .touchtoneCapture(let capture) = node.body { capture } else { nil }
        }
        #expect(captures.map(\.minDigits) == [8, 5])
        #expect(captures.map(\.maxDigits) == [8, 9])
        #expect(captures.map(\.finishOnKey) == [.pound, nil])
        #expect(captures[0].onCapture.count == 1)
        #expect(captures[0].validate != nil)
    }

    @Test func `an expression may stand between braces or without them`() throws {
        let bot = try #require(try Fixture(folder: "ok", name: "set").load().bot)
        guard case .set(let values) = bot.nodes[0].before.first, case .set(let node) = bot.nodes[0].body else {
            Issue.record("the first node is not as the file has it")
            return
        }
        let scope = Scope(["attempts": .number(1)])
        #expect(try values[0].value.expression.evaluate(in: scope) == .number(2))
        #expect(
            try node.values.map { try $0.value.expression.evaluate(in: scope) } == [
                .number(2), .boolean(true), .text("hello"),
            ]
        )
    }

    @Test func `an alias stands for what its anchor holds`() throws {
        let bot = try #require(try Fixture(folder: "ok", name: "anchors").load().bot)
        guard case .decisionMenu(let one) = bot.nodes[0].body, case .decisionMenu(let two) = bot.nodes[1].body else {
            Issue.record("the first two nodes are no menus")
            return
        }
        #expect(one.prompt.fallback == two.prompt.fallback)
        #expect(one.options == two.options)
        #expect(spoken(one.prompt, .americanEnglish) == "Press 1. *star and *one are text.")
    }

    private func spoken(_ prompt: Prompt, _ language: LanguageTag) -> String {
        prompt.pieces(in: language).map { piece in
            switch piece {
            case .text(let template, _): template.source
            case .recording(let name, _): name.text
            }
        }.joined(separator: " ")
    }
}

import BotGraph
import BotLint
import Foundation
import Telephony
import Testing

/// Bots that call people, and what the rules of the law find in them.
enum ComplianceBot {
    static let intent = "intent: {caller: Riverside Dental, purpose: about your visit, opt_out: press 9}"
    static let greeting =
        "This is Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."

    /// A bot with these lines behind its header.
    static func text(
        purpose: String = "informational",
        languages: String = "[en-US]",
        intent: String = ComplianceBot.intent,
        _ rest: String
    ) -> String {
        """
        bot: reminder
        direction: outbound
        purpose: \(purpose)
        languages: \(languages)
        schedule: office-hours
        universals: {help: {say: [help], prompt: "You can call us at 2 0 6, 5 5 5, 0 1 0 0."}}
        \(intent)

        """ + rest + "\n"
    }

    /// A bot of one menu with this prompt, and lines of the menu beside it.
    static func menu(
        purpose: String = "informational",
        languages: String = "[en-US]",
        intent: String = ComplianceBot.intent,
        optOut: String = "opt_out: {press: \"9\", ask: never}",
        before: String = "",
        prompt: String,
        more: String = "timeout: 5s"
    ) -> String {
        text(
            purpose: purpose,
            languages: languages,
            intent: intent,
            """
            \(optOut)
            start: greeting
            \(before)
            nodes:
              greeting:
                type: decision_menu
                prompt: \(prompt)
                options:
                  - {name: confirm, press: "1", go: goodbye}
                \(more)
                default: goodbye
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
        )
    }

    static func lint(_ text: String, recordings: PromptCatalogue? = nil) throws -> [Diagnostic] {
        let result = MarkedSource(text).load()
        let bot = try #require(result.bot, "\(result.diagnostics)")
        let rules = LintRules.all.filter { $0.family == .compliance }
        return Linter(rules: rules).lint(bot, source: result.source, recordings: recordings)
    }

    static func ids(_ text: String) throws -> [String] { try lint(text).map(\.id) }
}

struct ComplianceOpeningTests {
    @Test func `a part that one branch lacks is found with the branch`() throws {
        let findings = try ComplianceBot.lint(
            ComplianceBot.text(
                """
                opt_out: {press: "9", ask: never}
                variables: {known: {type: boolean, default: false}}
                start: which
                nodes:
                  which: {type: condition, cases: [{when: known, go: short}], else: long}
                  long: {type: message, prompt: "This is Riverside Dental about your visit.", go: menu}
                  short: {type: message, prompt: "This is Riverside Dental again.", go: menu}
                  menu:
                    type: decision_menu
                    prompt: "To stop these calls, press 9. To confirm, press 1."
                    options: [{name: confirm, press: "1", go: goodbye}]
                    default: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        )
        #expect(findings.map(\.id) == ["intent-incomplete"])
        #expect(findings.first?.message.contains("why ('about your visit')") == true)
        #expect(findings.first?.message.contains("(which → case 1 → short → menu)") == true)
        #expect(findings.first?.message.contains("who calls") == false)
    }

    @Test(arguments: [
        "variables: {company: {type: text, default: Riverside Dental}}",
        "variables: {company: {type: text, required: true}, other: {type: text, default: Riverside Dental}}",
    ])
    func `a phrase that the file's own values complete is found in the opening`(variables: String) throws {
        let isSet = variables.contains("other")
        let text = ComplianceBot.menu(
            before: variables,
            prompt: "\"This is {{company}} about your visit. To stop these calls, press 9. To confirm, press 1.\"",
            more: isSet ? "before: [{set: {company: other}}]" : "timeout: 5s"
        )
        #expect(try ComplianceBot.ids(text) == [])
        let unset = text.replacing("before: [{set: {company: other}}]", with: "timeout: 5s")
        #expect(try ComplianceBot.ids(unset) == (isSet ? ["intent-incomplete"] : []))
    }

    @Test func `what is said at the first silence counts, with the wait before it`() throws {
        let bot = { (seconds: Int) in
            ComplianceBot.menu(
                prompt: "\"This is Riverside Dental. To stop these calls, press 9. To confirm, press 1.\"",
                more: "timeout: \(seconds)s\n    no_input: {prompts: [\"It is about your visit.\"]}"
            )
        }
        #expect(try ComplianceBot.ids(bot(5)) == [])
        let late = try ComplianceBot.lint(bot(20))
        #expect(late.map(\.id) == ["intent-late"])
        #expect(late.first?.message.contains("told why 2") == true)
    }

    @Test func `in an opening with a recording nothing is lacking, as its words are not known`() throws {
        let name = try #require(RecordingName("welcome"))
        var recordings = PromptCatalogue()
        recordings[name, .americanEnglish] = PromptCatalogue.Recording(
            path: "en-US/welcome.wav",
            duration: .seconds(9)
        )
        let text = ComplianceBot.menu(prompt: "[{recording: welcome}, \"To confirm, press 1.\"]")
        #expect(try ComplianceBot.lint(text, recordings: recordings) == [])
        #expect(try ComplianceBot.lint(text) == [])
    }

    @Test func `a recording's own length counts before what is spoken behind it`() throws {
        let name = try #require(RecordingName("music"))
        var recordings = PromptCatalogue()
        let text = ComplianceBot.menu(prompt: "[{recording: music}, \"\(ComplianceBot.greeting)\"]")
        for (seconds, ids) in [(5, []), (14, ["intent-late"])] {
            recordings[name, .americanEnglish] = PromptCatalogue.Recording(
                path: "en-US/music.wav",
                duration: .seconds(seconds)
            )
            #expect(try ComplianceBot.lint(text, recordings: recordings).map(\.id) == ids)
        }
    }

    @Test func `each language is held against its own phrases`() throws {
        let text = { (spanish: String) in
            ComplianceBot.menu(
                languages: "[en-US, es-US]",
                intent: """
                    intent:
                      caller: Riverside Dental
                      purpose: {en-US: about your visit, es-US: sobre su cita}
                      opt_out: {en-US: press 9, es-US: marque 9}
                    """,
                prompt: "{en-US: \"\(ComplianceBot.greeting)\", es-US: \"\(spanish)\"}"
            )
        }
        let good = "Le llama Riverside Dental sobre su cita. Para no recibir más llamadas, marque 9. O marque 1."
        #expect(try ComplianceBot.ids(text(good)) == [])
        let findings = try ComplianceBot.lint(
            text("Le llama Riverside Dental. Para no recibir más llamadas, marque 9.")
        )
        #expect(findings.map(\.id) == ["intent-incomplete"])
        #expect(findings.first?.message.contains("why ('sobre su cita')") == true)
        #expect(findings.first?.message.contains("(greeting, in es-US)") == true)
    }

    @Test func `branches that double again and again are walked without trouble`() throws {
        var nodes = ""
        for number in 0..<60 {
            nodes += "  c\(number): {type: condition, cases: [{when: known, go: a\(number)}], else: b\(number)}\n"
            nodes += "  a\(number): {type: message, prompt: \"One \(number).\", go: c\(number + 1)}\n"
            nodes += "  b\(number): {type: message, prompt: \"Two \(number).\", go: c\(number + 1)}\n"
        }
        let text = ComplianceBot.text(
            """
            opt_out: {press: "9", ask: never}
            variables: {known: {type: boolean, default: false}}
            start: first
            nodes:
              first: {type: message, prompt: "\(ComplianceBot.greeting)", go: c0}
            \(nodes)
              c60: {type: hang_up, prompt: "Goodbye."}
            """
        )
        #expect(try ComplianceBot.ids(text) == ["opt-out-not-reachable"])
    }

    @Test func `messages that lead round do not keep the walk from ending`() throws {
        let text = ComplianceBot.text(
            """
            opt_out: {press: "9", ask: never}
            start: one
            nodes:
              one: {type: message, prompt: "\(ComplianceBot.greeting)", go: two}
              two: {type: message, prompt: "More.", go: one}
            """
        )
        #expect(try ComplianceBot.ids(text) == [])
    }

    @Test func `a bot that is called owes no opening`() throws {
        let text = ComplianceBot.menu(prompt: "\"Press 1.\"").replacing(
            "direction: outbound",
            with: "direction: inbound"
        )
        #expect(try ComplianceBot.ids(text) == [])
    }

    @Test func `the sample bots have no fault but a schedule and a number that they do not name`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../bots")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        var count = 0
        for name in names {
            let file = folder.appending(path: "\(name)/bot.yaml")
            guard let data = FileManager.default.contents(atPath: file.path) else { continue }
            count += 1
            let ids = try ComplianceBot.ids(String(decoding: data, as: UTF8.self))
            #expect(Set(ids).subtracting(["no-schedule", "intent-late-for-region"]) == [], "\(name)")
        }
        #expect(count >= 3)
    }
}

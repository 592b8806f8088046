import BotGraph
import BotLint
import Foundation
import Testing

struct ComplianceIntentTests {
    private static let preamble =
        "We have moved to new rooms at the corner of Fourth Street and Market Street downtown."

    @Test func `an outbound bot without an intent is found at its start`() throws {
        let findings = try ComplianceBot.lint(ComplianceBot.menu(intent: "", prompt: "\"\(ComplianceBot.greeting)\""))
        #expect(findings.map(\.id) == ["intent-incomplete"])
        #expect(findings.first?.severity == .warning)
        #expect(findings.first?.message.contains("'reminder' calls people and has no `intent`") == true)
    }

    @Test func `case and punctuation do not matter for a phrase`() throws {
        let prompt = "\"RIVERSIDE DENTAL, about your visit! To stop these calls, press: 9. Or press 1.\""
        #expect(try ComplianceBot.ids(ComplianceBot.menu(prompt: prompt)) == [])
    }

    @Test func `a part that is late is told with its seconds, the path and what was guessed`() throws {
        let findings = try ComplianceBot.lint(
            ComplianceBot.menu(
                before: "variables: {day: {type: text, required: true}}",
                prompt: """
                    "Riverside Dental about your visit on {{day}}. \(ComplianceIntentTests.preamble) \
                    \(ComplianceIntentTests.preamble) To stop these calls, press 9."
                    """
            )
        )
        #expect(findings.map(\.id) == ["intent-late"])
        let message = try #require(findings.first?.message)
        #expect(message.contains("how to stop the calls 1"))
        #expect(message.contains("(greeting)"))
        #expect(message.contains("taking {{day}} for long values"))
        #expect(!message.contains("who calls"))
    }

    @Test func `the length is the engine's own to the millisecond`() throws {
        // 400 characters at 51.3 ms, no sentence end before the phrase: 20.52 s, and the nine characters of " press 9",
        // where 9 is spoken as "nine".
        let filler = Array(repeating: "abcd", count: 80).joined(separator: " ")
        let prompt = "\"Riverside Dental about your visit \(filler) press 9. To confirm, press 1.\""
        let findings = try ComplianceBot.lint(ComplianceBot.menu(prompt: prompt))
        let characters = "Riverside Dental about your visit \(filler) press nine".count
        let tenths = (Int64(characters) * 51_300 / 1_000 + 50) / 100
        #expect(findings.map(\.id) == ["intent-late"])
        #expect(findings.first?.message.contains("how to stop the calls \(tenths / 10).\(tenths % 10) s") == true)
    }

    @Test func `a name before the caller's is no late identity, an announcement is`() throws {
        let polite = "\"Good morning {{actor.first_name}} {{actor.last_name}}. \(ComplianceBot.greeting)\""
        #expect(try ComplianceBot.ids(ComplianceBot.menu(prompt: polite)) == [])
        let long = "\"\(ComplianceIntentTests.preamble) \(ComplianceBot.greeting)\""
        let findings = try ComplianceBot.lint(ComplianceBot.menu(prompt: long))
        #expect(findings.map(\.id) == ["identity-not-first"])
        #expect(findings.first?.length == "Riverside Dental".count)
    }

    @Test func `only sales calls are held against the times of regions`() throws {
        let prompt = """
            "Riverside Dental, \(ComplianceIntentTests.preamble) and this is a call about your visit. Press 9 to stop these \
            calls. To confirm, press 1."
            """
        #expect(try ComplianceBot.ids(ComplianceBot.menu(prompt: prompt)) == [])
        let findings = try ComplianceBot.lint(ComplianceBot.menu(purpose: "telemarketing", prompt: prompt))
            .filter { $0.id == "intent-late-for-region" }
        #expect(findings.count == 1)
        let message = try #require(findings.first?.message)
        #expect(message.contains("Connecticut") == message.contains("why after 1"))
        #expect(message.contains("Alabama 20 s (Ala. Admin. Code r. 770-X-5-.17(1)(e)): no number"))
        #expect(message.contains("Texas 30 s (Tex. Util. Code 55.127): no number"))
        #expect(!message.contains("Florida"))
    }

    @Test func `the times of regions are those of the rule table`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/ComplianceFiles/Resources/tcpa-disclosures.csv")
        let data = try #require(FileManager.default.contents(atPath: file.path))
        let rows = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
        let timed = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false) }.filter { !$0[1].isEmpty }
        let page = try #require(LintRules.named("intent-late-for-region")?.explanation)
        #expect(timed.count == 8)
        let prompt =
            "\"\(Array(repeating: ComplianceIntentTests.preamble, count: 15).joined(separator: " ")) \(ComplianceBot.greeting)\""
        let findings = try ComplianceBot.lint(ComplianceBot.menu(purpose: "telemarketing", prompt: prompt))
        let message = try #require(findings.first { $0.id == "intent-late-for-region" }?.message)
        let names = [
            "CT": "Connecticut", "AL": "Alabama", "TX": "Texas", "FL": "Florida", "WA": "Washington",
            "RI": "Rhode Island", "NV": "Nevada", "PR": "Puerto Rico",
        ]
        for row in timed {
            let name = try #require(names[String(row[0])])
            let citation = try #require(row.dropLast().last)
            #expect(message.contains("\(name) \(row[1]) s (\(citation))"))
            #expect(page.contains(name))
        }
    }
}

import BotGraph
import BotLint
import Testing

/// What the examples of the rules about data do not show.
struct DataRuleTests {
    /// What the family's rules find in a bot of these lines.
    static func lint(_ rest: String, direction: String = "inbound") throws -> [Diagnostic] {
        let header = """
            bot: example
            title: Example
            channel: voice
            direction: \(direction)
            purpose: informational
            languages: [en-US]

            """
        let result = MarkedSource(header + rest + "\n").load()
        let bot = try #require(result.bot, "\(result.diagnostics)")
        let rules = LintRules.all.filter { $0.family == .data }
        return Linter(rules: rules).lint(bot, source: result.source)
    }

    /// A bot that captures `typed` and goes on to the lines, with the variables given.
    private static func capturing(_ variables: String, _ nodes: String, digits: String = "digits: 6") -> String {
        """
        variables:
          typed: text
        \(variables)
        start: question
        nodes:
          question:
            type: touchtone_capture
            prompt: "Please type your number."
            variable: typed
            \(digits)
            no_input: {then: goodbye}
            no_match: {then: goodbye}
            go: next
        \(nodes)
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    private static func speaking(_ text: String, _ variables: String) throws -> [Diagnostic] {
        try lint(capturing(variables, "  next: {type: message, prompt: '\(text)', go: goodbye}"))
    }

    private static func testing(_ when: String, _ variables: String) throws -> [Diagnostic] {
        try lint(
            capturing(
                variables,
                "  next:\n    type: condition\n    cases:\n      - {when: '\(when)', go: goodbye}\n    else: goodbye"
            )
        )
    }

    // MARK: Kinds

    @Test(arguments: [
        "typed = \"1\"", "typed <> NULL", "typed", "anything = 1", "anything > 1", "anything + 1 > 2", "count > 1",
        "count = 1 AND typed = \"2\"", "known", "known = TRUE", "day = \"2026-03-01\"", "day.year = 2026",
        "day < \"2027\"",
        "actor.age > 18", "actor.age = \"18\"", "call.from = caller", "session.optout", "items[0] = 1",
        "thing.a + 1 = 2",
        "caller = \"+12065550101\"", "typed + \"1\" = \"11\"", "IF(typed = \"1\", 1, 2) = 2", "(maybe ?? 0) > 1",
        "session.start.call.Age = 1",
    ])
    func `kinds that may go together are not found`(when: String) throws {
        let variables = """
              anything: {type: any, required: true}
              count: {type: number, default: 0}
              known: {type: boolean, default: false}
              day: {type: datetime, required: true}
              items: {type: list, required: true}
              thing: {type: object, required: true}
              caller: {type: phone, required: true}
              maybe: {type: number}
            """
        let findings = try DataRuleTests.testing(when, variables)
        #expect(findings.filter { $0.id == "type-mismatch" } == [], "\(findings)")
    }

    private static let mismatches: [(String, String)] = [
        ("typed = 1", "a text is never equal to a number"), ("typed > 5", "a text and a number have no order"),
        ("typed + 1 = 2", "the call ends with the apology"), ("-typed = 1", "`-` does not take a text"),
        ("count", "a number is always true"), ("known = \"true\"", "a Boolean is never equal to a text"),
        ("call.from = 1", "a text is never equal"), ("session.optout = \"yes\"", "a Boolean is never equal"),
        ("typed.length = 6", "so `.length` is always NULL"), ("known > count", "a Boolean and a number have no order"),
    ]

    @Test(arguments: mismatches)
    func `kinds that never go together are found`(when: String, message: String) throws {
        let variables = """
              count: {type: number, default: 0}
              known: {type: boolean, default: false}
            """
        let findings = try DataRuleTests.testing(when, variables).filter { $0.id == "type-mismatch" }
        #expect(findings.count == 1, "\(findings)")
        #expect(findings.first?.message.contains(message) == true, "\(findings)")
        #expect(findings.first?.severity == .warning)
    }

    @Test func `a value of another kind than its variable is found at the expression`() throws {
        let findings = try DataRuleTests.lint(
            DataRuleTests.capturing(
                "  count: {type: number, default: 0}",
                "  next: {type: set, values: {count: \"\\\"año \\\" + typed\"}, go: goodbye}"
            )
        )
        #expect(findings.map(\.id) == ["type-mismatch"])
        #expect(findings.first?.message.contains("'count' is declared as a number and this gives it a text") == true)
        #expect(findings.first?.location.line == 20)
        #expect(findings.first?.location.column == 38)
    }

    @Test func `a list that is spoken is found, an item of it is not`() throws {
        let variables = "  numbers: {type: any, required: true}"
        #expect(try DataRuleTests.speaking("{{numbers}} {{numbers[0]}}", variables) == [])
        let findings = try DataRuleTests.speaking("We have {{[1, 2]}}.", "")
        #expect(findings.map(\.id) == ["type-mismatch"])
        #expect(findings.first?.message.contains("written out as JSON") == true)
    }

    @Test(arguments: ["text", "phone", "any"])
    func `digits may be kept as`(kind: String) throws {
        let text = DataRuleTests.capturing("", "  next: {type: hang_up}")
        #expect(try DataRuleTests.lint(text.replacing("typed: text", with: "typed: \(kind)")) == [])
    }

    @Test(arguments: ["number", "boolean", "date", "time", "datetime", "list", "object"])
    func `digits are no`(kind: String) throws {
        let text = DataRuleTests.capturing("", "  next: {type: hang_up}")
        let findings = try DataRuleTests.lint(text.replacing("typed: text", with: "typed: \(kind)"))
        #expect(findings.map(\.id) == ["type-mismatch"])
        #expect(findings.first?.length == 5)
    }

    // MARK: Set and read

    @Test func `what is set by options, actions and captures, and what is read by any text, is used`() throws {
        let findings = try DataRuleTests.lint(
            """
            variables:
              chosen: text
              tries: {type: number, default: 0}
              mood: {type: text, default: calm}
              helped: {type: text, default: you}
              desk: {type: phone, required: true}
            universals:
              help: {say: [help], prompt: "We help {{helped}}."}
            start: main
            nodes:
              main:
                type: decision_menu
                prompt: "To end the call, press 1."
                before: [{if: mood = "calm", then: [{set: {tries: tries + 1}}]}]
                options:
                  - {name: finish, press: "1", set: {chosen: "\\"finish\\""}, go: desk}
                default: desk
              desk: {type: forward_call, number: "{{desk}}"}
            """
        )
        #expect(findings == [])
    }

    @Test func `a declaration that is removed takes its own lines alone`() throws {
        let text = """
            variables:
              used: {type: text, required: true}
              old:
                type: text
                # as it was
                default: azul
              # what follows
              last: text   # gone

            start: end
            nodes:
              end: {type: hang_up, prompt: "Goodbye {{used}}."}
            """
        let findings = try DataRuleTests.lint(text)
        #expect(findings.map(\.id) == ["unused-variable", "unused-variable"])
        let edits = findings.compactMap(\.fix).flatMap(\.edits)
        #expect(edits.map(\.location.line) == [9, 14])
        #expect(edits.map(\.location.column) == [1, 1])
        #expect(edits.first.map(\.length) == "  old:\n    type: text\n    # as it was\n    default: azul\n".count)
        #expect(edits.last.map(\.length) == "  last: text   # gone\n".count)
    }

    @Test func `a declaration in a row, and the last one there is, are not removed by a fix`() throws {
        let inRow =
            "variables: {used: {type: text, required: true}, old: text}\nstart: end\nnodes:\n"
            + "  end: {type: hang_up, prompt: \"Goodbye {{used}}.\"}"
        let alone = "variables:\n  old: text\nstart: end\nnodes:\n  end: {type: hang_up, prompt: \"Goodbye.\"}"
        for text in [inRow, alone] {
            let findings = try DataRuleTests.lint(text)
            #expect(findings.map(\.id) == ["unused-variable"])
            #expect(findings.first?.fix == nil)
        }
    }

    @Test func `a required variable that nothing reads is told as what it costs`() throws {
        let findings = try DataRuleTests.lint(
            "variables:\n  day: {type: text, required: true}\nstart: end\nnodes:\n  end: {type: hang_up}"
        )
        #expect(findings.map(\.message) == ["no call can start without 'day', and nothing reads it; remove it"])
    }

    @Test(arguments: [
        "{{name ?? \"there\"}}", "{{IF(name = NULL, \"\", name)}}", "{{IF(name, name, \"\")}}",
    ])
    func `a variable that may be missing, and is asked about, is not found`(text: String) throws {
        #expect(try DataRuleTests.speaking(text, "  name: text") == [])
    }

    @Test func `a variable that nothing sets is found once, with the place where it is read`() throws {
        let findings = try DataRuleTests.speaking("{{name}} and {{name}}", "  name: text")
        #expect(findings.map(\.id) == ["never-set-variable"])
        #expect(findings.first?.notes.map(\.location.line) == [20])
        #expect(findings.first?.notes.map(\.location.column) == [36])
    }

    private static func twoWays(_ summary: String, _ more: String = "") -> String {
        """
        variables:
          typed: text
          tries: number
        start: main
        nodes:
          main:
            type: decision_menu
            prompt: "For one, press 1. For two, press 2."
            options:
              - {name: one, press: "1", go: question}
              - {name: two, press: "2", go: between}
            no_input: {then: between}
            no_match: {then: goodbye}
          question:
            type: touchtone_capture
            prompt: "Please type your number."
            variable: typed
            digits: 6
            no_input: {then: goodbye}
            no_match: {then: goodbye}
            go: between
          between: {type: message, prompt: "One moment.", go: summary\(more)}
          summary: {type: message, prompt: '\(summary)', go: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye {{tries ?? 0}}."}
        """
    }

    @Test func `a way on which a variable is not set is shown, the shortest one`() throws {
        let text = DataRuleTests.twoWays("It is {{typed}}.", ", after: [{set: {tries: \"1\"}}]")
        let findings = try DataRuleTests.lint(text)
        #expect(findings.map(\.id) == ["read-before-set"])
        #expect(findings.first?.message.contains("(main") == false)
        #expect(
            findings.first?.message.contains("main → option two → between → summary, so the caller hears nothing")
                == true
        )
        #expect(findings.first?.location.column == 45)
    }

    @Test(arguments: [
        "It is {{typed ?? \"none\"}}.", "It is {{IF(typed = NULL, \"\", typed)}}.", "Nothing of it.",
    ])
    func `a read that has an answer for NULL is not found`(text: String) throws {
        #expect(try DataRuleTests.lint(DataRuleTests.twoWays(text, ", after: [{set: {tries: \"1\"}}]")) == [])
    }

    @Test func `what was set on the way, or may have been, is not found`() throws {
        let always = ", before: [{set: {typed: \"\\\"x\\\"\", tries: \"1\"}}]"
        let perhaps = ", before: [{if: call.from = \"1\", then: [{set: {typed: \"\\\"x\\\"\", tries: \"1\"}}]}]"
        for more in [always, perhaps] {
            #expect(try DataRuleTests.lint(DataRuleTests.twoWays("It is {{typed}}.", more)) == [], "\(more)")
        }
    }

    @Test func `behind a condition on a variable of the bot's own nothing is told`() throws {
        let text = DataRuleTests.twoWays("It is {{typed}}.", ", after: [{set: {tries: \"1\"}}]").replacing(
            "go: summary",
            with: "go: known"
        )
        let condition = """

              known:
                type: condition
                cases:
                  - {when: typed <> NULL, go: summary}
                else: goodbye
            """
        #expect(try DataRuleTests.lint(text + condition) == [])
    }

    @Test func `the variables that are looked at together are told apart, however many`() throws {
        let count = 150
        let names = (0..<count).map { "v\($0)" }
        let text = """
            variables:
            \(names.map { "  \($0): text" }.joined(separator: "\n"))
            start: first
            nodes:
              first: {type: message, prompt: '\(names.map { "{{\($0)}}" }.joined(separator: " "))', go: second}
              second: {type: set, values: {\(names.map { "\($0): '\"x\"'" }.joined(separator: ", "))}, go: end}
              end: {type: hang_up, prompt: '\(names.map { "{{\($0)}}" }.joined(separator: " "))'}
            """
        let findings = try DataRuleTests.lint(text)
        #expect(findings.count == count)
        #expect(Set(findings.map(\.id)) == ["read-before-set"])
        #expect(Set(findings.map(\.location.line)) == [160])
    }

    // MARK: Names that are always there

    @Test(arguments: [
        "call.id", "call.direction", "call.to", "bot.title", "session.id", "session.language", "session.start.phone",
        "session.start.call.From.x", "channels.voice.identifier", "actor.anything.at.all",
    ])
    func `a property that the engine gives is not found`(path: String) throws {
        #expect(try DataRuleTests.speaking("{{\(path)}}", "").filter { $0.id == "unknown-path" } == [])
    }

    private static let unknownPaths: [(String, String, String?)] = [
        ("call.form", "did you mean 'from'?", "from"), ("session.optOut", "did you mean 'optout'?", "optout"),
        ("bot.version", "it has name, title", nil), ("call.from.area", "call.from is a single value", nil),
        ("profile.name", "profile is empty in a voice bot", nil), ("channels.message.identifier", "it has voice", nil),
    ]

    @Test(arguments: unknownPaths)
    func `a property that there is not is found`(path: String, message: String, replacement: String?) throws {
        let findings = try DataRuleTests.speaking("{{\(path)}}", "").filter { $0.id == "unknown-path" }
        #expect(findings.count == 1)
        #expect(findings.first?.message.contains(message) == true, "\(findings)")
        #expect(findings.first?.fix?.edits.map(\.replacement) == replacement.map { [$0] })
    }
}

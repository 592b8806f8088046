import Airscript
import BotGraph
import CallEngine
import Compliance
import Replay
import Telephony
import Testing

struct CallScriptTests {
    @Test func `every kind of step is read with its place`() throws {
        let text = """
            call: front-desk
            title: A caller presses 2
            from: "+12065550101"
            set: {name: Ada, count: 2, vip: true, none: null, tags: [a, b], at: {day: 1}}
            steps:
              - hear: "press 1"
              - hear: [welcome, "press 2"]
              - press: "12#"
              - say: confirm
              - say: {say: stop calling me, confidence: 0.4}
              - silence
              - forward ends: no-answer
              - forward ends busy
              - expect: {variable: name, equals: Ada, opted out: true}
              - expect: {ended: completed}
              - expect: {language: es-US}
              - expect: {intent: met}
              - expect: {forwarded to: "+12065550102"}
              - hang up
            """
        let result = CallScript.parse(text, path: "bots/front-desk/two.yaml")
        #expect(result.diagnostics.isEmpty)
        let script = try #require(result.script)
        #expect(script.call == BotName("front-desk"))
        #expect(script.name == "A caller presses 2")
        #expect(script.from == PhoneNumber("+12065550101"))
        #expect(
            script.set == [
                "name": .text("Ada"), "count": .number(2), "vip": .boolean(true), "none": .null,
                "tags": .list([.text("a"), .text("b")]), "at": .object(Record([("day", .number(1))])),
            ]
        )
        let keys = try #require(Digits("12#"))
        let spanish = try #require(LanguageTag("es-US"))
        let operatorNumber = try #require(PhoneNumber("+12065550102"))
        #expect(
            script.steps.map(\.kind) == [
                .hear(["press 1"]), .hear(["welcome", "press 2"]), .press(keys), .say("confirm", confidence: nil),
                .say("stop calling me", confidence: 0.4), .silence, .forwardEnds(.noAnswer), .forwardEnds(.busy),
                .expect([.variable("name", equals: .text("Ada")), .optedOut(true)]), .expect([.ended(.completed)]),
                .expect([.language(spanish)]), .expect([.intent(.met)]), .expect([.forwardedTo(operatorNumber)]),
                .hangUp,
            ]
        )
        #expect(script.steps.first?.location == SourceLocation(path: "bots/front-desk/two.yaml", line: 6, column: 5))
        #expect(script.steps.last?.location.line == 19)
    }

    @Test(arguments: [
        ("", "1:1: error: [empty-script] the file is empty; a script has at least 'steps'"),
        ("- silence", "1:1: error: [wrong-type] a script is a map with 'steps', not a list"),
        ("title: a", "1:1: error: [missing-key] the script has no 'steps'"),
        ("steps: []", "1:8: error: [empty-script] 'steps' has no step; a script has at least one"),
        (
            "stepps: [silence]\nsteps: [silence]",
            "1:1: error: [unknown-key] a script has no key 'stepps'; did you mean 'steps'?"
        ),
        (
            "steps: [silense]",
            "1:9: error: [unknown-step] there is no step 'silense'; did you mean 'silence'?"
        ),
        (
            "steps:\n  - pres: \"1\"",
            "2:5: error: [unknown-step] there is no step 'pres'; did you mean 'press'?"
        ),
        (
            "steps:\n  - press: 1",
            "2:12: error: [wrong-type] 'press' takes text, not the number 1; put it in quotes"
        ),
        ("steps:\n  - press: \"x\"", "2:12: error: [bad-key] 'press' takes keys from 0-9 * #, in quotes"),
        (
            "steps:\n  - press: \"1\"\n    hear: a",
            "2:5: error: [wrong-type] a step is a map of one key; start each step with '-'"
        ),
        ("steps: [hear]", "1:9: error: [wrong-type] the step 'hear' needs a value: 'hear: …'"),
        ("steps:\n  - hear: []", "2:11: error: [wrong-type] 'hear' takes at least one text"),
        ("steps:\n  - hear: \" \"", "2:11: error: [wrong-type] 'hear' takes text that is not empty"),
        ("steps:\n  - hang up: now", "2:14: error: [wrong-type] the step 'hang up' takes no value"),
        ("steps:\n  - 5", "2:5: error: [wrong-type] a step is text or a map of one key, not the number 5"),
        (
            "steps: [forward ends bussy]",
            "1:9: error: [unknown-word] a leg does not end with 'bussy'; did you mean 'busy'?"
        ),
        (
            "steps:\n  - say: {say: a, confidence: 2}",
            "2:31: error: [wrong-type] 'confidence' takes a number from 0 to 1, not the number 2"
        ),
        (
            "steps:\n  - say: {confidence: 1}",
            "2:10: error: [missing-key] 'say' as a map has the words under 'say'"
        ),
        ("steps:\n  - expect: {}", "2:13: error: [missing-key] 'expect' takes at least one fact"),
        (
            "steps:\n  - expect: {optedout: true}",
            "2:14: error: [unknown-key] 'expect' has no key 'optedout'; did you mean 'opted out'?"
        ),
        (
            "steps:\n  - expect: {opted out: maybe}",
            "2:25: error: [wrong-type] 'opted out' takes true or false, not the text 'maybe'"
        ),
        (
            "steps:\n  - expect: {variable: a}",
            "2:14: error: [missing-key] 'variable' needs 'equals' with the value it has to have"
        ),
        (
            "steps:\n  - expect: {equals: a}",
            "2:13: error: [missing-key] 'equals' needs the name of a variable under 'variable'"
        ),
        (
            "steps:\n  - expect: {ended: complete}",
            "2:21: error: [unknown-word] 'ended' is never 'complete'; did you mean 'completed'?"
        ),
        (
            "steps:\n  - expect: {language: en}",
            "2:24: error: [bad-language] 'en' is not a language with its region, such as en-US"
        ),
        (
            "steps:\n  - expect: {forwarded to: \"555\"}",
            "2:28: error: [bad-number] 'forwarded to' takes a number in E.164 form, such as \"+12065550101\""
        ),
        (
            "from: 12065550101\nsteps: [silence]",
            "1:7: error: [wrong-type] 'from' takes text, not the number 12065550101; put it in quotes"
        ),
        (
            "set: [a]\nsteps: [silence]",
            "1:6: error: [wrong-type] 'set' is a map of names to values, not a list"
        ),
        (
            "call: \"no such name\"\nsteps: [silence]",
            "1:7: error: [bad-name] 'no such name' is not a bot's name"
        ),
        ("title: a\ntitle: b\nsteps: [silence]", "2:1: error: [duplicate-key] 'title' stands twice"),
    ])
    func `a mistake is found at its place`(text: String, finding: String) {
        let result = CallScript.parse(text, path: "s.yaml")
        #expect(result.script == nil)
        #expect(result.diagnostics.map(\.description) == ["s.yaml:" + finding])
    }

    @Test func `all mistakes are found in one pass`() {
        let result = CallScript.parse(
            "colour: red\nsteps:\n  - silense\n  - press: 1\n  - expect: {ended: never}\n",
            path: "s.yaml"
        )
        #expect(result.diagnostics.map(\.location.line) == [1, 3, 4, 5])
    }

    @Test func `text that is not YAML is one finding`() {
        let result = CallScript.parse("steps: [silence", path: "s.yaml")
        #expect(result.script == nil)
        #expect(result.diagnostics.map(\.id) == ["yaml-syntax"])
    }
}

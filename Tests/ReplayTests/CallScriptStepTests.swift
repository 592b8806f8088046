import Airscript
import BotGraph
import CallEngine
import Carrier
import Compliance
import Replay
import Simulator
import Telephony
import Testing

/// Steps and keys about time, interruption, delivery and the compliance gate.
struct CallScriptStepTests {
    @Test func `steps about time and interruption are read`() throws {
        let script = try script(
            """
            steps:
              - do not hear: goodbye
              - do not hear: [goodbye, sorry]
              - hear nothing
              - wait: 2s
              - wait: 1.5s
              - interrupt: {press: "1", after: 250ms}
              - interrupt: {say: stop, confidence: 0.4, after: 2s}
              - interrupt: {hang up, after: 1m}
              - forward ends: {with: completed, talking: 3m}
              - forward ends: {with: busy}
              - time moves to: "2026-12-01T09:00:00-08:00"
              - time moves to: 2026-12-01T17:00:00Z
              - time moves by: 40m
              - time moves by: 2h
              - time moves by: 31d
            """
        )
        let one = try #require(Digits("1"))
        let nine = Instant(milliseconds: 1_796_144_400_000)
        #expect(
            script.steps.map(\.kind) == [
                .doNotHear(["goodbye"]), .doNotHear(["goodbye", "sorry"]), .hearNothing, .wait(.seconds(2)),
                .wait(.milliseconds(1_500)), .interrupt(.press(one), after: .milliseconds(250)),
                .interrupt(.say("stop", confidence: 0.4), after: .seconds(2)), .interrupt(.hangUp, after: .seconds(60)),
                .forwardTalks(.seconds(180)), .forwardEnds(.busy), .timeMoves(.to(nine)),
                .timeMoves(.to(nine)), .timeMoves(.by(.seconds(2_400))), .timeMoves(.by(.seconds(7_200))),
                .timeMoves(.by(.seconds(2_678_400))),
            ]
        )
        #expect(!script.asksGate)
    }

    @Test func `facts about the provider, the prompt and the gate are read`() throws {
        let script = try script(
            """
            steps:
              - expect: {status: no-answer}
              - expect: {barge in: false}
              - expect: {allowed: false, refused: true}
              - expect: {held until: "2026-12-01T09:00:00-08:00", contact: text}
              - expect not: {variable: name, equals: Ada, opted out: true}
            """
        )
        let nine = Instant(milliseconds: 1_796_144_400_000)
        #expect(
            script.steps.map(\.kind) == [
                .expect([.status(.noAnswer)]), .expect([.bargeIn(false)]),
                .expect([.allowed(false, .automated), .refused(true, .automated)]), .expect([.heldUntil(nine, .text)]),
                .expectNot([.variable("name", equals: .text("Ada")), .optedOut(true)]),
            ]
        )
        #expect(script.asksGate)
    }

    @Test func `what a script says of its call is read`() throws {
        let script = try script(
            """
            at: "2026-12-01T09:00:00-08:00"
            answer: no-answer
            parameters: {FromCity: Seattle, AnsweredBy: machine_start, Count: 012, Known: true}
            deliver: [twice at once, late, statuses reversed]
            steps: [silence]
            """
        )
        #expect(script.scene.at == Instant(milliseconds: 1_796_144_400_000))
        #expect(script.scene.answer == .noAnswer)
        #expect(
            script.scene.parameters == [
                FormParameters.Parameter("AnsweredBy", "machine_start"), FormParameters.Parameter("Count", "012"),
                FormParameters.Parameter("FromCity", "Seattle"), FormParameters.Parameter("Known", "true"),
            ]
        )
        #expect(script.scene.troubles == [.twiceAtOnce, .late, .statusesReversed])
    }

    @Test func `a script that says nothing of its call has an ordinary one`() throws {
        let scene = try script("steps: [silence]").scene
        #expect(scene.at == nil && scene.answer == nil && scene.parameters.isEmpty && scene.troubles.isEmpty)
    }

    @Test(arguments: [
        ("- hear nothin", "1:3: error: [unknown-step] there is no step 'hear nothin'; did you mean 'hear nothing'?"),
        ("- hear nothing: x", "1:17: error: [wrong-type] the step 'hear nothing' takes no value"),
        ("- do not hear: []", "1:16: error: [wrong-type] 'do not hear' takes at least one text"),
        (
            "- dont hear: a",
            "1:3: error: [unknown-step] there is no step 'dont hear'; did you mean 'do not hear'?"
        ),
        (
            "- wait: 5",
            "1:9: error: [bad-duration] 'wait' takes a duration such as 5s, 1.5s, 40m, 2h or 3d, not the number 5;"
                + " write the unit: 5s"
        ),
        (
            "- wait: soon",
            "1:9: error: [bad-duration] 'wait' takes a duration such as 5s, 1.5s, 40m, 2h or 3d, not the text 'soon'"
        ),
        (
            "- wait: 0s",
            "1:9: error: [bad-duration] 'wait' takes a duration of more than nothing and at most 3660d"
        ),
        (
            "- wait: 999999999999d",
            "1:9: error: [bad-duration] 'wait' takes a duration of more than nothing and at most 3660d"
        ),
        (
            "- time moves by: 99999d",
            "1:18: error: [bad-duration] 'time moves by' takes a duration of more than nothing and at most 3660d"
        ),
        (
            "- time moves by: -5m",
            "1:18: error: [bad-duration] 'time moves by' takes a duration such as 5s, 1.5s, 40m, 2h or 3d,"
                + " not the text '-5m'"
        ),
        (
            "- time moves to: tomorrow",
            "1:18: error: [bad-instant] 'time moves to' takes an instant as RFC 3339 writes it,"
                + " such as \"2026-12-01T09:00:00-08:00\""
        ),
        (
            "- time move to: x",
            "1:3: error: [unknown-step] there is no step 'time move to'; did you mean 'time moves to'?"
        ),
        (
            "- interrupt: \"1\"",
            "1:14: error: [wrong-type] 'interrupt' takes a map such as {press: \"1\", after: 2s}, not the text '1'"
        ),
        (
            "- interrupt: {press: \"1\"}",
            "1:14: error: [missing-key] 'interrupt' has under 'after' how long the prompt has run, such as 2s"
        ),
        (
            "- interrupt: {after: 2s}",
            "1:14: error: [missing-key] 'interrupt' has one of 'press', 'say' and 'hang up'"
        ),
        (
            "- interrupt: {press: \"1\", say: one, after: 2s}",
            "1:14: error: [missing-key] 'interrupt' has one of 'press', 'say' and 'hang up'"
        ),
        (
            "- interrupt: {press: \"1\", confidence: 1, after: 2s}",
            "1:14: error: [missing-key] 'confidence' needs the words under 'say'"
        ),
        ("- interrupt: {press: \"x\", after: 2s}", "1:22: error: [bad-key] 'press' takes keys from 0-9 * #, in quotes"),
        ("- interrupt: {hang up: now, after: 2s}", "1:24: error: [wrong-type] 'hang up' takes no value"),
        (
            "- interrupt: {pres: \"1\", press: \"1\", after: 2s}",
            "1:15: error: [unknown-key] 'interrupt' has no key 'pres'; did you mean 'press'?"
        ),
        (
            "- forward ends: {talking: 2m}",
            "1:17: error: [missing-key] 'forward ends' as a map has the outcome under 'with'"
        ),
        (
            "- forward ends: {with: busy, talking: 2m}",
            "1:17: error: [clashing-words] nobody talks on a leg that ends with 'busy'"
        ),
        (
            "- forward ends: {with: bussy}",
            "1:24: error: [unknown-word] a leg does not end with 'bussy'; did you mean 'busy'?"
        ),
        ("- expect not: {}", "1:15: error: [missing-key] 'expect not' takes at least one fact"),
        ("- expect not: done", "1:15: error: [wrong-type] 'expect not' takes a map of facts, not the text 'done'"),
        ("- expect: {allowed: \"no\"}", "1:21: error: [wrong-type] 'allowed' takes true or false, not the text 'no'"),
        ("- expect: {refused: 1}", "1:21: error: [wrong-type] 'refused' takes true or false, not the number 1"),
        ("- expect: {barge in: 1}", "1:22: error: [wrong-type] 'barge in' takes true or false, not the number 1"),
        (
            "- expect: {held until: noon}",
            "1:24: error: [bad-instant] 'held until' takes an instant as RFC 3339 writes it,"
                + " such as \"2026-12-01T09:00:00-08:00\""
        ),
        (
            "- expect: {allowed: true, contact: txt}",
            "1:36: error: [unknown-word] 'contact' is never 'txt'; did you mean 'text'?"
        ),
        (
            "- expect: {contact: text}",
            "1:11: error: [missing-key] 'contact' says of 'allowed', 'refused' or 'held until' how the person is"
                + " contacted; none of them is here"
        ),
        (
            "- expect: {status: complete}",
            "1:20: error: [unknown-word] 'status' is never 'complete'; did you mean 'completed'?"
        ),
    ])
    func `a mistake in a step is found at its place`(steps: String, finding: String) {
        let result = CallScript.parse("steps:\n" + steps, path: "s.yaml")
        #expect(result.script == nil)
        // The findings count lines from the first step.
        #expect(result.diagnostics.map(\.description) == ["s.yaml:2" + finding.dropFirst()])
    }

    @Test(arguments: [
        (
            "at: noon",
            "1:5: error: [bad-instant] 'at' takes an instant as RFC 3339 writes it,"
                + " such as \"2026-12-01T09:00:00-08:00\""
        ),
        ("answer: bussy", "1:9: error: [unknown-word] 'answer' is never 'bussy'; did you mean 'busy'?"),
        ("deliver: thrice", "1:10: error: [unknown-word] 'deliver' is never 'thrice'; did you mean 'twice'?"),
        (
            "deliver: [twice, twice at once]",
            "1:10: error: [clashing-words] 'deliver' is 'twice' or 'twice at once', not both"
        ),
        (
            "deliver: []\ndeliverr: late",
            "2:1: error: [unknown-key] a script has no key 'deliverr'; did you mean 'deliver'?"
        ),
        ("parameters: [a]", "1:13: error: [wrong-type] 'parameters' is a map of names to values, not a list"),
        ("parameters: {A: [b]}", "1:17: error: [wrong-type] 'A' takes text, not a list"),
        ("parameters: {A: b, A: c}", "1:20: error: [duplicate-key] 'A' stands twice"),
        (
            "parameters: {From: \"+12065550101\"}",
            "1:14: error: [own-parameter] 'From' is what the provider itself says; 'from', 'answer' and the steps"
                + " decide it"
        ),
    ])
    func `a mistake in what a script says of its call is found at its place`(keys: String, finding: String) {
        let result = CallScript.parse(keys + "\nsteps: [silence]", path: "s.yaml")
        #expect(result.script == nil)
        #expect(result.diagnostics.map(\.description) == ["s.yaml:" + finding])
    }

    private func script(_ text: String) throws -> CallScript {
        let result = CallScript.parse(text, path: "s.yaml")
        #expect(result.diagnostics.map(\.description) == [])
        return try #require(result.script)
    }
}

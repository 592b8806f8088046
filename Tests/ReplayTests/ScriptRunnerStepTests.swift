import BotGraph
import Carrier
import Compliance
import Replay
import Simulator
import Telephony
import Testing

/// Steps about time, interruption, delivery and the compliance gate, in calls.
///
/// The front desk's prompt takes 1571 ms, of which "Welcome." is 571, and it listens for 5 s after it.
struct ScriptRunnerStepTests {
    @Test(arguments: [
        "- wait: 4s\n- press: \"1\"\n- hear: you pressed one",
        "- wait: 2s\n- wait: 2s\n- say: operator\n- hear: goodbye",
        // As long as the bot listens: a silence.
        "- wait: 5s\n- hear: goodbye\n- expect: {ended: no-exit}",
        "- wait: 2s\n- hear: welcome\n- wait: 3s\n- hear: goodbye",
        "- wait: 4s\n- hang up\n- expect: {ended: caller-hung-up}",
        "- wait: 1s\n- silence\n- hear: goodbye",
        // Nothing comes after the wait.
        "- wait: 1s",
        "- interrupt: {press: \"1\", after: 300ms}\n- hear: you pressed one",
        // What had not begun is not heard.
        "- hear: welcome\n- do not hear: choose\n- interrupt: {press: \"1\", after: 300ms}",
        "- hear: [welcome, choose]\n- interrupt: {press: \"1\", after: 600ms}",
        "- interrupt: {say: operator, confidence: 0.9, after: 1s}\n- expect: {variable: choice, equals: operator}",
        "- interrupt: {hang up, after: 1s}\n- expect: {ended: caller-hung-up, status: completed}",
        "- do not hear: [goodbye, bienvenido]\n- press: \"1\"\n- do not hear: welcome",
        "- press: \"5\"\n- hear nothing",
        "- press: \"2\"\n- forward ends: {with: completed, talking: 3m}\n- hear: nobody",
        "- time moves by: 40m\n- press: \"1\"\n- time moves to: \"1970-01-01T01:00:00Z\"\n- expect: {ended: completed}",
        "- expect: {status: in-progress}\n- press: \"1\"\n- expect: {status: completed}",
        "- expect: {barge in: true}\n- press: \"7\"\n- hear: listen\n- expect: {barge in: false}",
        "- expect not: {opted out: true}\n- press: \"1\"\n- expect not: {ended: no-exit, language: es-US}",
    ])
    func `a script that says how the call goes passes`(steps: String) async throws {
        let result = try await run(steps)
        #expect(result.report() == [])
        #expect(result.passed)
    }

    @Test(arguments: [
        (
            "- do not hear: [bienvenido, CHOOSE]",
            "1:3: error: [unmet-expectation] expected not to hear \"CHOOSE\"; found \"Welcome. Choose 1 or 2.\""
        ),
        (
            "- hear nothing",
            "1:3: error: [unmet-expectation] expected to hear nothing; found \"Welcome. Choose 1 or 2.\""
        ),
        (
            "- hear: choose\n- interrupt: {press: \"1\", after: 300ms}",
            "1:3: error: [unmet-expectation] expected to hear \"choose\"; found \"Welcome.\""
        ),
        (
            "- interrupt: {press: \"1\", after: 2s}",
            "1:3: error: [misplaced-step] expected a call that takes this step;"
                + " found a prompt that is over after 1571 ms; use 'wait' to act behind it"
        ),
        (
            "- press: \"7\"\n- interrupt: {press: \"1\", after: 1s}",
            "2:3: error: [misplaced-step] expected a call that takes this step;"
                + " found a prompt that is over before the bot listens, so that nothing interrupts it"
        ),
        (
            "- press: \"6\"\n- interrupt: {say: stop, after: 1s}",
            "2:3: error: [misplaced-step] expected a call that takes this step;"
                + " found that the bot listens for keys alone"
        ),
        (
            "- wait: 1s\n- interrupt: {press: \"1\", after: 1s}",
            "2:3: error: [misplaced-step] expected a call that takes this step;"
                + " found a 'wait' before it; whoever interrupts does not wait for the prompt's end"
        ),
        (
            "- press: \"2\"\n- wait: 1s",
            "2:3: error: [misplaced-step] expected a call that takes this step;"
                + " found a call being forwarded; how does the leg end?"
        ),
        (
            "- press: \"1\"\n- wait: 1s",
            "2:3: error: [unused-step] expected the call to go on for this step; found that it was over,"
                + " after \"You pressed one\""
        ),
        (
            "- time moves to: \"1969-12-31T00:00:00Z\"",
            "1:3: error: [unmet-expectation] expected the time to move on to 1969-12-31T00:00:00.000Z;"
                + " found that it is 1970-01-01T00:00:00.000Z already"
        ),
        (
            "- expect: {status: busy}",
            "1:3: error: [unmet-expectation] expected the call's status to be busy; found in-progress"
        ),
        (
            "- expect: {barge in: false}",
            "1:3: error: [unmet-expectation] expected the prompt to be one that cannot be interrupted; found one that can"
        ),
        (
            "- press: \"7\"\n- expect: {barge in: true}",
            "2:3: error: [unmet-expectation] expected the prompt to be one that can be interrupted;"
                + " found one that is over before the bot listens"
        ),
        (
            "- press: \"1\"\n- expect: {barge in: true}",
            "2:3: error: [unmet-expectation] expected the prompt to be one that can be interrupted;"
                + " found a call that does not listen"
        ),
        (
            "- press: \"1\"\n- expect not: {opted out: true, ended: completed}",
            "2:3: error: [unmet-expectation] expected it not to be so: the call to end with completed; found that it is so"
        ),
        (
            "- expect: {allowed: true}",
            "1:3: error: [unmet-expectation] expected an automated call to the person to be allowed now;"
                + " found nobody to ask: the person's number is not known, or the script is run where there is no"
                + " compliance gate"
        ),
        (
            "- expect not: {refused: true, contact: text}",
            "1:3: error: [unmet-expectation] expected a text to the person to be refused;"
                + " found nobody to ask: the person's number is not known, or the script is run where there is no"
                + " compliance gate"
        ),
    ])
    func `a script that the call does not follow fails at its step`(steps: String, finding: String) async throws {
        let result = try await run(steps)
        #expect(!result.passed)
        let colon = try #require(finding.firstIndex(of: ":"))
        let line = try #require(Int(finding[..<colon]))
        #expect(result.diagnostics.map(\.description) == ["s.yaml:\(line + 1)\(finding[colon...])"])
    }

    // MARK: - Time

    @Test func `a wait puts the next act behind the prompt's end`() async throws {
        let result = try await run("- wait: 4s\n- press: \"1\"")
        #expect(moment(of: .pressed(try #require(Digits("1"))), in: result) == .milliseconds(1_571 + 4_000 + 200))
    }

    @Test func `an interruption comes so long after the prompt began`() async throws {
        let result = try await run("- interrupt: {press: \"1\", after: 300ms}")
        #expect(moment(of: .pressed(try #require(Digits("1"))), in: result) == .milliseconds(300 + 200))
        #expect(!result.call.transcript.spokenText.contains("Choose"))
    }

    @Test func `the forwarded leg takes the time that the two talk`() async throws {
        let result = try await run("- press: \"2\"\n- forward ends: {with: completed, talking: 3m}")
        let end = Transcript.Event.forwardEnded(.completed, talking: .seconds(180))
        #expect(try #require(moment(of: end, in: result)) > .seconds(180))
    }

    @Test func `the server sees the time that the script moves to`() async throws {
        let server = FrontDesk()
        _ = try await run("- time moves to: \"1970-01-03T00:00:00Z\"\n- press: \"1\"", server)
        #expect(server.clock.now > Instant(milliseconds: 2 * 86_400_000))
        #expect(server.clock.now < Instant(milliseconds: 2 * 86_400_000 + 60_000))
    }

    @Test func `a script's call begins when it says`() async throws {
        let start = Instant(milliseconds: 1_796_144_400_000)
        let result = try await run("- press: \"1\"", keys: "at: \"2026-12-01T09:00:00-08:00\"")
        #expect(result.passed)
        #expect(result.call.transcript.entries.first?.at == start)
    }

    @Test func `a call that would begin before the server's time fails at the start of the file`() async throws {
        let result = try await run("- press: \"1\"", keys: "at: \"1969-12-01T09:00:00Z\"")
        #expect(
            result.diagnostics.map(\.description) == [
                "s.yaml:1:1: error: [misplaced-step] expected the time to move on to 1969-12-01T09:00:00.000Z;"
                    + " found that it is 1970-01-01T00:00:00.000Z already"
            ]
        )
    }

    // MARK: - How the call is placed

    @Test(arguments: ["busy", "no-answer", "failed", "canceled"])
    func `a call that nobody answers says nothing`(answer: String) async throws {
        let server = FrontDesk()
        let result = try await run(
            "- hear nothing\n- expect: {status: \(answer)}",
            keys: "answer: \(answer)",
            server,
            direction: .outbound
        )
        #expect(result.report() == [])
        #expect(server.forms.allSatisfy { $0["CallbackSource"] != nil })
    }

    @Test func `a call to a bot is never left unanswered`() async throws {
        let result = try await run("- hear: welcome", keys: "answer: busy")
        #expect(
            result.diagnostics.map(\.description) == [
                "s.yaml:1:1: error: [misplaced-step] expected a bot that calls people, since the script says how they"
                    + " answer; found one that is called"
            ]
        )
    }

    @Test func `a script's parameters come with every webhook`() async throws {
        let server = FrontDesk()
        let result = try await run("- press: \"1\"", keys: "parameters: {AnsweredBy: machine_start}", server)
        #expect(result.passed)
        #expect(server.forms.count == 3)
        #expect(server.forms.allSatisfy { $0["AnsweredBy"] == "machine_start" })
    }

    // MARK: - Delivery

    @Test(arguments: [
        ("twice", 4, 1), ("twice at once", 4, 1), ("statuses twice", 2, 2), ("statuses reversed", 2, 1),
        ("[twice, statuses twice]", 4, 2),
    ])
    func `webhooks come as often as the script says`(deliver: String, voice: Int, statuses: Int) async throws {
        let server = FrontDesk()
        let result = try await run("- press: \"1\"\n- hear: you pressed one", keys: "deliver: \(deliver)", server)
        #expect(result.report() == [])
        #expect(server.forms.count { $0["CallbackSource"] == nil } == voice)
        #expect(server.forms.count { $0["CallbackSource"] != nil } == statuses)
    }

    @Test func `a server that takes a late webhook for a new one fails the script`() async throws {
        let result = try await run("- press: \"1\"", keys: "deliver: late")
        #expect(result.failures.map(\.kind) == [.webhookFault])
        #expect(result.failures.first?.found.contains("another than the current document") == true)
    }

    // MARK: - The compliance gate

    @Test func `the gate is asked about the person at the script's time`() async throws {
        let morning = Instant(milliseconds: 3_600_000)
        let asked = Asked()
        let steps = """
            - expect: {allowed: true}
            - time moves by: 1h
            - expect: {held until: "1970-01-01T02:00:00Z", allowed: false, refused: false}
            - expect: {refused: true, allowed: false, contact: text}
            - expect not: {allowed: true}
            """
        let result = try await run(steps) { number, kind, instant in
            await asked.add("\(number.unmasked) \(kind.rawValue)")
            if kind == .text { return .refused(rule: "suppression-list") }
            return instant < morning ? .allowed : .held(until: Instant(milliseconds: 7_200_000), rule: "WA")
        }
        #expect(result.report() == [])
        #expect(
            await asked.questions == [
                "+12065550101 automated", "+12065550101 automated", "+12065550101 text", "+12065550101 automated",
            ]
        )
    }

    @Test(arguments: [
        (
            "{allowed: true}", ContactAnswer.held(until: Instant(milliseconds: 7_200_000), rule: "WA"),
            "expected an automated call to the person to be allowed now;"
                + " found that the person is held until 1970-01-01T02:00:00.000Z, by WA"
        ),
        (
            "{allowed: false}", .allowed,
            "expected an automated call to the person to be not allowed now; found that the person may be called now"
        ),
        (
            "{refused: true, contact: live}", .allowed,
            "expected a live call to the person to be refused; found that the person may be called now"
        ),
        (
            "{held until: \"1970-01-01T03:00:00Z\"}", .held(until: Instant(milliseconds: 7_200_000), rule: "WA"),
            "expected an automated call to the person to be held until 1970-01-01T03:00:00.000Z;"
                + " found that the person is held until 1970-01-01T02:00:00.000Z, by WA"
        ),
        (
            "{held until: \"1970-01-01T03:00:00Z\", contact: text}", .refused(rule: "suppression-list"),
            "expected a text to the person to be held until 1970-01-01T03:00:00.000Z;"
                + " found that it is refused, by suppression-list"
        ),
    ])
    func `another answer of the gate fails the script`(
        facts: String,
        answer: ContactAnswer,
        sentence: String
    ) async throws {
        let result = try await run("- expect: \(facts)") { _, _, _ in answer }
        #expect(
            result.diagnostics.map(\.description) == ["s.yaml:2:3: error: [unmet-expectation] \(sentence)"]
        )
    }

    private actor Asked {
        private(set) var questions: [String] = []

        func add(_ question: String) { questions.append(question) }
    }

    // MARK: -

    /// How long after the call's start something happened.
    private func moment(of event: Transcript.Event, in result: ScriptResult) -> Duration? {
        let entries = result.call.transcript.entries
        guard let start = entries.first?.at, let found = entries.first(where: { $0.event == event }) else { return nil }
        return found.at - start
    }

    /// Runs steps against the front desk; they stand from line 2 on where there are no other keys.
    private func run(
        _ steps: String,
        keys: String = "",
        _ server: FrontDesk = FrontDesk(),
        direction: CallDirection = .inbound,
        gate: ScriptRunner.GateQuestioner? = nil
    ) async throws -> ScriptResult {
        let head = keys.isEmpty ? "" : keys + "\n"
        let parsed = CallScript.parse(head + "steps:\n" + steps, path: "s.yaml")
        #expect(parsed.diagnostics.map(\.description) == [])
        let script = try #require(parsed.script)
        var plan = server.plan
        plan.direction = direction
        if direction == .outbound { plan.statusEvents = Set(CallPlan.StatusEvent.allCases) }
        let runner = ScriptRunner(provider: try server.provider(), inspect: { server.snapshot(of: $0) }, gate: gate)
        return await runner.run(script, plan: plan, clock: server.clock)
    }
}

import Airscript
import BotGraph
import CallEngine
import Carrier
import Replay
import Simulator
import Telephony
import Testing

struct ScriptRunnerTests {
    @Test(arguments: [
        "- hear: welcome\n- press: \"1\"\n- hear: \"YOU   PRESSED one\"\n- expect: {ended: completed}",
        "- hear: [choose, welcome]\n- silence\n- hear: goodbye\n- expect: {ended: no-exit}",
        "- press: \"2\"\n- forward ends: busy\n- hear: nobody is free",
        "- press: \"2\"\n- expect: {forwarded to: \"+12065550102\"}\n- forward ends busy\n- hear: nobody",
        "- say: {say: operator, confidence: 0.9}\n- expect: {variable: choice, equals: \"operator\"}",
        "- expect: {opted out: false, language: en-US}\n- hang up\n- expect: {ended: caller-hung-up}",
        // The call still waits when the script is over.
        "- hear: welcome",
    ])
    func `a script that says how the call goes passes`(steps: String) async throws {
        let result = try await run(steps)
        #expect(result.report() == [])
        #expect(result.passed)
        #expect(result.call.status == .completed)
    }

    @Test(arguments: [
        (
            "- hear: bienvenido",
            "1:3: error: [unmet-expectation] expected to hear \"bienvenido\"; found \"Welcome. Choose 1 or 2.\""
        ),
        (
            // What was spoken before the caller acted does not count.
            "- press: \"1\"\n- hear: welcome",
            "2:3: error: [unmet-expectation] expected to hear \"welcome\"; found \"You pressed one\""
        ),
        (
            "- press: \"1\"\n- press: \"1\"",
            "2:3: error: [unused-step] expected the call to go on for this step; found that it was over,"
                + " after \"You pressed one\""
        ),
        (
            "- press: \"2\"\n- press: \"1\"",
            "2:3: error: [misplaced-step] expected a call that takes this step;"
                + " found a call being forwarded; how does the leg end?"
        ),
        (
            "- forward ends: busy",
            "1:3: error: [misplaced-step] expected a call that takes this step;"
                + " found a call that waits for keys or speech and forwards nothing"
        ),
        (
            "- expect: {ended: completed}",
            "1:3: error: [unmet-expectation] expected the call to end with completed;"
                + " found that it still waits for the caller"
        ),
        (
            "- silence\n- expect: {ended: completed}",
            "2:3: error: [unmet-expectation] expected the call to end with completed; found no-exit"
        ),
        (
            "- press: \"1\"\n- expect: {variable: choice, equals: 1}",
            "2:3: error: [unmet-expectation] expected the variable choice to be 1;"
                + " found \"1\"; quotes make the difference"
        ),
        (
            "- expect: {variable: colour, equals: red}",
            "1:3: error: [unmet-expectation] expected the variable colour to be \"red\"; found no such variable"
        ),
        (
            "- expect: {opted out: true}",
            "1:3: error: [unmet-expectation] expected the person to be opted out; found the person not opted out"
        ),
        (
            "- expect: {language: es-US}",
            "1:3: error: [unmet-expectation] expected the language es-US; found en-US"
        ),
        (
            "- expect: {intent: met}",
            "1:3: error: [unmet-expectation] expected the intent to be met; found that it is not judged yet"
        ),
        (
            "- expect: {forwarded to: \"+12065550102\"}",
            "1:3: error: [unmet-expectation] expected the call to be forwarded to +1********02;"
                + " found that it was not forwarded"
        ),
    ])
    func `a script that the call does not follow fails at its step`(steps: String, finding: String) async throws {
        let result = try await run(steps)
        #expect(!result.passed)
        // The findings count lines from the first step.
        let colon = try #require(finding.firstIndex(of: ":"))
        let line = try #require(Int(finding[..<colon]))
        #expect(result.diagnostics.map(\.description) == ["s.yaml:\(line + 1)\(finding[colon...])"])
    }

    @Test func `a failure comes with the call up to it`() async throws {
        let result = try await run("- silence\n- hear: more\n")
        let failure = try #require(result.failures.first)
        #expect(
            failure.transcript.lines(.open).map { $0.drop { !$0.isLetter } } == [
                "listening for keys and speech", "bot: Welcome.", "bot: Choose 1 or 2.", "caller is silent",
                "bot: Goodbye",
                "bot hangs up",
            ]
        )
        #expect(result.report().count == 7)
    }

    @Test func `a fault of the server fails the script at the step that met it`() async throws {
        let result = try await run("- press: \"9\"\n- hear: anything")
        #expect(
            result.diagnostics.map(\.description) == [
                "s.yaml:2:3: error: [webhook-fault] expected every webhook to be answered well;"
                    + " found 11200: http://bot.test/turn answered 500, not 200"
            ]
        )
    }

    @Test func `a document that the provider would warn of fails the script`() async throws {
        let result = try await run("- press: \"8\"\n- hear: odd")
        #expect(result.failures.map(\.kind) == [.contractWarning])
        #expect(result.failures.first?.location.line == 2)
    }

    @Test func `a call without a record fails what is expected of it`() async throws {
        let server = FrontDesk()
        let script = try #require(CallScript.parse("steps:\n- expect: {opted out: false}", path: "s.yaml").script)
        let runner = ScriptRunner(provider: try server.provider()) { _ in nil }
        let result = await runner.run(script, plan: server.plan, clock: server.clock)
        #expect(result.failures.map(\.found) == ["no record of it"])
    }

    @Test func `the script's number is the person's, whoever calls`() async throws {
        let script = try #require(
            CallScript.parse("from: \"+12065550177\"\nsteps: [hang up]", path: "s.yaml").script
        )
        for direction in CallDirection.allCases {
            let server = FrontDesk()
            var plan = server.plan
            plan.direction = direction
            let runner = ScriptRunner(provider: try server.provider()) { server.snapshot(of: $0) }
            _ = await runner.run(script, plan: plan, clock: server.clock)
            let form = try #require(server.forms.first)
            #expect(form[direction == .inbound ? "From" : "To"] == "+12065550177")
            #expect(form[direction == .inbound ? "To" : "From"] != "+12065550177")
        }
    }

    /// Runs steps against the front desk; they stand from line 2 on.
    private func run(_ steps: String) async throws -> ScriptResult {
        let parsed = CallScript.parse("steps:\n" + steps, path: "s.yaml")
        #expect(parsed.diagnostics.isEmpty)
        let script = try #require(parsed.script)
        let server = FrontDesk()
        let runner = ScriptRunner(provider: try server.provider()) { server.snapshot(of: $0) }
        return await runner.run(script, plan: server.plan, clock: server.clock)
    }
}

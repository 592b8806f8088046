import Airscript
import ArgumentParser
import BotGraph
import CallEngine
import Carrier
import Compliance
import ComplianceFiles
import CurlTransport
import Foundation
import Replay
import Simulator
import Store
import Telephony
import WebhookServer

/// Runs calls of one bot through the stand-in provider against a local server.
struct CallRunner {
    let file: BotFiles.Loaded
    let bot: Bot
    let recordings: PromptCatalogue
    let prompts: String
    let person: PhoneNumber

    /// Our own end of a simulated call.
    private static let ownNumber = Party(parameter: "+12065550199")

    /// A person at the terminal.
    func interactive(values: [(name: String, value: String)], showsTwiML: Bool) async throws {
        try requireValues(values.map(\.name))
        let clock = VirtualClock(at: SystemClock.now)
        try await CallRunner.withTransport { transport in
            try await LocalServer.run(file, recordings: recordings, prompts: prompts, clock: clock) { server in
                let screen = CallScreen(showsTwiML: showsTwiML, hasColour: Console.hasColour)
                screen.begin(bot, person: person)
                var caller = TerminalCaller()
                let provider = try provider(transport)
                let call = provider.call(plan(server, values: values), clock: clock)
                let result = await call.run(caller: &caller) { screen.show($0) }
                let record = await server.snapshot(of: result.call)
                screen.end(result, record: record, faults: await server.faults(of: result.call))
                let isAtFault = record?.endReason?.isFault ?? false
                guard result.faults.isEmpty, result.warnings.isEmpty, !isAtFault else { throw CommandFailure.findings }
            }
        }
    }

    /// Scripts, one after the other.
    func scripted(_ paths: [String], values: [(name: String, value: String)], showsTwiML: Bool) async throws {
        let scripts = try paths.map { try CallRunner.script(at: $0) }
        var failed = 0
        try await CallRunner.withTransport { transport in
            for script in scripts {
                guard script.call == nil || script.call == bot.name else {
                    throw CommandFailure.usage(
                        "'\(script.path)' calls '\(script.call?.text ?? "")', not '\(bot.name)'."
                    )
                }
                let result = try await run(script, values: values, over: transport).result
                if result.passed {
                    Console.print("passed  \(script.name)")
                    if showsTwiML {
                        Console.print(
                            result.call.transcript.lines(.open, showingRequests: true).joined(separator: "\n")
                        )
                    }
                } else {
                    failed += 1
                    Console.print("failed  \(script.name)")
                    Console.print(result.report().joined(separator: "\n"))
                }
            }
        }
        Console.print("\(scripts.count - failed) passed, \(failed) failed")
        guard failed == 0 else { throw CommandFailure.findings }
    }

    /// What came of a script, with the server's log of the call.
    struct ScriptedCall: Sendable {
        let result: ScriptResult
        let log: [LogEntry]
    }

    /// One script, against a server of its own.
    ///
    /// - Parameters:
    ///   - script: What is done and expected.
    ///   - values: Start values that go before the script's own.
    ///   - transport: What carries the webhooks.
    /// - Returns: What came of it.
    /// - Throws: When the bot cannot start with these values, or the server cannot.
    func run(
        _ script: CallScript,
        values: [(name: String, value: String)] = [],
        over transport: CurlTransport
    ) async throws -> ScriptedCall {
        let set = try startValues(of: script)
        let names = Set(values.map(\.name))
        let all = set.filter { !names.contains($0.name) } + values
        let missing = missingValues(all.map(\.name))
        guard missing.isEmpty else {
            let list = missing.map(\.name).joined(separator: ", ")
            throw CommandFailure(
                message: "\(script.path):1:1: error: [missing-value] '\(bot.name)' cannot start without \(list); "
                    + "give them under 'set'",
                code: ExitCode(3)
            )
        }
        let provider = try provider(transport)
        let clock = VirtualClock(at: script.scene.at ?? SystemClock.now)
        let gate = script.asksGate ? try CallRunner.gate() : nil
        return try await LocalServer.run(file, recordings: recordings, prompts: prompts, clock: clock) { server in
            var ask: ScriptRunner.GateQuestioner?
            if let gate { ask = { await server.contactAnswer($0, $1, at: $2, by: gate) } }
            let runner = ScriptRunner(provider: provider, inspect: server.snapshot(of:), gate: ask)
            let result = await runner.run(script, plan: plan(server, values: all), clock: clock)
            return ScriptedCall(result: result, log: (try? await server.store.log(of: result.call.call)) ?? [])
        }
    }

    /// The gate that a script asks whether somebody may be contacted.
    private static func gate() throws -> Gate {
        do { return try GateFiles.gate() } catch { throw CommandFailure.impossible("\(error)") }
    }

    /// The values a script starts with, the actor's properties one by one.
    private func startValues(of script: CallScript) throws -> [(name: String, value: String)] {
        var values: [(name: String, value: String)] = []
        for (name, value) in script.set.sorted(by: { $0.key < $1.key }) {
            if name == "actor", case .object(let record) = value {
                values += record.entries.map { (name: "actor.\($0.name)", value: $0.value.rendered) }
            } else if name.hasPrefix("actor.") || bot.variables.contains(where: { $0.name == name }) {
                values.append((name: name, value: value.rendered))
            } else {
                let names = bot.variables.map(\.name)
                let hint = LocatedYAML.didYouMean(name, among: names).map { " (\($0))" } ?? ""
                throw CommandFailure.impossible(
                    "'\(script.path)' sets '\(name)', which '\(bot.name)' does not declare\(hint)."
                )
            }
        }
        return values
    }

    private func plan(_ server: LocalServer, values: [(name: String, value: String)]) -> CallPlan {
        let query = FormParameters(
            [FormParameters.Parameter("bot", bot.name.text)]
                + values.map { FormParameters.Parameter("set.\($0.name)", $0.value) }
        )
        let isInbound = bot.direction == .inbound
        return CallPlan(
            direction: bot.direction,
            from: isInbound ? .number(person) : CallRunner.ownNumber,
            to: isInbound ? CallRunner.ownNumber : .number(person),
            voiceURL: "\(server.baseURL)/voice/incoming?\(String(decoding: query.encoded(), as: UTF8.self))",
            statusURL: "\(server.baseURL)/voice/status"
        )
    }

    private func provider(_ transport: CurlTransport) throws -> StandInProvider {
        let recordings = recordings
        return StandInProvider(
            accountSID: LocalServer.accountSID,
            authToken: LocalServer.token,
            transport: transport,
            contract: try Contract.provider(),
            speechLength: { .milliseconds(SpeechLength.milliseconds(of: $0)) },
            recordingLength: { url in
                let all = recordings.recordings.values.flatMap(\.values)
                return all.first { url.hasSuffix("/prompts/\($0.path)") }?.duration ?? .seconds(3)
            }
        )
    }

    static func withTransport(_ body: (CurlTransport) async throws -> Void) async throws {
        let transport = CurlTransport()
        do { try await body(transport) } catch {
            await transport.close()
            throw error
        }
        await transport.close()
    }

    /// A call that lacks a required variable would only apologise.
    private func requireValues(_ names: [String]) throws {
        let missing = missingValues(names)
        guard missing.isEmpty else {
            let flags = missing.map { "--set \($0.name)=…" }.joined(separator: " ")
            throw CommandFailure.usage(
                "'\(bot.name)' cannot start without \(missing.map(\.name).joined(separator: ", ")). Give: \(flags)"
            )
        }
    }

    private func missingValues(_ names: [String]) -> [VariableDeclaration] {
        bot.neededVariables.filter { !names.contains($0.name) }
    }

    private static func script(at path: String) throws -> CallScript {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw CommandFailure.impossible("Could not read the call script '\(path)': \(error.localizedDescription)")
        }
        let result = CallScript.parse(text, path: path)
        guard let script = result.script else {
            throw CommandFailure(
                message: result.diagnostics.map(\.description).joined(separator: "\n"),
                code: ExitCode(3)
            )
        }
        return script
    }
}

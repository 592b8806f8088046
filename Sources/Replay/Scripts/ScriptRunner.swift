import BotGraph
import Carrier
package import Compliance
package import Simulator
package import Telephony

/// Runs scripts through the stand-in provider against a server.
///
/// The server is reached over HTTP alone; what it has on record is asked for through `inspect`, and whether a person may be
/// contacted through `gate`.
package struct ScriptRunner: Sendable {
    /// Asks the compliance gate, with the server's suppression list, about a person, a kind of contact and a moment.
    package typealias GateQuestioner = @Sendable (PhoneNumber, ContactKind, Instant) async -> ContactAnswer

    package let provider: StandInProvider
    package let inspect: @Sendable (CallID) async -> CallSnapshot?
    package let gate: GateQuestioner?

    /// - Parameters:
    ///   - provider: Executes the documents and posts the webhooks.
    ///   - inspect: The record of a call; nil when there is none.
    ///   - gate: The compliance gate; a script that asks it where there is none fails.
    package init(
        provider: StandInProvider,
        inspect: @escaping @Sendable (CallID) async -> CallSnapshot?,
        gate: GateQuestioner? = nil
    ) {
        self.provider = provider
        self.inspect = inspect
        self.gate = gate
    }

    /// Runs one script.
    ///
    /// The start variables are the server's affair: whoever makes the plan sees to it that it knows them.
    ///
    /// - Parameters:
    ///   - script: What is done and expected.
    ///   - plan: How the call is placed; what the script says of that goes before.
    ///   - clock: The time that the server reads too. It has to stand no later than the script's own `at`, to which it moves.
    ///   - observe: Sees each entry of the transcript as it comes.
    /// - Returns: The call, and what in it was not as the script has it. Contract warnings and faults count.
    package func run(
        _ script: CallScript,
        plan: CallPlan,
        clock: VirtualClock,
        observing observe: (@Sendable (Transcript.Entry) -> Void)? = nil
    ) async -> ScriptResult {
        let plan = ScriptRunner.plan(script, over: plan)
        let person = plan.direction == .inbound ? plan.from : plan.to
        let world = ScriptWorld(inspect: inspect, gate: gate, person: person.number, clock: clock)
        let scene = ScriptRunner.sceneFailures(script, plan: plan, world)
        var caller = ScriptCaller(script: script, world: world)
        let provider = provider.with(script.scene.delivery(over: provider.troubles))
        let result = await provider.call(plan, clock: clock).run(caller: &caller, observing: observe)
        // After a fault the provider's apology is all there is to hear, which would hide the cause.
        if result.faults.isEmpty { await caller.finish(result) }
        let own = [caller.failure].compactMap(\.self)
        let failures = scene + ScriptRunner.providerFailures(in: result, script, acted: caller.acted) + own
        return ScriptResult(script: script, failures: failures, call: result)
    }

    private static func plan(_ script: CallScript, over plan: CallPlan) -> CallPlan {
        var plan = plan
        if let person = script.from {
            switch plan.direction {
            case .inbound: plan.from = .number(person)
            case .outbound: plan.to = .number(person)
            }
        }
        if let answer = script.scene.answer { plan.answer = answer }
        let names = Set(script.scene.parameters.map(\.name))
        plan.parameters = plan.parameters.filter { !names.contains($0.name) } + script.scene.parameters
        return plan
    }

    /// What the script says of its call that cannot be.
    private static func sceneFailures(_ script: CallScript, plan: CallPlan, _ world: ScriptWorld) -> [ScriptFailure] {
        var problems: [FactDifference] = []
        if let at = script.scene.at, let problem = world.move(.to(at)) { problems.append(problem) }
        if let answer = script.scene.answer, answer != .answered, plan.direction == .inbound {
            problems.append(
                FactDifference(
                    expected: "a bot that calls people, since the script says how they answer",
                    found: "one that is called"
                )
            )
        }
        return problems.map { problem in
            ScriptFailure(
                kind: .misplacedStep,
                location: SourceLocation(path: script.path, line: 1, column: 1),
                expected: problem.expected,
                found: problem.found,
                transcript: Transcript()
            )
        }
    }

    private static func providerFailures(
        in result: CallResult,
        _ script: CallScript,
        acted: [SourceLocation]
    ) -> [ScriptFailure] {
        result.transcript.entries.indices.compactMap { index in
            let transcript = Transcript(entries: Array(result.transcript.entries[...index]))
            let location = location(of: transcript, in: script, acted: acted)
            return switch result.transcript.entries[index].event {
            case .fault(let fault):
                ScriptFailure(
                    kind: .webhookFault,
                    location: location,
                    expected: "every webhook to be answered well",
                    found: "\(fault)",
                    transcript: transcript
                )
            case .warning(let text):
                ScriptFailure(
                    kind: .contractWarning,
                    location: location,
                    expected: "documents without a warning",
                    found: text,
                    transcript: transcript
                )
            default: nil
            }
        }
    }

    /// The step that the caller took last, or the start of the file before any.
    private static func location(
        of transcript: Transcript,
        in script: CallScript,
        acted: [SourceLocation]
    ) -> SourceLocation {
        let taken = transcript.entries.count { entry in
            switch entry.event {
            case .pressed, .said, .silence, .forwardEnded, .hungUp(.caller): true
            default: false
            }
        }
        return acted.prefix(taken).last ?? SourceLocation(path: script.path, line: 1, column: 1)
    }
}

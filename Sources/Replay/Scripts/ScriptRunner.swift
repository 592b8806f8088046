import BotGraph
package import Simulator
package import Telephony

/// Runs scripts through the stand-in provider against a server.
///
/// The server is reached over HTTP alone; what it has on record is asked for through `inspect`.
package struct ScriptRunner: Sendable {
    package let provider: StandInProvider
    package let inspect: @Sendable (CallID) async -> CallSnapshot?

    /// - Parameters:
    ///   - provider: Executes the documents and posts the webhooks.
    ///   - inspect: The record of a call; nil when there is none.
    package init(provider: StandInProvider, inspect: @escaping @Sendable (CallID) async -> CallSnapshot?) {
        self.provider = provider
        self.inspect = inspect
    }

    /// Runs one script.
    ///
    /// The start variables are the server's affair: whoever makes the plan sees to it that it knows them.
    ///
    /// - Parameters:
    ///   - script: What is done and expected.
    ///   - plan: How the call is placed; the person's number is the script's, where it has one.
    ///   - clock: The time that the server reads too.
    ///   - observe: Sees each entry of the transcript as it comes.
    /// - Returns: The call, and what in it was not as the script has it. Contract warnings and faults count.
    package func run(
        _ script: CallScript,
        plan: CallPlan,
        clock: VirtualClock,
        observing observe: (@Sendable (Transcript.Entry) -> Void)? = nil
    ) async -> ScriptResult {
        var plan = plan
        if let person = script.from {
            switch plan.direction {
            case .inbound: plan.from = .number(person)
            case .outbound: plan.to = .number(person)
            }
        }
        var caller = ScriptCaller(script: script, inspect: inspect)
        let result = await provider.call(plan, clock: clock).run(caller: &caller, observing: observe)
        // After a fault the provider's apology is all there is to hear, which would hide the cause.
        if result.faults.isEmpty { await caller.finish(result) }
        let failures = ScriptRunner.providerFailures(in: result, script) + [caller.failure].compactMap(\.self)
        return ScriptResult(script: script, failures: failures, call: result)
    }

    private static func providerFailures(in result: CallResult, _ script: CallScript) -> [ScriptFailure] {
        result.transcript.entries.indices.compactMap { index in
            let transcript = Transcript(entries: Array(result.transcript.entries[...index]))
            let location = location(of: transcript, in: script)
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
    private static func location(of transcript: Transcript, in script: CallScript) -> SourceLocation {
        let taken = transcript.entries.count { entry in
            switch entry.event {
            case .pressed, .said, .silence, .forwardEnded, .hungUp(.caller): true
            default: false
            }
        }
        let acts = script.steps.filter { step in
            switch step.kind {
            case .press, .say, .silence, .hangUp, .forwardEnds: true
            case .hear, .expect: false
            }
        }
        return acts.prefix(taken).last?.location ?? SourceLocation(path: script.path, line: 1, column: 1)
    }
}

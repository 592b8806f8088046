package import Telephony

/// One call through the stand-in provider, which runs once.
package struct SimulatedCall: Sendable {
    package let provider: StandInProvider
    package let plan: CallPlan
    package let clock: VirtualClock
    /// The plan's name for the call, or the one made from its seed.
    package let id: CallID

    package init(provider: StandInProvider, plan: CallPlan, clock: VirtualClock) {
        self.provider = provider
        self.plan = plan
        self.clock = clock
        var generator = SeededGenerator(seed: plan.seed)
        id = plan.call ?? CallID(high: generator.next(), low: generator.next())
    }

    /// Runs the call to its end.
    ///
    /// - Parameters:
    ///   - caller: The person on the phone, as they are when the call is over.
    ///   - observe: Sees each entry as it comes. An interruption takes back the prompts that had not begun.
    /// - Returns: What happened.
    package func run<Person: Caller>(
        caller: inout Person,
        observing observe: (@Sendable (Transcript.Entry) -> Void)? = nil
    ) async -> CallResult {
        var execution = CallExecution(call: self, caller: caller, observe: observe)
        let result = await execution.run()
        caller = execution.caller
        return result
    }

    /// Runs the call to its end with a caller that nobody asks about afterwards.
    package func run(caller: some Caller) async -> CallResult {
        var caller = caller
        return await run(caller: &caller)
    }
}

/// What came of a call.
package struct CallResult: Sendable, Hashable {
    package let call: CallID
    /// The final status, as the last callback told it.
    package let status: CallStatus
    package let transcript: Transcript
    /// What was spoken and played since the caller last acted.
    package let heardLast: Heard
    package let faults: [CallFault]
    /// What the provider's debugger would show as warnings.
    package let warnings: [String]
    /// How long each request took in real time, in the order they were sent.
    package let latencies: [Duration]
    /// Virtual time from the answer to the end.
    package let length: Duration

    /// Whether nothing went wrong.
    package var isClean: Bool { faults.isEmpty && warnings.isEmpty }
}

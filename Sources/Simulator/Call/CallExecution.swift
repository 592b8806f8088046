import Carrier
import Telephony

/// The state of a call that runs.
struct CallExecution<Person: Caller>: Sendable {
    /// What follows an instruction.
    enum Flow: Sendable {
        case goOn
        case fetch(DocumentRequest)
        case over(CallStatus)
        case fault(CallFault)
    }

    let provider: StandInProvider
    let plan: CallPlan
    let clock: VirtualClock
    let id: CallID
    let observe: (@Sendable (Transcript.Entry) -> Void)?
    var caller: Person
    var transcript = Transcript()
    var faults: [CallFault] = []
    var warnings: [String] = []
    var status: CallStatus
    let startedAt: Instant
    var answeredAt: Instant?
    var generator: SeededGenerator
    var sender: WebhookSender
    var sequence = 0
    /// Status callbacks that wait for the call's end, where they go out in reverse.
    var heldCallbacks: [OutgoingWebhook] = []
    /// Where the entries begin that the caller has not been asked about.
    var heardFrom = 0
    /// Redirects since anything was heard.
    var redirects = 0
    var earlierTurn: (webhook: OutgoingWebhook, token: String, reply: [UInt8])?
    var fallbackIsUsed = false

    init(call: SimulatedCall, caller: Person, observe: (@Sendable (Transcript.Entry) -> Void)?) {
        provider = call.provider
        plan = call.plan
        clock = call.clock
        id = call.id
        startedAt = call.clock.now
        self.caller = caller
        self.observe = observe
        status = call.plan.direction == .inbound ? .ringing : .queued
        // Another stream than the one the call's own name came from.
        generator = SeededGenerator(seed: call.plan.seed ^ 0x5EED_0F70_4B45_4E53)
        sender = WebhookSender(provider: call.provider)
    }

    mutating func run() async -> CallResult {
        if await begin() {
            var next: DocumentRequest? = DocumentRequest(url: WebAddress.withoutFragment(plan.voiceURL))
            while let request = next { next = await turn(request) }
        }
        await sendHeldCallbacks()
        return CallResult(
            call: id,
            status: status,
            transcript: transcript,
            heardLast: heard,
            faults: faults,
            warnings: warnings,
            latencies: sender.latencies,
            length: answeredAt.map { clock.now - $0 } ?? .zero
        )
    }

    /// Fetches a document and executes it.
    ///
    /// - Returns: The document after it; nil when the call is over.
    private mutating func turn(_ request: DocumentRequest) async -> DocumentRequest? {
        switch await fetch(request) {
        case .failure(let fault): return await recover(from: fault, at: request.url)
        case .success(let document): return await perform(document)
        }
    }

    private mutating func perform(_ document: ReceivedDocument) async -> DocumentRequest? {
        for instruction in document.instructions {
            if clock.now - startedAt >= plan.timeLimit {
                await end(.completed, by: .provider)
                return nil
            }
            if status == .ringing, instruction.answers { await answer() }
            switch await instruction.perform(in: &self) {
            case .goOn: continue
            case .fetch(let request): return request
            case .over(let final):
                await end(final, by: nil)
                return nil
            case .fault(let fault): return await recover(from: fault, at: document.url)
            }
        }
        // The end of a document is the end of the call.
        await end(.completed, by: .bot)
        return nil
    }

    /// Notes a fault, and asks the fallback or ends the call as the provider does.
    private mutating func recover(from fault: CallFault, at url: String) async -> DocumentRequest? {
        note(fault)
        if let fallback = plan.fallbackURL, !fallbackIsUsed, fault != .cancelled {
            fallbackIsUsed = true
            return DocumentRequest(
                url: WebAddress.withoutFragment(fallback),
                results: [
                    FormParameters.Parameter("ErrorCode", fault.code.map(String.init) ?? "11200"),
                    FormParameters.Parameter("ErrorUrl", url),
                ]
            )
        }
        if status == .ringing { await answer() }
        let apology = "We are sorry, an application error has occurred. Goodbye."
        speak(apology, language: nil, voice: nil, times: 1)
        await end(.completed, by: .provider)
        return nil
    }
}

// MARK: - What is kept of it

extension CallExecution {
    mutating func add(_ event: Transcript.Event, at instant: Instant? = nil) {
        let entry = Transcript.Entry(at: instant ?? clock.now, event)
        transcript.entries.append(entry)
        observe?(entry)
    }

    mutating func note(_ fault: CallFault) {
        faults.append(fault)
        add(.fault(fault))
    }

    mutating func warn(_ text: String) {
        warnings.append(text)
        add(.warning(text))
    }

    mutating func speak(_ text: String, language: String?, voice: String?, times: Int) {
        add(.spoke(Transcript.Speech(text: text, language: language, voice: voice, times: times)))
        redirects = 0
        clock.advance(by: provider.speechLength(text) * times)
    }

    /// Asks the caller what they do, with all that they heard since they were last asked.
    mutating func ask(_ awaited: Awaited) async -> CallerAct {
        await caller.next(heard, expecting: awaited)
    }

    private var heard: Heard {
        Heard(call: id, entries: Array(transcript.entries[heardFrom...]), transcript: transcript)
    }

    /// Notes what the caller did; what comes after it is what they hear next.
    mutating func callerActed(_ event: Transcript.Event) {
        add(event)
        heardFrom = transcript.entries.count
    }
}

import Carrier
import Telephony

/// The call's own progress and the callbacks that tell it.
///
/// Source: https://www.twilio.com/docs/voice/twiml/number , status callback parameters.
extension CallExecution {
    /// What is before the first document.
    ///
    /// - Returns: Whether there will be one.
    mutating func begin() async -> Bool {
        switch plan.direction {
        case .inbound:
            add(.status(.ringing))
            await tell(.ringing)
            return true
        case .outbound:
            await move(to: .initiated, telling: .initiated)
            switch plan.answer {
            case .answered:
                await move(to: .ringing, telling: .ringing)
                await answer()
                return true
            case .busy: await move(to: .busy, telling: .completed)
            case .noAnswer:
                await move(to: .ringing, telling: .ringing)
                clock.advance(by: .seconds(60))
                await move(to: .noAnswer, telling: .completed)
            case .failed: await move(to: .failed, telling: .completed)
            case .canceled: await move(to: .canceled, telling: .completed)
            }
            return false
        }
    }

    mutating func answer() async {
        answeredAt = clock.now
        await move(to: .inProgress, telling: .answered)
    }

    /// Ends the call, whatever it was doing; a second end says nothing.
    mutating func end(_ final: CallStatus, by side: Transcript.Side?) async {
        guard !status.isFinal else { return }
        if let side { add(.hungUp(side)) }
        await move(to: final, telling: .completed)
    }

    /// Sends the callbacks that were held back, the last first.
    mutating func sendHeldCallbacks() async {
        let held = heldCallbacks
        heldCallbacks = []
        for webhook in held.reversed() { await send(webhook) }
    }

    private mutating func move(to next: CallStatus, telling event: CallPlan.StatusEvent) async {
        status = next
        add(.status(next))
        await tell(event)
    }

    private mutating func tell(_ event: CallPlan.StatusEvent) async {
        guard let url = plan.statusURL, plan.statusEvents.contains(event) else { return }
        var results = [
            FormParameters.Parameter("Timestamp", clock.now.mailDate),
            FormParameters.Parameter("CallbackSource", "call-progress-events"),
            FormParameters.Parameter("SequenceNumber", String(sequence)),
        ]
        sequence += 1
        if event == .completed {
            let length = answeredAt.map { (clock.now - $0).inMilliseconds } ?? 0
            results.append(FormParameters.Parameter("CallDuration", String((length + 999) / 1_000)))
        }
        let webhook = OutgoingWebhook(
            url: WebAddress.withoutFragment(url),
            method: .post,
            parameters: parameters(adding: results)
        )
        switch provider.troubles.statusOrder {
        case .asTheyHappen: await send(webhook)
        case .doubled:
            await send(webhook)
            await send(webhook)
        case .reversed: heldCallbacks.append(webhook)
        }
    }

    private mutating func send(_ webhook: OutgoingWebhook) async {
        let url = WebAddress.withoutQuery(webhook.url)
        switch await sender.send(webhook, token: generator.token()) {
        case .failure(let fault): note(fault)
        case .success(let response):
            add(.webhook(entry(.status, webhook, response)))
            guard response.status == 200 || response.status == 204 else {
                note(.statusRefused(url: url, status: response.status))
                return
            }
            let type = response[header: "Content-Type"]?.lowercased() ?? ""
            if !response.body.isEmpty, !type.hasPrefix("text/xml"), !type.hasPrefix("application/xml") {
                warn("\(url) answered a status callback with a body that is not TwiML; answer 204")
            }
        }
    }
}

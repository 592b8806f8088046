import Carrier
import Telephony
import Testing

struct StatusCallbackTests {
    @Test func `a completed call's callback is read whole`() throws {
        let callback = try StatusCallback(
            form: [
                "CallSid": "CA1", "AccountSid": "AC1", "CallStatus": "completed", "CallDuration": "15",
                "SequenceNumber": "3", "Timestamp": "Thu, 26 Nov 2026 08:00:00 +0000",
                "CallbackSource": "call-progress-events",
            ]
        )
        #expect(callback.call.text == "CA1")
        #expect(callback.account?.text == "AC1")
        #expect(callback.status == .completed)
        #expect(callback.duration == .seconds(15))
        #expect(callback.sequence == 3)
    }

    @Test(arguments: CallStatus.allCases) func `every known status is read`(_ status: CallStatus) throws {
        #expect(try StatusCallback(form: ["CallSid": "CA1", "CallStatus": status.rawValue]).status == status)
    }

    @Test(arguments: ["", "-1", "x", "1.5", "99999999999999999999"])
    func `a nonsensical sequence or duration is none`(_ text: String) throws {
        let callback = try StatusCallback(
            form: ["CallSid": "CA1", "CallStatus": "busy", "SequenceNumber": text, "CallDuration": text]
        )
        #expect(callback.sequence == nil)
        #expect(callback.duration == nil)
    }

    @Test func `a callback without a status or with an unknown one is refused with the words known`() {
        #expect(throws: WebhookError.missing(parameter: "CallStatus")) { try StatusCallback(form: ["CallSid": "CA1"]) }
        let error = #expect(throws: WebhookError.self) {
            try StatusCallback(form: ["CallSid": "CA1", "CallStatus": "vanished"])
        }
        #expect(
            error?.description
                == "the webhook's parameter 'CallStatus' is not one of "
                + "queued, initiated, ringing, in-progress, completed, busy, failed, no-answer, canceled"
        )
    }

    @Test func `a callback without a call id is refused`() {
        #expect(throws: WebhookError.missing(parameter: "CallSid")) {
            try StatusCallback(form: ["CallStatus": "completed"])
        }
    }
}

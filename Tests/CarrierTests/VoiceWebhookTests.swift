import Carrier
import Telephony
import Testing

struct VoiceWebhookTests {
    private let firstRequest: FormParameters = [
        "CallSid": "CA1234567890ABCDE", "AccountSid": "AC1", "From": "+12065550101", "To": "+12065550102",
        "CallStatus": "ringing", "ApiVersion": "2010-04-01", "Direction": "inbound", "FromCity": "Trezzo Sull'Adda",
        "FromState": "", "FromZip": "", "FromCountry": "IT", "ToCity": "SEATTLE", "ToState": "WA", "ToZip": "98101",
        "ToCountry": "US", "CallerName": "", "Caller": "+12065550101", "Called": "+12065550102", "CallerCity": "",
        "StirVerstat": "TN-Validation-Passed-A", "SomethingNew": "1",
    ]

    @Test func `a first request is read whole`() throws {
        let webhook = try VoiceWebhook(form: firstRequest)
        #expect(webhook.call.text == "CA1234567890ABCDE")
        #expect(webhook.account?.text == "AC1")
        #expect(webhook.from.unmasked == "+12065550101")
        #expect(webhook.to.unmasked == "+12065550102")
        #expect(webhook.direction == .inbound)
        #expect(webhook.status == .ringing)
        #expect(webhook.gather == GatherResult())
        #expect(webhook.dialStatus == nil)
    }

    @Test func `the fields of session start call are passed on, empty ones too, and no others`() throws {
        let parameters = try VoiceWebhook(form: firstRequest).parameters
        #expect(parameters["FromCity"] == "Trezzo Sull'Adda")
        #expect(parameters["FromState"] == "")
        #expect(parameters["CallerName"] == "")
        #expect(parameters["CallSid"] == "CA1234567890ABCDE")
        #expect(parameters["ForwardedFrom"] == nil)
        #expect(parameters["StirVerstat"] == nil)
        #expect(parameters["SomethingNew"] == nil)
        #expect(parameters.count == 19)
    }

    @Test func `a long field is cut and the first of a repeated one counts`() throws {
        let form: FormParameters = ["CallSid": "CA1", "ToCity": String(repeating: "x", count: 5_000), "ToCity": "y"]
        #expect(try VoiceWebhook(form: form).parameters["ToCity"]?.count == 256)
    }

    @Test(arguments: ["anonymous", "Anonymous", "unknown", "restricted", ""])
    func `a withheld caller is no number`(_ from: String) throws {
        #expect(try VoiceWebhook(form: ["CallSid": "CA1", "From": from, "To": "+12065550102"]).from == .withheld)
    }

    @Test func `a SIP caller is an address and absent parties are withheld`() throws {
        let webhook = try VoiceWebhook(form: ["CallSid": "CA1", "From": "sip:ann@h.example"])
        #expect(webhook.from == .address("sip:ann@h.example"))
        #expect(webhook.to == .withheld)
        #expect(webhook.account == nil)
    }

    @Test(arguments: [
        ("inbound", CallDirection.inbound), ("outbound-api", .outbound), ("outbound-dial", .outbound),
        ("outbound", .outbound),
        ("", nil), ("sideways", nil),
    ])
    func `a direction is read leniently`(_ word: String, _ direction: CallDirection?) throws {
        #expect(try VoiceWebhook(form: ["CallSid": "CA1", "Direction": word]).direction == direction)
    }

    @Test(arguments: CallStatus.allCases) func `every known status is read`(_ status: CallStatus) throws {
        #expect(try VoiceWebhook(form: ["CallSid": "CA1", "CallStatus": status.rawValue]).status == status)
    }

    @Test(arguments: ["", "answered", "Ringing", "ringing "]) func `an unknown status is none`(_ word: String) throws {
        #expect(try VoiceWebhook(form: ["CallSid": "CA1", "CallStatus": word]).status == nil)
    }

    @Test(arguments: [
        "v3:abc-DEF:0", "CA00000000000000000000000000000000", String(repeating: "x", count: 128),
    ])
    func `a call id of any provider is taken`(_ id: String) throws {
        #expect(try VoiceWebhook(form: ["CallSid": id]).call.text == id)
    }

    @Test(arguments: [FormParameters(), ["CallSid": ""], ["callsid": "CA1"]])
    func `a request without a call id is refused`(_ form: FormParameters) {
        #expect(throws: WebhookError.missing(parameter: "CallSid")) { try VoiceWebhook(form: form) }
    }

    @Test(arguments: ["CA 1", "CA1\n", "CAñ", "\0", String(repeating: "x", count: 129)])
    func `a malformed call id is refused without being quoted`(_ id: String) throws {
        let error = #expect(throws: WebhookError.self) { try VoiceWebhook(form: ["CallSid": id]) }
        guard case .invalid("CallSid", _)? = error else {
            Issue.record("another error")
            return
        }
        #expect(error?.description.contains(id) == false)
    }

    @Test func `a malformed account is refused`() {
        #expect(throws: WebhookError.self) { try VoiceWebhook(form: ["CallSid": "CA1", "AccountSid": "A C"]) }
    }

    @Test(arguments: [
        ("completed", DialStatus.completed), ("answered", .answered), ("busy", .busy), ("no-answer", .noAnswer),
        ("failed", .failed), ("canceled", .canceled), ("", nil), ("gone", nil),
    ])
    func `the end of a dialled leg is read`(_ word: String, _ status: DialStatus?) throws {
        let webhook = try VoiceWebhook(form: ["CallSid": "CA1", "DialCallStatus": word, "DialCallDuration": "12"])
        #expect(webhook.dialStatus == status)
        #expect(webhook.dialDuration == .seconds(12))
    }

    @Test func `a webhook prints no number, name, key or word`() throws {
        var form = firstRequest
        form.append("Digits", "4321")
        form.append("SpeechResult", "my secret")
        let webhook = try VoiceWebhook(form: form)
        var text = "\(webhook) \(String(reflecting: webhook)) \(webhook.gather)"
        dump(webhook, to: &text)
        for secret in ["2065550101", "Trezzo", "4321", "secret"] { #expect(!text.contains(secret)) }
    }
}

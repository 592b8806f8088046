package import Telephony

/// A request for a document: the first of a call, or one after a verb has ended.
///
/// Source: https://www.twilio.com/docs/voice/twiml#request-parameters
package struct VoiceWebhook: Sendable, Hashable {
    package let call: CallID
    package let account: AccountID?
    package let from: Party
    package let to: Party
    /// Nil when the provider does not say, or in a word that is not known.
    package let direction: CallDirection?
    /// Nil when the provider does not say, or in a word that is not known.
    package let status: CallStatus?
    /// What the caller pressed or said, when a `Gather` ended.
    package let gather: GatherResult
    /// How the dialled leg ended, when a `Dial` did.
    package let dialStatus: DialStatus?
    /// The seconds that the two legs were connected.
    package let dialDuration: Duration?

    package init(form: FormParameters) throws(WebhookError) {
        call = try form.callID()
        account = try form.accountID()
        from = Party(parameter: form["From"] ?? "")
        to = Party(parameter: form["To"] ?? "")
        direction = form["Direction"].flatMap(VoiceWebhook.direction)
        status = form["CallStatus"].flatMap(CallStatus.init(rawValue:))
        gather = GatherResult(form: form)
        dialStatus = form["DialCallStatus"].flatMap(DialStatus.init(rawValue:))
        dialDuration = form.count("DialCallDuration").map { .seconds($0) }
        self.form = form
    }

    private let form: FormParameters

    /// What expressions may read as `session.start.call.NAME`; what the request does not have is left out.
    ///
    /// Only a call's first request is asked for them, so they are gathered when they are.
    package var parameters: [String: String] {
        var parameters: [String: String] = [:]
        for parameter in form.parameters
        where VoiceWebhook.passedOn.contains(parameter.name) && parameters[parameter.name] == nil {
            let value = parameter.value
            let isShort = value.utf8.count <= VoiceWebhook.longestPassedOn
            parameters[parameter.name] = isShort ? value : String(value.prefix(VoiceWebhook.longestPassedOn))
        }
        return parameters
    }

    /// A stored session keeps these, so none may be long.
    private static let longestPassedOn = 256

    /// The fields of `session.start.call`.
    private static let passedOn: Set<String> = {
        var names: Set<String> = [
            "CallSid", "AccountSid", "ApiVersion", "Direction", "CallStatus", "CallerName", "ForwardedFrom",
        ]
        for side in ["To", "From", "Called", "Caller"] {
            for part in ["", "Zip", "City", "State", "Country"] { names.insert(side + part) }
        }
        return names
    }()

    /// The provider writes `outbound-api` and `outbound-dial`; compatible ones write `outbound`.
    private static func direction(_ text: String) -> CallDirection? {
        switch text {
        case "inbound": .inbound
        case "outbound", "outbound-api", "outbound-dial": .outbound
        default: nil
        }
    }
}

extension VoiceWebhook: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        "webhook of call \(call) from \(from) to \(to), \(status?.rawValue ?? "no known status"), \(gather)"
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

import Carrier
import Telephony
import Testing

/// One call as the provider tells of it.
struct ProviderCall: Sendable {
    let id: CallID
    var from = "+12065550142"
    var to = "+12065550199"
    var direction = "inbound"

    init(_ number: UInt64 = 1) {
        id = CallID(high: 0x7E57, low: number)
    }

    static func outbound(_ number: UInt64 = 1, to person: String = "+12065550142") -> ProviderCall {
        var call = ProviderCall(number)
        (call.from, call.to, call.direction) = ("+12065550199", person, "outbound-api")
        return call
    }

    /// A webhook's parameters.
    func form(_ more: (String, String)..., status: String = "in-progress") -> FormParameters {
        FormParameters(
            [
                .init("CallSid", id.text), .init("AccountSid", TestServer.accountSID), .init("From", from),
                .init("To", to), .init("CallStatus", status), .init("Direction", direction),
                .init("ApiVersion", "2010-04-01"),
            ] + more.map { .init($0.0, $0.1) }
        )
    }
}

extension TestServer {
    /// Starts a call of a bot.
    func begin(_ call: ProviderCall, bot: String = "booking", token: String? = nil) async throws -> HTTPResponse {
        try await post("/voice/incoming?bot=\(bot)", call.form(status: "ringing"), token: token)
    }

    /// Keys pressed at a step; none with nil.
    func press(
        _ digits: String?,
        _ call: ProviderCall,
        step: Int,
        token: String? = nil
    ) async throws -> HTTPResponse {
        let form = digits.map { call.form(("Digits", $0)) } ?? call.form()
        return try await post("/voice/turn/\(step)", form, token: token)
    }

    func status(_ status: String, _ call: ProviderCall, sequence: Int = 0) async throws -> HTTPResponse {
        try await post("/voice/status", call.form(("SequenceNumber", "\(sequence)"), status: status))
    }
}

package import Telephony

/// Reading of single parameters, strict where the engine cannot go on without one and lenient everywhere else.
extension FormParameters {
    /// The call that the webhook is about.
    package func callID() throws(WebhookError) -> CallID {
        guard let text = self["CallSid"], !text.isEmpty else { throw .missing(parameter: "CallSid") }
        guard let id = CallID(text) else {
            throw .invalid(parameter: "CallSid", expected: "1 to 128 printable ASCII characters without a space")
        }
        return id
    }

    /// The account that the webhook names; nil when it names none.
    func accountID() throws(WebhookError) -> AccountID? {
        guard let text = nonEmpty("AccountSid") else { return nil }
        guard let id = AccountID(text) else {
            throw .invalid(parameter: "AccountSid", expected: "1 to 128 printable ASCII characters without a space")
        }
        return id
    }

    /// The value of that name; nil when it is absent or empty, which providers use alike.
    func nonEmpty(_ name: String) -> String? {
        guard let value = self[name], !value.isEmpty else { return nil }
        return value
    }

    /// A whole number from 0; nil for anything else.
    func count(_ name: String) -> Int? {
        guard let value = self[name], let number = Int(value), number >= 0 else { return nil }
        return number
    }
}

package import Telephony

/// News of a call's status.
///
/// Callbacks may come twice, late, in any order, or not at all.
///
/// The provider's `Timestamp` is not read: it is to the second, in two formats, and the sequence number orders better.
/// Source: https://www.twilio.com/docs/voice/api/call-resource#statuscallback
package struct StatusCallback: Sendable, Hashable {
    package let call: CallID
    package let account: AccountID?
    package let status: CallStatus
    /// The provider's order of a call's callbacks, from 0.
    package let sequence: Int?
    /// The length of a completed call.
    package let duration: Duration?

    package init(form: FormParameters) throws(WebhookError) {
        call = try form.callID()
        account = try form.accountID()
        guard let word = form.nonEmpty("CallStatus") else { throw .missing(parameter: "CallStatus") }
        guard let status = CallStatus(rawValue: word) else {
            let words = CallStatus.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid(parameter: "CallStatus", expected: "one of \(words)")
        }
        self.status = status
        sequence = form.count("SequenceNumber")
        duration = form.count("CallDuration").map { .seconds($0) }
    }
}

import CLoad

/// Writes webhooks as the provider sends them, signature included.
final class WebhookWriter {
    /// A run of parameters in the two forms that are needed: as the body has them, and as they are signed.
    private struct Parameters {
        var body: [UInt8] = []
        var signed: [UInt8] = []

        init(_ parameters: [(String, String)]) {
            for (name, value) in parameters {
                body += [UInt8]("\(name)=\(WebhookWriter.encoded(value))&".utf8)
                signed += [UInt8]((name + value).utf8)
            }
        }
    }

    private let key: OpaquePointer
    private let script: CallScript
    // The parameters in the order of their names, which is the order of the signature, around those that differ.
    private let beforeCall = Parameters([
        ("AccountSid", "AC00000000000000000000000000000000"), ("ApiVersion", "2010-04-01"),
    ])
    private let afterStatus = Parameters([
        ("Called", "+12065550199"), ("CalledCity", "SEATTLE"), ("CalledCountry", "US"), ("CalledState", "WA"),
        ("CalledZip", "98101"), ("Caller", "+12065550141"), ("CallerCity", "SEATTLE"), ("CallerCountry", "US"),
        ("CallerState", "WA"), ("CallerZip", "98104"),
    ])
    private let afterDigits = Parameters([
        ("Direction", "inbound"), ("From", "+12065550141"), ("FromCity", "SEATTLE"), ("FromCountry", "US"),
        ("FromState", "WA"), ("FromZip", "98104"), ("To", "+12065550199"), ("ToCity", "SEATTLE"),
        ("ToCountry", "US"), ("ToState", "WA"), ("ToZip", "98101"),
    ])
    private let headers: [UInt8]
    private var body: [UInt8] = []
    private var signed: [UInt8] = []
    private var signature = [UInt8](repeating: 0, count: 29)
    private var tokenNumber: UInt64 = 0

    init?(script: CallScript, host: String, token: String) {
        let bytes = [UInt8](token.utf8)
        guard let key = signature_make(bytes, bytes.count) else { return nil }
        self.key = key
        self.script = script
        headers = [UInt8](
            """
             HTTP/1.1\r
            Host: \(host)\r
            User-Agent: TwilioProxy/1.1\r
            Accept: */*\r
            Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r

            """.utf8
        )
    }

    deinit {
        signature_free(key)
    }

    /// Writes the request of a call's step, in place of what the buffer held.
    func write(_ call: Call, into request: inout [UInt8]) {
        let step = script.steps[call.step]
        body.removeAll(keepingCapacity: true)
        signed.removeAll(keepingCapacity: true)
        signed.append(contentsOf: step.url)
        append(beforeCall)
        append("CallSid", "CA", call.name)
        append("CallStatus", step.status, [])
        append(afterStatus)
        if let key = step.key {
            body.append(contentsOf: "Digits=".utf8)
            // `*` stands for itself in a form; `#` does not.
            if key == UInt8(ascii: "#") { body.append(contentsOf: "%23".utf8) } else { body.append(key) }
            body.append(UInt8(ascii: "&"))
            signed.append(contentsOf: "Digits".utf8)
            signed.append(key)
        }
        append(afterDigits)
        body.removeLast()
        _ = signature_sign(key, signed, signed.count, &signature)

        request.removeAll(keepingCapacity: true)
        request.append(contentsOf: "POST ".utf8)
        request.append(contentsOf: step.target)
        request.append(contentsOf: headers)
        request.append(contentsOf: "Content-Length: \(body.count)\r\nX-Twilio-Signature: ".utf8)
        request.append(contentsOf: signature[..<28])
        request.append(contentsOf: "\r\nI-Twilio-Idempotency-Token: ".utf8)
        tokenNumber += 1
        // The call's own name makes it unlike every other call's, and its form is as long as the provider's.
        request.append(contentsOf: call.name[..<24])
        request.append(contentsOf: "-\(100_000_000 + tokenNumber % 900_000_000)\r\n\r\n".utf8)
        request.append(contentsOf: body)
    }

    private func append(_ parameters: Parameters) {
        body.append(contentsOf: parameters.body)
        signed.append(contentsOf: parameters.signed)
    }

    private func append(_ name: String, _ start: String, _ rest: [UInt8]) {
        body.append(contentsOf: name.utf8)
        body.append(UInt8(ascii: "="))
        signed.append(contentsOf: name.utf8)
        body.append(contentsOf: start.utf8)
        signed.append(contentsOf: start.utf8)
        body.append(contentsOf: rest)
        signed.append(contentsOf: rest)
        body.append(UInt8(ascii: "&"))
    }

    /// None of the values has anything that a form escapes but the plus sign of a telephone number.
    private static func encoded(_ value: String) -> String {
        value.split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%2B")
    }
}

import Carrier

/// A document to be fetched.
struct DocumentRequest: Sendable, Hashable {
    let url: String
    let method: HTTPRequest.Method
    /// What the verb that asks has to say, such as `Digits`.
    let results: [FormParameters.Parameter]

    init(url: String, method: HTTPRequest.Method = .post, results: [FormParameters.Parameter] = []) {
        self.url = url
        self.method = method
        self.results = results
    }
}

/// A webhook as it goes out, apart from its token and signature.
struct OutgoingWebhook: Sendable, Hashable {
    let url: String
    let method: HTTPRequest.Method
    let parameters: FormParameters
}

/// A document that came back.
struct ReceivedDocument: Sendable {
    let url: String
    let body: [UInt8]
    let instructions: [Instruction]
}

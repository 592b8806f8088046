/// Sends one HTTP request and waits for its answer.
///
/// `CurlTransport` does it with libcurl.
package protocol HTTPTransport: Sendable {
    func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse
}

/// One request as a value.
package struct HTTPRequest: Sendable, Hashable {
    package enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    package var method: Method
    package var url: String
    /// Names and values in the order they are sent.
    package var headers: [HTTPHeader]
    package var body: [UInt8]
    /// From the start to the last byte of the answer.
    package var timeout: Duration
    /// Answers above it are cut off with `.tooLarge`.
    package var maximumResponseBytes: Int

    package init(
        method: Method,
        url: String,
        headers: [HTTPHeader] = [],
        body: [UInt8] = [],
        timeout: Duration = .seconds(15),
        maximumResponseBytes: Int = 1_048_576
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.maximumResponseBytes = maximumResponseBytes
    }
}

package struct HTTPHeader: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

package struct HTTPResponse: Sendable, Hashable {
    package let status: Int
    package let headers: [HTTPHeader]
    package let body: [UInt8]

    package init(status: Int, headers: [HTTPHeader], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first header of that name, whatever its case.
    package subscript(header name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Why no answer came.
///
/// What became of the request is known only where the case says so.
package enum HTTPTransportError: Error, Sendable, Hashable {
    /// The request never left: a bad URL, a name that does not resolve, a refused connection.
    case notSent(reason: String)
    /// It may or may not have been acted on.
    case unknownOutcome(reason: String)
    case tooLarge(limit: Int)
    case cancelled
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Leaves out what may be secret or personal: user and password, the query, header values and the body.
    package var description: String {
        var address = url.prefix { $0 != "?" && $0 != "#" }
        if let scheme = address.firstRange(of: "://"),
            let at = address[scheme.upperBound...].prefix(while: { $0 != "/" }).lastIndex(of: "@")
        {
            address.replaceSubrange(scheme.upperBound...at, with: "")
        }
        return "\(method.rawValue) \(address) (\(body.count) bytes)"
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

extension HTTPHeader: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { name + ": …" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

extension HTTPTransportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notSent(let reason): "the request was not sent: \(reason)"
        case .unknownOutcome(let reason): "the request may have been acted on, but no answer came: \(reason)"
        case .tooLarge(let limit):
            "the answer was cut off; its body is above \(limit) bytes, or its headers are too long"
        case .cancelled: "the request was cancelled"
        }
    }
}

import CLibCurl
import Carrier

/// One request and its answer so far, on one easy handle.
///
/// It belongs to the loop's thread.
/// libcurl's callbacks get it unretained: the loop keeps it for as long as the handle is in use.
final class Transfer {
    let id: TransferID
    let handle: UnsafeMutableRawPointer
    private let request: HTTPRequest
    private let deadline: ContinuousClock.Instant
    private let continuation: CheckedContinuation<Result<HTTPResponse, HTTPTransportError>, Never>
    private let limits: CurlTransport.Limits

    private var sentBytes = 0
    private var headerBytes = 0
    private var headers: [HTTPHeader] = []
    private var headersAreComplete = false
    private var body: [UInt8] = []
    private var isTooLarge = false
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    init(_ submission: TransferSubmission, handle: UnsafeMutableRawPointer, limits: CurlTransport.Limits) {
        id = submission.id
        request = submission.request
        deadline = submission.deadline
        continuation = submission.continuation
        self.handle = handle
        self.limits = limits
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        errorText.deallocate()
    }

    /// Resumes the task; called once.
    func finish(_ result: Result<HTTPResponse, HTTPTransportError>) {
        continuation.resume(returning: result)
    }

    /// Frees the list that libcurl reads headers from, once the handle no longer knows it.
    func freeHeaders() {
        curl_slist_free_all(headerList)
        headerList = nil
    }

    // MARK: Preparing

    /// Tells the handle all there is to know; returns why it cannot be sent.
    func prepare() -> HTTPTransportError? {
        let timeLeft = ContinuousClock.now.duration(to: deadline)
        guard timeLeft > .zero else { return .notSent(reason: "no time was left to send the request") }
        guard !request.url.utf8.contains(0) else { return .notSent(reason: "the URL has a NUL character") }
        var options = OptionSetter(handle)
        options.setString(CURLOPT_URL, request.url)
        // Dots in the path are part of what was signed.
        options.setLong(CURLOPT_PATH_AS_IS, 1)
        options.apply(clibcurl_allow_http_only(handle))
        options.setLong(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        options.setLong(CURLOPT_FOLLOWLOCATION, 0)
        options.setLong(CURLOPT_NOSIGNAL, 1)
        options.setString(CURLOPT_PROXY, "")
        options.setLong(CURLOPT_SSL_VERIFYPEER, 1)
        options.setLong(CURLOPT_SSL_VERIFYHOST, 2)
        options.setLong(CURLOPT_TCP_KEEPALIVE, 1)
        // Zero would mean no limit.
        options.setLong(CURLOPT_TIMEOUT_MS, max(1, timeLeft.milliseconds))
        options.setLong(CURLOPT_CONNECTTIMEOUT_MS, max(1, min(limits.connectTimeout, timeLeft).milliseconds))
        options.setOffset(CURLOPT_MAXFILESIZE_LARGE, max(1, request.maximumResponseBytes))
        options.setPointer(CURLOPT_ERRORBUFFER, errorText)
        setMethod(&options)
        if let failure = setHeaders(&options) { return failure }

        let context = Unmanaged.passUnretained(self).toOpaque()
        options.apply(
            clibcurl_set_write_callback(handle, { Transfer.of($3)?.receive($0, $1 * $2) ?? 0 }, context)
        )
        options.apply(
            clibcurl_set_header_callback(handle, { Transfer.of($3)?.receiveHeader($0, $1 * $2) ?? 0 }, context)
        )
        guard let code = options.failure else { return nil }
        return .notSent(reason: "libcurl refused an option: \(describe(code))")
    }

    private func setMethod(_ options: inout OptionSetter) {
        guard request.method == .post || !request.body.isEmpty else {
            options.setLong(CURLOPT_HTTPGET, 1)
            if request.method != .get { options.setString(CURLOPT_CUSTOMREQUEST, request.method.rawValue) }
            return
        }
        options.setLong(CURLOPT_POST, 1)
        if request.method != .post { options.setString(CURLOPT_CUSTOMREQUEST, request.method.rawValue) }
        options.setOffset(CURLOPT_POSTFIELDSIZE_LARGE, request.body.count)
        // On a reused connection that turns out dead libcurl sends a request again by itself, and the server may have acted
        // on the first. It cannot if it cannot read the body twice; a POST without a body takes a connection of its own.
        if request.body.isEmpty { options.setLong(CURLOPT_FRESH_CONNECT, 1) }
        let context = Unmanaged.passUnretained(self).toOpaque()
        options.apply(clibcurl_set_read_callback(handle, { Transfer.of($3)?.give($0, $1 * $2) ?? 0 }, context))
        options.apply(clibcurl_set_seek_callback(handle, { _, _, _ in CURL_SEEKFUNC_FAIL }, context))
    }

    private func setHeaders(_ options: inout OptionSetter) -> HTTPTransportError? {
        var lines: [String] = []
        for header in request.headers {
            guard !header.name.isEmpty,
                header.name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") })
            else { return .notSent(reason: "a header's name has a character that HTTP does not allow") }
            guard header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                return .notSent(reason: "the value of the header '\(header.name)' has a control character")
            }
            // libcurl reads "name:" as "leave this header out".
            lines.append(header.value.isEmpty ? header.name + ";" : header.name + ": " + header.value)
        }
        // libcurl adds these two by itself.
        lines.append("Expect:")
        if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            lines.append("Content-Type:")
        }
        for line in lines {
            guard let longer = curl_slist_append(headerList, line) else {
                return .notSent(reason: "libcurl has no memory for the headers")
            }
            headerList = longer
        }
        options.apply(clibcurl_set_headers(handle, headerList))
        return nil
    }

    // MARK: Callbacks

    private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func give(_ buffer: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
        let count = min(room, request.body.count - sentBytes)
        guard let buffer, count > 0 else { return 0 }
        request.body.withUnsafeBytes { body in
            UnsafeMutableRawBufferPointer(start: buffer, count: count)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: body[sentBytes..<sentBytes + count]))
        }
        sentBytes += count
        return count
    }

    /// Returning less than was offered ends the transfer.
    private func receive(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let data, count > 0 else { return 0 }
        guard body.count + count <= request.maximumResponseBytes else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
        return count
    }

    private func receiveHeader(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let data, count > 0 else { return 0 }
        headerBytes += count
        guard headerBytes <= limits.headerBytes else {
            isTooLarge = true
            return 0
        }
        let line = String(decoding: UnsafeRawBufferPointer(start: data, count: count), as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // Each interim answer has headers of its own, and only the last answer's count.
            headers = []
            headersAreComplete = false
        } else if line.utf8.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
            headersAreComplete = true
        } else if !headersAreComplete, let header = HTTPHeader(line: line) {
            headers.append(header)
        }
        return count
    }

    // MARK: The outcome

    /// What libcurl's verdict on the transfer means for the caller.
    func outcome(_ code: CURLcode) -> Result<HTTPResponse, HTTPTransportError> {
        if isTooLarge || code == CURLE_FILESIZE_EXCEEDED {
            return .failure(.tooLarge(limit: request.maximumResponseBytes))
        }
        guard code == CURLE_OK else { return .failure(failure(reason: describe(code))) }
        // libcurl takes a head that an orderly close cuts short for a whole one.
        guard headersAreComplete else { return .failure(failure(reason: "the answer broke off in its headers")) }
        let status = clibcurl_get_long(handle, CURLINFO_RESPONSE_CODE)
        return .success(HTTPResponse(status: status, headers: headers, body: body))
    }

    /// The failure of a transfer that cannot go on: whether a byte of the request left decides what is known.
    func failure(reason: String) -> HTTPTransportError {
        clibcurl_get_long(handle, CURLINFO_REQUEST_SIZE) == 0 && sentBytes == 0
            ? .notSent(reason: reason) : .unknownOutcome(reason: reason)
    }

    private func describe(_ code: CURLcode) -> String {
        let detail = String(cString: errorText)
        let summary = curl_easy_strerror(code).map { String(cString: $0) } ?? "error"
        return (detail.isEmpty ? summary : detail) + " (CURLcode \(code.rawValue))"
    }
}

extension HTTPHeader {
    /// Reads one line of an answer's head; nil when it has no colon.
    fileprivate init?(line: String) {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...]
        self.init(String(line[..<colon]), value.trimmingWhitespace())
    }
}

extension Substring {
    fileprivate func trimmingWhitespace() -> String {
        var rest = self
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

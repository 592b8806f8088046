import Carrier
import CurlTransport
import Testing

/// Each test talks to a server of its own over a real socket.
@Suite(.timeLimit(.minutes(1)))
struct CurlTransportTests {
    private let transport = CurlTransport()

    @Test func `a post carries its method, target, headers and body, and the answer comes back whole`() async throws {
        let server = try SocketServer { connection in
            guard connection.read() != nil else { return }
            connection.answer(
                status: "201 Created",
                headers: ["X-Kind: first", "x-kind:second  "],
                body: "<Response/>"
            )
        }
        defer { server.stop() }
        let response = try await transport.send(
            HTTPRequest(
                method: .post,
                url: server.url("/a//b/../c?x=It%27s"),
                headers: [HTTPHeader("X-Twilio-Signature", "abc="), HTTPHeader("X-Empty", "")],
                body: [UInt8]("Digits=1".utf8)
            )
        )
        #expect(response.status == 201)
        #expect(response.headers.filter { $0.name.lowercased() == "x-kind" }.map(\.value) == ["first", "second"])
        #expect(response[header: "X-KIND"] == "first")
        #expect(String(decoding: response.body, as: UTF8.self) == "<Response/>")
        let request = try #require(server.requests.first)
        #expect(request.head.first == "POST /a//b/../c?x=It%27s HTTP/1.1")
        #expect(request.head.contains("X-Twilio-Signature: abc="))
        #expect(request.head.contains("X-Empty:"))
        #expect(request.head.contains("Content-Length: 8"))
        #expect(
            !request.head.contains { $0.lowercased().hasPrefix("content-type") || $0.lowercased().hasPrefix("expect") }
        )
        #expect(request.body == "Digits=1")
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "", "GET"), (.delete, "", "DELETE"), (.post, "", "POST"),
        (.post, "\0\u{1}a\0", "POST"),
        (.delete, "x", "DELETE"), (.get, "x", "GET"),
    ])
    func `every method is sent as it is, with a body or without`(
        _ method: HTTPRequest.Method,
        _ body: String,
        _ word: String
    )
        async throws
    {
        let server = try SocketServer.answering("")
        defer { server.stop() }
        let response = try await transport.send(
            HTTPRequest(method: method, url: server.url("/"), body: [UInt8](body.utf8))
        )
        #expect(response.status == 200)
        let request = try #require(server.requests.first)
        #expect(request.head.first == "\(word) / HTTP/1.1")
        #expect(request.body == body)
    }

    @Test func `a body of a megabyte arrives whole`() async throws {
        let server = try SocketServer.answering("ok")
        defer { server.stop() }
        let body = String(repeating: "0123456789abcdef", count: 65_536)
        let response = try await transport.send(
            HTTPRequest(method: .post, url: server.url("/"), body: [UInt8](body.utf8))
        )
        #expect(response.status == 200)
        #expect(server.requests.first?.body == body)
    }

    @Test func `user and password of the URL become basic authorisation and the fragment stays here`() async throws {
        let server = try SocketServer.answering("")
        defer { server.stop() }
        let url = "http://user:pass@127.0.0.1:\(server.port)/x?y=1#rc=2"
        #expect(try await transport.send(HTTPRequest(method: .get, url: url)).status == 200)
        let request = try #require(server.requests.first)
        #expect(request.head.first == "GET /x?y=1 HTTP/1.1")
        #expect(request.head.contains("Authorization: Basic dXNlcjpwYXNz"))
    }

    // MARK: Connections

    @Test func `requests one after another share a connection`() async throws {
        let server = try SocketServer.answering("ok")
        defer { server.stop() }
        for _ in 0..<20 {
            let request = HTTPRequest(method: .post, url: server.url("/"), body: [UInt8]("a=1".utf8))
            #expect(try await transport.send(request).status == 200)
        }
        #expect(server.connectionCount == 1)
    }

    @Test func `two hundred requests at once each get their own answer`() async throws {
        let everyoneIsHere = Gate()
        let arrivals = Tally()
        let server = try SocketServer { connection in
            guard let request = connection.read() else { return }
            // None is answered until all have come, so all are under way at once.
            if arrivals.next() == 200 { everyoneIsHere.open() }
            everyoneIsHere.waitBlocking()
            connection.answer(body: "re: " + request.body)
        }
        defer { server.stop() }
        let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<200 {
                group.addTask {
                    let request = HTTPRequest(
                        method: .post,
                        url: server.url("/"),
                        body: [UInt8]("\(number)".utf8),
                        timeout: .seconds(50)
                    )
                    return (number, String(decoding: try await transport.send(request).body, as: UTF8.self))
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(answers == Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, "re: \($0)") }))
    }

    @Test func `requests beyond the connections wait their turn`() async throws {
        let server = try SocketServer.answering("ok")
        defer { server.stop() }
        let narrow = CurlTransport(limits: CurlTransport.Limits(connections: 2))
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 {
                group.addTask { try await narrow.send(HTTPRequest(method: .get, url: server.url("/"))).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 50))
        #expect(server.connectionCount <= 2)
        await narrow.close()
    }

    @Test(arguments: ["a=1", ""])
    func `a post is not repeated when a reused connection breaks after it was sent`(_ body: String) async throws {
        let server = try SocketServer { connection in
            guard connection.read() != nil else { return }
            connection.answer(body: "first")
            // The second request is read, as if acted upon, and never answered.
            _ = connection.read()
        }
        defer { server.stop() }
        let first = HTTPRequest(method: .post, url: server.url("/1"), body: [UInt8]("a=1".utf8))
        #expect(try await transport.send(first).status == 200)
        let second = HTTPRequest(method: .post, url: server.url("/2"), body: [UInt8](body.utf8))
        if body.isEmpty {
            // It takes a connection of its own, on which it is the first.
            #expect(try await transport.send(second).status == 200)
            #expect(server.connectionCount == 2)
        } else {
            let error = await #expect(throws: HTTPTransportError.self) { try await transport.send(second) }
            #expect(error?.isUnknownOutcome == true)
        }
        #expect(server.requests.filter { $0.head.first == "POST /2 HTTP/1.1" }.count == 1)
    }

    // MARK: Answers

    @Test func `a redirect is an answer and is not followed`() async throws {
        let target = try SocketServer.answering("elsewhere")
        let server = try SocketServer { connection in
            guard connection.read() != nil else { return }
            connection.answer(status: "302 Found", headers: ["Location: \(target.url("/there"))"])
        }
        defer {
            server.stop()
            target.stop()
        }
        let response = try await transport.send(HTTPRequest(method: .post, url: server.url("/"), body: [1]))
        #expect(response.status == 302)
        #expect(response[header: "location"] == target.url("/there"))
        #expect(target.connectionCount == 0)
    }

    @Test func `an interim answer's headers are not the answer's`() async throws {
        let server = try SocketServer { connection in
            guard connection.read() != nil else { return }
            connection.write("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n")
            connection.answer(headers: ["X-Late: 1"], body: "ok")
        }
        defer { server.stop() }
        let response = try await transport.send(HTTPRequest(method: .get, url: server.url("/")))
        #expect(response.status == 200)
        #expect(response[header: "X-Late"] == "1")
        #expect(response[header: "X-Early"] == nil)
    }

    @Test func `a chunked answer is put together`() async throws {
        let server = try SocketServer { connection in
            guard connection.read() != nil else { return }
            connection.write(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n"
            )
        }
        defer { server.stop() }
        let response = try await transport.send(HTTPRequest(method: .get, url: server.url("/")))
        #expect(String(decoding: response.body, as: UTF8.self) == "abcde")
        #expect(response[header: "X-Trailer"] == nil)
    }

    @Test(arguments: ["Content-Length: 101\r\n", ""])
    func `an answer above the limit is cut off and one at the limit is not`(_ length: String) async throws {
        let server = try SocketServer { connection in
            guard let request = connection.read() else { return }
            if request.head[0].hasPrefix("GET /fits") {
                connection.answer(body: String(repeating: "x", count: 100))
            } else {
                connection.write("HTTP/1.1 200 OK\r\n\(length)\r\n" + String(repeating: "x", count: 101))
            }
        }
        defer { server.stop() }
        let fits = HTTPRequest(method: .get, url: server.url("/fits"), maximumResponseBytes: 100)
        #expect(try await transport.send(fits).body.count == 100)
        let large = HTTPRequest(method: .get, url: server.url("/large"), maximumResponseBytes: 100)
        await #expect(throws: HTTPTransportError.tooLarge(limit: 100)) { try await transport.send(large) }
    }

    @Test func `headers above the limit are cut off`() async throws {
        let server = try SocketServer { connection in
            guard connection.read() != nil else { return }
            connection.answer(headers: (0..<100).map { "X-\($0): " + String(repeating: "x", count: 1_000) })
        }
        defer { server.stop() }
        let error = await #expect(throws: HTTPTransportError.self) {
            try await transport.send(HTTPRequest(method: .get, url: server.url("/")))
        }
        #expect(error?.isTooLarge == true)
    }
}

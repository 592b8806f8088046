import CallEngine
import Carrier
import Simulator
import Store
import Testing
import WebhookServer

/// Requests that no provider sends.
@Suite struct BadRequestTests {
    @Test(arguments: SignatureTests.routes)
    func `a body over the bound is refused before it is read`(_ route: String) async throws {
        try await TestServer.run(configuration: .with { $0.bounds.bodyBytes = 1_000 }) { server in
            let form = ProviderCall().form(("Padding", String(repeating: "x", count: 1_000)))
            #expect(try await server.post(route, form).isPlain(413, "Request body too large\n"))
            #expect(server.log.lines(with: "the body is over 1000 bytes").count == 1)
            // Only the head of it: the answer does not wait for what was announced.
            let connection = try RawConnection(port: server.port)
            try connection.send("POST \(route) HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000000\r\n\r\n")
            #expect(try await connection.read(until: "too large").hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test func `a chunked body over the bound is refused`() async throws {
        try await TestServer.run(configuration: .with { $0.bounds.bodyBytes = 1_000 }) { server in
            let connection = try RawConnection(port: server.port)
            let chunk = "400\r\n\(String(repeating: "x", count: 1_024))\r\n"
            try connection.send(
                "POST /voice/status HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)\(chunk)"
            )
            #expect(try await connection.read(until: "too large").hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test func `too many headers, or too long ones, end the connection`() async throws {
        try await TestServer.run(
            configuration: .with {
                $0.bounds.headerCount = 50
                $0.bounds.headerBytes = 4_096
            }
        ) { server in
            let many = (0..<60).map { "X-Header-\($0): 1\r\n" }.joined()
            let long = "X-Long: \(String(repeating: "x", count: 5_000))\r\n"
            for headers in [many, long] {
                let connection = try RawConnection(port: server.port)
                try connection.send("GET /health/live HTTP/1.1\r\nHost: a\r\n\(headers)\r\n")
                let reply = try await connection.readToEnd()
                #expect(reply.hasPrefix("HTTP/1.1 4"), "\(reply)")
            }
        }
    }

    @Test(arguments: [
        "GET / HTTP/9\r\n\r\n", "nonsense\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
    ])
    func `what is not HTTP gets a 400 and the end`(_ bytes: String) async throws {
        try await TestServer.run { server in
            let connection = try RawConnection(port: server.port)
            try connection.send(bytes)
            let reply = try await connection.readToEnd()
            #expect(reply.hasPrefix("HTTP/1.1 400 ") || reply.isEmpty, "\(reply)")
            #expect(try await server.get("/health/live").status == 200)
        }
    }

    @Test(arguments: [nil, "", "a b", "\u{0}", String(repeating: "C", count: 129), "caf\u{E9}"])
    func `a webhook without a usable call is apologised for, and its status refused`(_ id: String?) async throws {
        try await TestServer.run { server async throws in
            let form = FormParameters((id.map { [.init("CallSid", $0)] } ?? []) + [.init("CallStatus", "completed")])
            #expect(try await server.post("/voice/incoming?bot=booking", form).ends(saying: generalApology))
            #expect(try await server.post("/voice/turn/0", form).ends(saying: generalApology))
            #expect(try await server.post("/voice/status", form).isPlain(400, "Bad request\n"))
            #expect(try await server.store.liveCalls(limit: 1).isEmpty)
        }
    }

    @Test func `a status that is no status is refused`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            #expect(try await server.status("exploded", call).isPlain(400, "Bad request\n"))
            #expect(try await server.store.session(of: call.id)?.revision == 1)
        }
    }

    @Test func `ten thousand parameters are refused`() async throws {
        try await TestServer.run { server async throws in
            let form = FormParameters((0..<10_000).map { .init("p\($0 % 10)", "") })
            #expect(try await server.post("/voice/incoming?bot=booking", form).isPlain(400, "Bad request\n"))
            #expect(server.log.lines(with: "more than 500 parameters").count == 1)
        }
    }

    @Test func `an empty body with the right signature is apologised for`() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.post("/voice/incoming?bot=booking", FormParameters()).ends(saying: generalApology))
        }
    }

    @Test(arguments: [
        "/", "/voice", "/voice/", "/voice/incoming/more", "/voice/turn", "/voice/turn/1/2", "/index.html", "/%2e%2e/x",
    ])
    func `an address that is none is a plain 404`(_ path: String) async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get(path).isPlain(404, "Not found\n"))
            #expect(try await server.post(path, ProviderCall().form()).isPlain(404, "Not found\n"))
        }
    }

    @Test(
        arguments: ["/voice/incoming", "/voice/turn/0", "/voice/status"],
        ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]
    )
    func `another method than POST is a plain 405`(_ path: String, method: String) async throws {
        try await TestServer.run { server in
            let connection = try RawConnection(port: server.port)
            // The second request shows that the first answer ended where it says.
            try connection.send("\(method) \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            let end = method == "HEAD" ? "\r\n\r\n" : "use POST\n"
            let reply = try await connection.read(until: end)
            #expect(reply.hasPrefix("HTTP/1.1 405 "))
            #expect(reply.lowercased().contains("\r\nallow: post\r\n"))
            #expect(reply.contains("text/plain"))
            try connection.send("GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(try await connection.readToEnd().hasPrefix("HTTP/1.1 200 "))
            let route = path.replacing("/0", with: "/{step}")
            #expect(
                server.log.lines(with: "warning Method not allowed", "method=\(method)", "route=\(route) ").count == 1
            )
        }
    }

    @Test func `a webhook that is sent to nowhere is named where that is no secret`() async throws {
        try await TestServer.run { server in
            _ = try await server.post("/voice/incomming", ProviderCall().form())
            #expect(server.log.lines(with: "warning Nothing is served here", "path=/voice/incomming").count == 1)
            server.clock.advance(by: .seconds(1))
            _ = try await server.post("/2065550142", ProviderCall().form())
            #expect(server.log.lines(with: "Nothing is served here", "path=(unprintable)").count == 1)
            _ = try await server.get("/favicon.ico")
            #expect(server.log.lines(with: "Nothing is served here").count == 2)
        }
    }

    @Test(arguments: ["/voice/incoming/?bot=booking", "//voice//incoming?bot=booking"])
    func `a webhook is never redirected`(_ target: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.post(target, ProviderCall().form())
            #expect(reply[header: "Location"] == nil)
            #expect(reply.status == 200 || reply.status == 404)
        }
    }

    @Test func `requests sent one behind the other are answered in order`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            let connection = try RawConnection(port: server.port)
            let start = server.bytes("/voice/incoming?bot=booking", call.form())
            let turn = server.bytes("/voice/turn/0", call.form(("Digits", "1")), headers: ["Connection: close"])
            try connection.send(start + turn)
            let replies = try await connection.readToEnd()
            let parts = replies.split(separator: "HTTP/1.1 200 OK")
            #expect(parts.count == 2)
            #expect(parts.first?.contains("To book, press 1") == true)
            #expect(parts.last?.contains("Type your code.") == true)
            #expect(!replies.lowercased().contains("transfer-encoding"))
        }
    }

    @Test func `a status reply has no body and no length`() async throws {
        try await TestServer.run { server in
            let connection = try RawConnection(port: server.port)
            let form = ProviderCall().form(status: "completed")
            try connection.send(server.bytes("/voice/status", form, headers: ["Connection: close"]))
            let reply = try await connection.readToEnd().lowercased()
            #expect(reply.hasPrefix("http/1.1 204 "))
            #expect(reply.hasSuffix("\r\n\r\n"))
            #expect(!reply.contains("content-length"))
            #expect(!reply.contains("transfer-encoding"))
        }
    }
}

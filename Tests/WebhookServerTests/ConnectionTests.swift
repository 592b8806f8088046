import Carrier
import Foundation
import Simulator
import Store
import Testing
import TwiML
import WebhookServer

/// Connections: how they end, and that a server ends none that it owes an answer.
@Suite struct ConnectionTests {
    @Test func `a request in flight is answered before the server ends, and then nobody is let in`() async throws {
        let gate = Gate()
        let isGated = Adjustable(false)
        let store = WatchedStore { asked throws(StoreError) in
            if isGated.value, asked == .advance { await gate.pass() }
        }
        let port = try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            isGated.value = true
            async let reply = server.press("1", call, step: 0)
            await gate.reached()
            await server.shutDown()
            // The door closes at once, with the request still inside.
            while (try? RawConnection(port: server.port)) != nil { await Task.yield() }
            await gate.open()
            #expect(try await reply.document().text.contains("Type your code."))
            #expect(try await store.log(of: call.id).compactMap(\.step) == [0, 1])
            return server.port
        }
        #expect(throws: RawConnection.Failure.refused) { try RawConnection(port: port) }
    }

    @Test func `an idle connection is closed`() async throws {
        try await TestServer.run(configuration: .with { $0.bounds.idle = .milliseconds(100) }) { server in
            let silent = try RawConnection(port: server.port)
            #expect(try await silent.readToEnd().isEmpty)
            // A slow machine may not come to send in time, so it may try again.
            var reply = ""
            for _ in 0..<50 where !reply.hasSuffix("live\n") {
                let served = try RawConnection(port: server.port)
                try served.send("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n")
                reply = try await served.readToEnd()
            }
            #expect(reply.hasSuffix("live\n"))
        }
    }

    @Test func `half a head does not hold a connection`() async throws {
        try await TestServer.run(configuration: .with { $0.bounds.idle = .milliseconds(100) }) { server in
            let connection = try RawConnection(port: server.port)
            try connection.send("POST /voice/incoming HTTP/1.1\r\nHo")
            #expect(try await connection.readToEnd().isEmpty)
        }
    }

    @Test(arguments: ["", "P", "POST /voice/incoming HTTP/1.1\r\nHost: a\r\nX-Half"])
    func `a first request that is not whole in time ends the connection, however long it may idle`(
        _ sent: String
    ) async throws {
        try await TestServer.run(configuration: .with { $0.bounds.exchange = .milliseconds(100) }) { server in
            let connection = try RawConnection(port: server.port)
            try connection.send(sent)
            #expect(try await connection.readToEnd().isEmpty)
        }
    }

    @Test func `nor may a later request stay half a head`() async throws {
        try await TestServer.run(configuration: .with { $0.bounds.exchange = .milliseconds(300) }) { server in
            // A slow machine may not come to send the first one in time, so it may try again.
            var replies = ""
            for _ in 0..<50 where replies.isEmpty {
                let connection = try RawConnection(port: server.port)
                try? connection.send("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n")
                replies = try await connection.read(until: "live\n")
                try? connection.send("GET /health/live HTTP/1.1\r\nHo")
                #expect(try await connection.readToEnd().isEmpty)
            }
            #expect(replies.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func `an answer that takes longer than a request may is still given`() async throws {
        let gate = Gate()
        let isGated = Adjustable(false)
        let store = WatchedStore { asked throws(StoreError) in
            if isGated.value, asked == .advance { await gate.pass() }
        }
        try await TestServer.run(store, configuration: .with { $0.bounds.exchange = .milliseconds(500) }) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            isGated.value = true
            async let reply = server.press("1", call, step: 0)
            await gate.reached()
            // Opened later, so that its deadline is over after the other one's would be.
            let half = try RawConnection(port: server.port)
            try half.send("GET /")
            #expect(try await half.readToEnd().isEmpty)
            await gate.open()
            #expect(try await reply.document().text.contains("Type your code."))
        }
    }

    @Test func `a server whose places are taken says so once a second and serves when one is free`() async throws {
        try await TestServer.run(configuration: .with { $0.bounds.connections = 1 }) { server in
            for _ in 0..<3 {
                let connection = try RawConnection(port: server.port)
                try connection.send("GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                #expect(try await connection.readToEnd().hasSuffix("live\n"))
            }
            #expect(server.log.lines(with: "warning All connections are in use", "connections=1").count == 1)
            server.clock.advance(by: .seconds(1))
            #expect(try await server.get("/health/live").status == 200)
            #expect(server.log.lines(with: "warning All connections are in use", "left-out=2").count == 1)
        }
    }

    @Test func `the limit on open files is raised to what the connections need, where the system lets it`() async throws
    {
        try await TestServer.run(configuration: .with { $0.bounds.connections = 2_000 }) { _ in
            var limit = rlimit()
            #expect(getrlimit(OpenFileLimit.resource, &limit) == 0)
            #expect(limit.rlim_cur >= min(limit.rlim_max, 4_000))
        }
    }

    @Test func `where the system has too few open files there are fewer connections`() async throws {
        try await TestServer.run(configuration: .with { $0.bounds.connections = .max }) { server async throws in
            #expect(server.log.lines(with: "notice Fewer connections than configured").count == 1)
            #expect(try await server.get("/health/live").status == 200)
        }
    }

    @Test func `half a body does not hold a connection, however long it may idle`() async throws {
        try await TestServer.run(configuration: .with { $0.bounds.exchange = .milliseconds(100) }) { server in
            let connection = try RawConnection(port: server.port)
            let whole = server.bytes("/voice/incoming?bot=booking", ProviderCall().form())
            try connection.send(String(whole.dropLast(5)))
            #expect(try await !connection.readToEnd().contains("200 OK"))
            #expect(try await server.store.session(of: ProviderCall().id) == nil)
        }
    }

    @Test func `half a body does not hold up the server's end`() async throws {
        try await TestServer.run(configuration: .with { $0.bounds.exchange = .milliseconds(100) }) { server in
            let connection = try RawConnection(port: server.port)
            let whole = server.bytes("/voice/incoming?bot=booking", ProviderCall().form())
            try connection.send(String(whole.dropLast(5)))
            await server.shutDown()
            #expect(try await !connection.readToEnd().contains("200 OK"))
        }
    }

    @Test func `a client that does not take its reply does not hold a connection`() async throws {
        let folder = try TemporaryFolder()
        // More than the sockets' buffers hold.
        _ = try folder.write([UInt8](repeating: 7, count: 32_000_000), to: "en-US/long.wav")
        let configuration = ServerConfiguration.with {
            $0.bounds.exchange = .milliseconds(100)
            $0.bounds.connections = 1
        }
        try await TestServer.run(prompts: folder.path, configuration: configuration) { server in
            let greedy = try RawConnection(port: server.port)
            try greedy.send("GET /prompts/en-US/long.wav HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(try await greedy.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
            // There is one place, so this is answered once the other has lost it.
            let reply = try await server.get("/health/live")
            #expect(reply.isPlain(200, "live\n"))
            #expect(try await greedy.readToEnd().utf8.count < 32_000_000)
        }
    }

    @Test func `a webhook whose sender left in the middle of it does nothing`() async throws {
        try await TestServer.run { server in
            let whole = server.bytes("/voice/incoming?bot=booking", ProviderCall(1).form()).utf8
            for length in [10, 100, whole.count - 1] {
                let connection = try RawConnection(port: server.port)
                try connection.send(String(decoding: whole.prefix(length), as: UTF8.self))
                connection.finish()
                #expect(try await !connection.readToEnd().contains("200 OK"))
            }
            #expect(try await server.begin(ProviderCall(2)).status == 200)
            #expect(try await server.store.session(of: ProviderCall(1).id) == nil)
        }
    }
}

/// The process's limit on open files, by the name that the C library gives it.
private enum OpenFileLimit {
    #if canImport(Glibc)
    static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
    #else
    static var resource: Int32 { RLIMIT_NOFILE }
    #endif
}

import Carrier
import CurlTransport
import Testing

/// What is known of a request when no answer came.
@Suite(.timeLimit(.minutes(1)))
struct CurlTransportFailureTests {
    private let transport = CurlTransport()

    @Test func `a refused connection means the request was not sent`() async throws {
        let server = try SocketServer.answering("")
        server.stop()
        let error = await failure(HTTPRequest(method: .post, url: server.url("/"), body: [1]))
        #expect(error?.isNotSent == true)
        #expect(error?.reason.contains("(CURLcode 7)") == true)
    }

    @Test(arguments: [
        "", "nonsense", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http://[::1", "http://127.0.0.1:99999/",
        "http://127.0.0.1/a\nb", "http://127.0.0.1/\0", "http://no-such-host.invalid/",
    ])
    func `an address that leads nowhere means the request was not sent`(_ url: String) async {
        let error = await failure(HTTPRequest(method: .get, url: url))
        #expect(error?.isNotSent == true)
        #expect(error?.reason.isEmpty == false)
    }

    @Test(arguments: [
        HTTPHeader("X-Bad", "a\r\nX-Injected: 1"), HTTPHeader("X-Bad\r\nX-Injected", "1"), HTTPHeader("", "1"),
        HTTPHeader("X Y", "1"), HTTPHeader("X:", "1"), HTTPHeader("X-Bad", "\0"),
    ])
    func `a header that would break the request is refused`(_ header: HTTPHeader) async throws {
        let server = try SocketServer.answering("")
        defer { server.stop() }
        let error = await failure(HTTPRequest(method: .get, url: server.url("/"), headers: [header]))
        #expect(error?.isNotSent == true)
        #expect(server.connectionCount == 0)
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "garbage\r\n\r\n",
    ])
    func `an answer that breaks off leaves the outcome unknown`(_ beginning: String) async throws {
        for isReset in [false, true] {
            let server = try SocketServer { connection in
                guard connection.read() != nil else { return }
                connection.write(beginning)
                if isReset { connection.resetOnClose() }
            }
            defer { server.stop() }
            let error = await failure(HTTPRequest(method: .post, url: server.url("/"), body: [1]))
            #expect(error?.isUnknownOutcome == true)
            #expect(server.requests.count == 1)
        }
    }

    @Test func `silence after the request leaves the outcome unknown`() async throws {
        let isOver = Gate()
        let server = try SocketServer { connection in
            _ = connection.read()
            isOver.waitBlocking()
        }
        defer { server.stop() }
        let request = HTTPRequest(method: .post, url: server.url("/"), body: [1], timeout: .milliseconds(200))
        let error = await failure(request)
        isOver.open()
        #expect(error?.isUnknownOutcome == true)
    }

    @Test func `a request whose time runs out while it waits for a connection was not sent`() async throws {
        let isOver = Gate()
        let hasArrived = Gate()
        let server = try SocketServer { connection in
            _ = connection.read()
            hasArrived.open()
            isOver.waitBlocking()
            connection.answer()
        }
        defer { server.stop() }
        let narrow = CurlTransport(limits: CurlTransport.Limits(connections: 1))
        async let first = narrow.send(HTTPRequest(method: .get, url: server.url("/1"), timeout: .seconds(50)))
        await hasArrived.wait()
        let waiting = HTTPRequest(method: .post, url: server.url("/2"), body: [1], timeout: .milliseconds(200))
        let error = await #expect(throws: HTTPTransportError.self) { try await narrow.send(waiting) }
        #expect(error?.isNotSent == true)
        isOver.open()
        #expect(try await first.status == 200)
        #expect(server.requests.count == 1)
    }

    @Test func `no time left means the request was not sent`() async throws {
        let server = try SocketServer.answering("")
        defer { server.stop() }
        for timeout in [Duration.zero, .seconds(-1), .seconds(Int64.min)] {
            #expect(await failure(HTTPRequest(method: .get, url: server.url("/"), timeout: timeout))?.isNotSent == true)
        }
        #expect(server.connectionCount == 0)
    }

    @Test func `a post that was sent stays unknown when the server is gone after it`() async throws {
        let stops = Gate()
        let server = try SocketServer { connection in
            guard connection.read() != nil else { return }
            connection.answer()
            _ = connection.read()
            stops.waitBlocking()
        }
        let first = HTTPRequest(method: .post, url: server.url("/1"), body: [1])
        #expect(try await transport.send(first).status == 200)
        // The listener is gone before the connection is, so no second attempt can reach anyone.
        server.stop()
        async let error = failure(HTTPRequest(method: .post, url: server.url("/2"), body: [2]))
        stops.open()
        #expect(await error?.isUnknownOutcome == true)
        #expect(server.requests.count == 2)
    }

    @Test func `a request that is cancelled while it waits for a connection is not sent`() async throws {
        let hasArrived = Gate()
        let isOver = Gate()
        let server = try SocketServer { connection in
            _ = connection.read()
            hasArrived.open()
            isOver.waitBlocking()
            connection.answer()
        }
        defer { server.stop() }
        let narrow = CurlTransport(limits: CurlTransport.Limits(connections: 1))
        async let first = narrow.send(HTTPRequest(method: .get, url: server.url("/1"), timeout: .seconds(50)))
        await hasArrived.wait()
        let task = Task { () -> HTTPTransportError? in
            await failure(
                HTTPRequest(method: .post, url: server.url("/2"), body: [1], timeout: .seconds(50)),
                by: narrow
            )
        }
        task.cancel()
        #expect(await task.value == .cancelled)
        isOver.open()
        #expect(try await first.status == 200)
        #expect(server.requests.count == 1)
    }

    // MARK: Cancelling and closing

    @Test func `cancelling the task ends the transfer and its connection`() async throws {
        let hasArrived = Gate()
        let hasHungUp = Gate()
        let server = try SocketServer { connection in
            _ = connection.read()
            hasArrived.open()
            if connection.read() == nil { hasHungUp.open() }
        }
        defer { server.stop() }
        let transport = transport
        let task = Task { () -> HTTPTransportError? in
            await failure(
                HTTPRequest(method: .post, url: server.url("/"), body: [1], timeout: .seconds(50)),
                by: transport
            )
        }
        await hasArrived.wait()
        task.cancel()
        #expect(await task.value == .cancelled)
        await hasHungUp.wait()
    }

    @Test func `a task that is cancelled already sends nothing`() async throws {
        let server = try SocketServer.answering("")
        defer { server.stop() }
        let transport = transport
        let isCancelled = Gate()
        let task = Task { () -> HTTPTransportError? in
            await isCancelled.wait()
            return await failure(HTTPRequest(method: .get, url: server.url("/")), by: transport)
        }
        task.cancel()
        isCancelled.open()
        #expect(await task.value == .cancelled)
        #expect(server.requests.isEmpty)
    }

    @Test func `closing lets transfers under way finish and takes no more`() async throws {
        let hasArrived = Gate()
        let mayAnswer = Gate()
        let server = try SocketServer { connection in
            _ = connection.read()
            hasArrived.open()
            mayAnswer.waitBlocking()
            connection.answer(body: "late")
        }
        defer { server.stop() }
        async let answer = transport.send(HTTPRequest(method: .get, url: server.url("/"), timeout: .seconds(50)))
        await hasArrived.wait()
        async let closed: Void = transport.close(grace: .seconds(50))
        // Only once it is closed is a request refused; then the first may be answered.
        while await failure(HTTPRequest(method: .get, url: "http://127.0.0.1:1/"))?.reason != "the transport is closed"
        {}
        mayAnswer.open()
        #expect(try await answer.status == 200)
        await closed
        await transport.close()
    }

    @Test func `closing without grace leaves the outcome of a sent request unknown`() async throws {
        let hasArrived = Gate()
        let isOver = Gate()
        let server = try SocketServer { connection in
            _ = connection.read()
            hasArrived.open()
            isOver.waitBlocking()
        }
        defer {
            isOver.open()
            server.stop()
        }
        async let error = failure(HTTPRequest(method: .post, url: server.url("/"), body: [1], timeout: .seconds(50)))
        await hasArrived.wait()
        await transport.close(grace: .zero)
        #expect(await error == .unknownOutcome(reason: "the transport is closed"))
    }

    private func failure(_ request: HTTPRequest) async -> HTTPTransportError? {
        await failure(request, by: transport)
    }

    private func failure(_ request: HTTPRequest, by transport: CurlTransport) async -> HTTPTransportError? {
        do throws(HTTPTransportError) {
            let response = try await transport.send(request)
            Issue.record("answered with \(response.status)")
            return nil
        } catch {
            return error
        }
    }
}

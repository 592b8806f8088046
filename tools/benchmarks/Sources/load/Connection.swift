import CLoad
import Glibc

/// One kept connection, with at most one request under way.
final class Connection {
    private(set) var descriptor: CInt = -1
    var request: [UInt8] = []
    private var sent = 0
    var reply = Reply()
    /// The call whose step is under way; nil when the connection is free.
    var call: Call?
    /// When the request was due.
    var due: UInt64 = 0

    /// Opens the connection anew and watches it.
    func open(_ server: ServerAddress, watchedBy epoll: CInt, as number: Int) throws(ConnectionError) {
        close()
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw ConnectionError("make a socket") }
        var address = server.address
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw ConnectionError("connect to \(server.host)") }
        var on: CInt = 1
        setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
        guard fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else { throw ConnectionError("prepare a socket") }
        var event = epoll_event()
        // Told of every change once: whoever is told reads and writes until nothing is left.
        event.events = EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLET.rawValue
        event.data.u64 = UInt64(number)
        guard epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 else { throw ConnectionError("watch a socket") }
    }

    func close() {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
        descriptor = -1
        call = nil
        reply.clear()
        request.removeAll(keepingCapacity: true)
        sent = 0
    }

    /// Sends what `request` holds, or as much of it as goes now.
    func start() throws(ConnectionError) {
        sent = 0
        reply.clear()
        try flush()
    }

    func flush() throws(ConnectionError) {
        while sent < request.count {
            let count = request.withUnsafeBytes { bytes in
                send(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, CInt(MSG_NOSIGNAL))
            }
            if count > 0 {
                sent += count
            } else if errno == EAGAIN || errno == EINTR {
                if errno == EAGAIN { return }
            } else {
                throw ConnectionError("send")
            }
        }
    }

    /// Reads what has come in.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws(ConnectionError) {
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 {
                reply.append(UnsafeRawBufferPointer(start: buffer.baseAddress, count: count))
                // Less than there was room for: that was all, without asking again.
                if count < buffer.count { return }
            } else if count == 0 {
                throw ConnectionError(closed: "the server closed it")
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                throw ConnectionError("receive")
            }
        }
    }
}

/// What went wrong with a socket.
struct ConnectionError: Error, CustomStringConvertible {
    let description: String

    /// Takes the operating system's last error.
    init(_ doing: String) {
        description = "could not \(doing): \(String(cString: strerror(errno)))"
    }

    init(closed reason: String) {
        description = reason
    }
}

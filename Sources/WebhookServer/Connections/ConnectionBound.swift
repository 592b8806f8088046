import HummingbirdCore
import Logging

/// Takes no more connections than there is room for, and says when there is none.
///
/// Those above the bound wait in the kernel's queue.
struct ConnectionBound: AvailableConnectionsDelegate {
    private let most: Int
    private let lines: LogThrottle
    private let logger: Logger
    private var open = 0

    init(_ most: Int, lines: LogThrottle, logger: Logger) {
        self.most = most
        self.lines = lines
        self.logger = logger
    }

    mutating func connectionOpened() {
        open += 1
        guard open >= most, let leftOut = lines.admit("connections") else { return }
        logger.warning(
            "All connections are in use, more have to wait; raise the limit on open files, or look for clients that hold them",
            metadata: ["connections": "\(open)", "left-out": "\(leftOut)"]
        )
    }

    mutating func connectionClosed() {
        open -= 1
    }

    func isAcceptingNewConnections() -> Bool {
        open < most
    }
}

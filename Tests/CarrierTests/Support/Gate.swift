import Foundation

/// A door that threads and tasks wait at until it is opened once.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    func open() {
        continuation.finish()
        semaphore.signal()
    }

    /// Blocks the thread; any number of threads may wait.
    func waitBlocking() {
        semaphore.wait()
        semaphore.signal()
    }

    /// Suspends the task; one task may wait.
    func wait() async {
        for await _ in stream {}
    }
}

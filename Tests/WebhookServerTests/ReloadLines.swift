import Logging

/// Log lines as they come, for a test that waits for one.
struct ReloadLines: LogHandler {
    private let line: AsyncStream<String>.Continuation
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    private init(_ line: AsyncStream<String>.Continuation) {
        self.line = line
    }

    /// A logger, and the messages that are logged with it.
    static func make() -> (logger: Logger, messages: AsyncStream<String>) {
        let (messages, line) = AsyncStream.makeStream(of: String.self)
        return (Logger(label: "test") { _ in ReloadLines(line) }, messages)
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        line.yield("\(event.message)")
    }
}

extension AsyncStream<String> {
    /// Waits until a message has come that begins so.
    func wait(for start: String) async {
        for await message in self where message.hasPrefix(start) { return }
    }
}

import Foundation

/// One `touchtone` process.
final class CrashServer: Sendable {
    /// How a process ended.
    enum Ending: Hashable, Sendable {
        case exit(Int32)
        case signal(Int32)
    }

    private let process: Process
    private let ending: Task<Ending, Never>
    private let outputFile: URL

    init(arguments: [String], output: URL) throws {
        outputFile = output
        try Data().write(to: output)
        let log = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = arguments
        process.environment = ["TWILIO_AUTH_TOKEN": CrashSite.token, "PATH": "/usr/bin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = log
        process.standardError = log
        let (endings, end) = AsyncStream.makeStream(of: Ending.self)
        process.terminationHandler = { process in
            let status = process.terminationStatus
            end.yield(process.terminationReason == .uncaughtSignal ? .signal(status) : .exit(status))
            end.finish()
        }
        ending = Task {
            var iterator = endings.makeAsyncIterator()
            return await iterator.next() ?? .exit(-1)
        }
        try process.run()
        try log.close()
        self.process = process
    }

    /// What the process wrote, to either stream.
    var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }

    var hasEnded: Bool { !process.isRunning }

    /// Ends the process as a crash does, at once and wherever it is.
    func kill() async -> Ending { await end(with: SIGKILL) }

    /// Asks the process to stop.
    func terminate() async -> Ending { await end(with: SIGTERM) }

    func ended() async -> Ending { await ending.value }

    /// Sends a signal to the process, and does not wait for what comes of it.
    func signal(_ signal: Int32) {
        if process.isRunning { _ = Foundation.kill(process.processIdentifier, signal) }
    }

    private func end(with signal: Int32) async -> Ending {
        self.signal(signal)
        return await ending.value
    }
}

/// Why a crash test could not be carried out.
struct CrashTestError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

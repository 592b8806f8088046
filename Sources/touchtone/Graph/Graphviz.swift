import Foundation
import Synchronization

/// Graphviz's `dot`, which lays out drawings.
struct Graphviz {
    /// How long it may take, in seconds: a layout can take longer than anyone waits.
    let timeLimit: Int

    /// Draws a graph.
    ///
    /// - Parameter dot: The graph in Graphviz's language.
    /// - Returns: The drawing as SVG.
    /// - Throws: `CommandFailure` when Graphviz is not there, fails, or takes too long.
    func svg(of dot: String) throws -> String {
        guard let path = Graphviz.path else {
            throw CommandFailure.impossible(
                "Graphviz's dot is not installed. Install it (apt-get install graphviz), or take --format mermaid."
            )
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-Tsvg"]
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        // When it ends before it has read all, the write fails; the signal would end this process.
        signal(SIGPIPE, SIG_IGN)
        do { try process.run() } catch {
            throw CommandFailure.impossible("Could not start '\(path)': \(error.localizedDescription)")
        }
        let run = GraphvizRun(process)
        run.stop(after: timeLimit)
        run.feed(dot, to: input.fileHandleForWriting)
        run.collect(errors.fileHandleForReading)
        let drawing = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let (isLate, complaint) = run.end()
        guard !isLate else {
            throw CommandFailure.impossible(
                "Graphviz was not done after \(timeLimit) second\(timeLimit == 1 ? "" : "s"). Give it longer (--time-limit), or take --format dot and "
                    + "lay the file out with another of its engines, such as sfdp."
            )
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0, !drawing.isEmpty else {
            let first = complaint.split(separator: "\n").first.map { ": \($0)" } ?? "."
            throw CommandFailure.impossible(
                "Graphviz's dot ended with status \(process.terminationStatus)\(first)"
            )
        }
        return String(decoding: drawing, as: UTF8.self)
    }

    /// Where `dot` is on the path.
    private static var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/dot" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// What goes on beside the reading of the drawing: each of the pipes holds little, so none may wait for another.
private final class GraphvizRun: Sendable {
    private struct State {
        var isOver = false
        var isLate = false
        var complaint = ""
    }

    private let process: Process
    private let state = Mutex(State())
    private let others = DispatchGroup()

    init(_ process: Process) {
        self.process = process
    }

    func stop(after seconds: Int) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) { [self] in
            let isOver = state.withLock { state in
                if !state.isOver { state.isLate = true }
                return state.isOver
            }
            if !isOver, process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
    }

    func feed(_ text: String, to handle: FileHandle) {
        DispatchQueue.global().async(group: others) {
            // Why it did not read on, it says itself.
            try? handle.write(contentsOf: Data(text.utf8))
            try? handle.close()
        }
    }

    func collect(_ handle: FileHandle) {
        DispatchQueue.global().async(group: others) { [self] in
            let text = String(decoding: handle.readDataToEndOfFile(), as: UTF8.self)
            state.withLock { $0.complaint = text }
        }
    }

    /// Ends the watch; nothing is stopped any more.
    func end() -> (isLate: Bool, complaint: String) {
        others.wait()
        return state.withLock { state in
            state.isOver = true
            return (state.isLate, state.complaint)
        }
    }
}

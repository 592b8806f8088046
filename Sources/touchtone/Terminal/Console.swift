import Foundation

/// The process's standard streams.
enum Console {
    /// Writes a line to standard output at once, also where that is a pipe.
    static func print(_ text: String = "", terminator: String = "\n") {
        write(text + terminator, to: .standardOutput)
    }

    /// Writes a line to standard output if that can be done: a server goes on with its calls when nobody can read it.
    static func announce(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Writes to standard error, up to the end of a line unless another end is given.
    static func error(_ text: String, terminator: String = "\n") {
        write(text.hasSuffix(terminator) ? text : text + terminator, to: .standardError)
    }

    /// Whether a person is reading.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether to colour: on a terminal, unless NO_COLOR is set (https://no-color.org).
    static var hasColour: Bool {
        isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }

    /// A reader that has gone, as `head` does, is no fault of the command's; a disk that is full is one of the machine's, and
    /// a report that is cut short must not look like a whole one.
    private static func write(_ text: String, to handle: FileHandle) {
        do { try handle.write(contentsOf: Data(text.utf8)) } catch {
            guard handle === FileHandle.standardOutput, !isReaderGone(error) else { return }
            let reason = error.localizedDescription
            try? FileHandle.standardError.write(
                contentsOf: Data("Error: The output could not be written: \(reason)\n".utf8)
            )
            exit(3)
        }
    }

    private static func isReaderGone(_ error: any Error) -> Bool {
        let broken = Int(EPIPE)
        let outer = error as NSError
        let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError
        return outer.code == broken && outer.domain == NSPOSIXErrorDomain
            || inner?.code == broken && inner?.domain == NSPOSIXErrorDomain
    }
}

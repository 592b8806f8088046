import Foundation

/// The process's standard streams.
enum Console {
    /// Writes a line to standard output at once, also where that is a pipe.
    static func print(_ text: String = "", terminator: String = "\n") {
        write(text + terminator, to: .standardOutput)
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

    /// A reader that has gone, as `head` does, is no fault of the command's.
    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

import ArgumentParser

/// Why a command ends with another status than 0, with the sentence for standard error.
struct CommandFailure: Error {
    let message: String
    let code: ExitCode

    /// The command ran, and what it looked at did not pass.
    ///
    /// Nothing more is said: the findings are.
    static let findings = ExitCode(1)

    /// The command's words are off.
    static func usage(_ message: String) -> CommandFailure {
        CommandFailure(message: "Error: \(message)", code: ExitCode(2))
    }

    /// It could not be done: a missing file, an unreadable bot, a database that is gone.
    static func impossible(_ message: String) -> CommandFailure {
        CommandFailure(message: "Error: \(message)", code: ExitCode(3))
    }
}

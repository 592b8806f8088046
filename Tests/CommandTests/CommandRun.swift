import Foundation
import Testing

/// One run of the built command: words and standard input in, output and exit status out.
struct CommandRun: Sendable {
    let output: String
    let errors: String
    let status: Int32

    /// The repository's root, where the sample bots are.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The binary, which is built beside the test bundle.
    static var binary: URL {
        let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
        let beside = bundle.deletingLastPathComponent().appendingPathComponent("touchtone")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return URL(fileURLWithPath: root).appendingPathComponent(".build/debug/touchtone")
    }

    /// Runs the command and waits for its end.
    ///
    /// - Parameters:
    ///   - words: Its arguments.
    ///   - input: What is typed; its end is Control-D.
    ///   - folder: Where it runs; the repository's root unless another is given.
    ///   - environment: Variables on top of a bare environment.
    /// - Throws: When it cannot be started.
    init(
        _ words: String...,
        input: String = "",
        in folder: String = CommandRun.root,
        environment: [String: String] = [:]
    ) throws {
        try self.init(list: words, input: input, in: folder, environment: environment)
    }

    init(
        list words: [String],
        input: String = "",
        in folder: String = CommandRun.root,
        environment: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder].merging(environment) { $1 }
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        errors = String(decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }
}

/// A folder that is gone after the test.
struct ScratchFolder: ~Copyable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("touchtone-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // Nothing is lost where the system's own clean-up has to do it.
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
}

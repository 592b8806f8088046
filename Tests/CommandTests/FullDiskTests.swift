import Foundation
import Testing

/// What happens when the place that standard output goes to is full.
@Suite(.timeLimit(.minutes(1)))
struct FullDiskTests {
    @Test func `a server goes on when nobody can read its welcome`() throws {
        let folder = try ScratchFolder()
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = [
            "serve", "--demo", "--database", "\(folder.path)/calls.sqlite", "--listen",
            "127.0.0.1:\(try CrashPort.free())",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: CommandRun.root)
        process.standardOutput = full
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        var log = ""
        while !log.contains("listening on") {
            let more = errors.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            log += String(decoding: more, as: UTF8.self)
        }
        process.terminate()
        log += String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(log)")
        #expect(!log.contains("could not be written"))
    }
}

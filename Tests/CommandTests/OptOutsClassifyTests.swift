import Foundation
import Testing

/// One verdict a line, for programs.
struct OptOutsClassifyTests {
    @Test func `each line is answered by one of three words`() throws {
        let lines = ["STOP", "stop calling me", "what are your hours", "", "cancel my appointment"]
        let run = try CommandRun("opt-outs", "classify", "--channel", "sms", input: lines.joined(separator: "\n"))
        #expect(run.status == 0)
        #expect(run.output == "opt-out\nopt-out\nnone\nnone\nnone\n")
        #expect(run.errors.isEmpty)
    }

    @Test func `the same word said at a menu may mean the prompt`() throws {
        let run = try CommandRun(
            "opt-outs",
            "classify",
            "--channel",
            "voice",
            input: "stop\r\nplease stop calling me\r\n"
        )
        #expect(run.output == "confirm\nopt-out\n")
    }

    @Test func `whatever comes in, there are as many lines out`() throws {
        let process = try CommandRun(
            "opt-outs",
            "classify",
            "--channel",
            "sms",
            input: "a\u{0}b\n\u{FFFF}\n\u{1B}[0m\n" + String(repeating: "x", count: 100_000) + "\n\n"
        )
        #expect(process.status == 0)
        let verdicts = process.output.split(separator: "\n")
        #expect(verdicts.count == 5)
        #expect(verdicts.allSatisfy { ["opt-out", "confirm", "none"].contains($0) })
    }

    @Test func `a line is answered before the next is written`() async throws {
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = ["opt-outs", "classify", "--channel", "sms"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for (line, verdict) in [("stop", "opt-out\n"), ("hello", "none\n"), ("unsubscribe", "opt-out\n")] {
            try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
            // Blocks until there is something: the answer, while standard input is still open.
            #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == verdict)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

import Carrier
import CurlTransport
import Foundation
import Testing

/// `serve` with bots that are broken, and with bots that change.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct ReloadCommandTests {
    private static let good = "bot: good\nstart: a\nnodes:\n  a: {type: hang_up, prompt: Goodbye.}\n"
    private static let broken = "bot: bad\nstart: nowhere\nnodes: {a: {type: hang_up}}\n"
    private static let endless = "bot: endless\nstart: a\nnodes:\n  a: {type: message, prompt: Hello., go: a}\n"

    /// A server on the folder's bots, on a port that the system chooses.
    private func launch(_ site: CrashSite, _ words: String...) throws -> CrashServer {
        try CrashServer(
            arguments: [
                "serve", "--listen", "127.0.0.1:0", "--public-url", "https://ivr.example.com", "--bots", bots(site),
                "--database", site.database,
            ] + words,
            output: site.folder.appendingPathComponent("server.log")
        )
    }

    private func bots(_ site: CrashSite) -> String { site.folder.appendingPathComponent("bots").path }

    private func write(_ text: String, to name: String, _ site: CrashSite) throws {
        try FileManager.default.createDirectory(atPath: bots(site), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(bots(site))/\(name)"))
    }

    /// Waits until the server has said something.
    private func output(of server: CrashServer, with text: String) async throws -> String {
        for _ in 0..<1_200 {
            let output = server.output
            if output.contains(text) { return output }
            guard !server.hasEnded else { break }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw CrashTestError("The server did not say '\(text)'. It said: \(server.output)")
    }

    @Test func `a good bot is served beside broken ones, which the welcome names`() async throws {
        try await CrashSite.run { site in
            try write(ReloadCommandTests.good, to: "good.yaml", site)
            try write(ReloadCommandTests.broken, to: "bad.yaml", site)
            try write(ReloadCommandTests.endless, to: "endless.yaml", site)
            let server = try launch(site, "--demo")
            defer { server.signal(SIGKILL) }
            let output = try await output(of: server, with: "Stop with Control-C")
            #expect(output.contains("Touchtone serves good on http://127.0.0.1:"))
            #expect(output.contains("Not served: \(bots(site))/bad.yaml, 1 error. See: "))
            #expect(output.contains("Not served: \(bots(site))/endless.yaml, "))
            #expect(output.contains("bad.yaml:2:8: error: [undefined-target]"))
            #expect(await server.terminate() == .exit(0))
        }
    }

    @Test func `the server's own words start a call`() async throws {
        try await CrashSite.run { site in
            let server = try CrashServer(
                arguments: [
                    "serve", "--demo", "--listen", "127.0.0.1:0", "--public-url", "https://ivr.example.com",
                    "--bots", "\(CommandRun.root)/bots",
                    "--prompts", "\(CommandRun.root)/prompts", "--database", site.database,
                ],
                output: site.folder.appendingPathComponent("server.log")
            )
            defer { server.signal(SIGKILL) }
            let lines = try await output(of: server, with: "Stop with Control-C").split(separator: "\n")
            let line = try #require(lines.first { $0.contains(" call ") })
            let words = try #require(line.firstRange(of: "   a call in")).lowerBound
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", String(line[..<words])]
            shell.standardInput = FileHandle.nullDevice
            let pipe = Pipe()
            shell.standardOutput = pipe
            try shell.run()
            let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0, "\(line)")
            #expect(said.contains("The call is over"))
            #expect(await server.terminate() == .exit(0))
        }
    }

    @Test func `where nothing can be served the server does not start`() throws {
        let folder = try ScratchFolder()
        try folder.write(ReloadCommandTests.broken, to: "bots/bad.yaml")
        let words = ["serve", "--demo", "--bots", "bots", "--database", "\(folder.path)/calls.sqlite"]
        let broken = try CommandRun(list: words, in: folder.path)
        #expect(broken.status == 3)
        #expect(broken.errors.contains("bots/bad.yaml:2:8: error: [undefined-target]"))
        #expect(broken.errors.contains("None of these bots can be served."))

        try folder.write(ReloadCommandTests.good, to: "bots/bad.yaml")
        try folder.write(ReloadCommandTests.good, to: "bots/good.yaml")
        let twice = try CommandRun(list: words, in: folder.path)
        #expect(twice.status == 3)
        #expect(twice.errors.contains("bots/good.yaml:1:1: error: [duplicate-bot]"))
    }

    @Test func `a running server takes over what changes, at once on SIGHUP, and keeps what breaks`() async throws {
        try await CrashSite.run { site in
            try write(ReloadCommandTests.good, to: "good.yaml", site)
            let server = try launch(site)
            defer { server.signal(SIGKILL) }
            let welcome = try await output(of: server, with: "Stop with Control-C")
            let address = try #require(welcome.firstMatch(of: /serves good on (http:[0-9.:\/]+[0-9])/)?.output.1)
            try write(ReloadCommandTests.good.replacing("bot: good", with: "bot: new"), to: "new.yaml", site)
            server.signal(SIGHUP)
            _ = try await output(of: server, with: "Bots read again")
            #expect(server.output.contains("bot=new"))

            // Nobody asks this time.
            try write(ReloadCommandTests.broken, to: "good.yaml", site)
            let output = try await output(of: server, with: "calls get its last good version")
            #expect(output.contains("good.yaml:2:8: error: [undefined-target]"))
            let ready = HTTPRequest(method: .get, url: "\(address)/health/ready", timeout: .seconds(5))
            #expect(try await site.transport.send(ready).status == 200)
            #expect(await server.terminate() == .exit(0))
        }
    }
}

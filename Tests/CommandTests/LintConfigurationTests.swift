import Foundation
import Testing

/// `.touchtone-lint.yaml`, for `lint` and for `serve`.
@Suite(.timeLimit(.minutes(2)))
struct LintConfigurationTests {
    private static let words = ["lint", "--rule", "no-silence-exit"]

    @Test func `the nearest configuration above a bot is taken`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintFormatTests.silent, to: "bots/near/bot.yaml")
        try folder.write(LintFormatTests.silent.replacing("silent", with: "far"), to: "bots/far.yaml")
        try folder.write("rules: {no-silence-exit: warning}\n", to: ".touchtone-lint.yaml")
        try folder.write("rules: {no-silence-exit: off}\n", to: "bots/near/.touchtone-lint.yaml")
        let run = try CommandRun(list: LintConfigurationTests.words, in: folder.path)
        #expect(run.status == 1)
        #expect(run.output.contains("bots/far.yaml:4:3: warning: [no-silence-exit]"))
        #expect(!run.output.contains("near/bot.yaml:4"))
    }

    @Test func `it is looked for up to the root of the repository and no further`() throws {
        let folder = try ScratchFolder()
        try folder.write("rules: {no-silence-exit: off}\n", to: ".touchtone-lint.yaml")
        try folder.write(LintFormatTests.silent, to: "repository/a/bots/a.yaml")
        let inside = "\(folder.path)/repository/a"
        #expect(try CommandRun(list: LintConfigurationTests.words, in: inside).status == 1)
        #expect(try CommandRun(list: LintConfigurationTests.words + ["repository/a/bots"], in: folder.path).status == 0)
        try folder.write("rules: {no-silence-exit: note}\n", to: "repository/.touchtone-lint.yaml")
        try folder.write("", to: "repository/.git/HEAD")
        let run = try CommandRun(list: LintConfigurationTests.words, in: inside)
        #expect(run.status == 0)
        #expect(run.output.contains("bots/a.yaml:4:3: note:"))
    }

    @Test func `a configuration can be named, for some paths only`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintFormatTests.silent, to: "bots/legacy/bot.yaml")
        try folder.write(LintFormatTests.silent.replacing("silent", with: "new"), to: "bots/new.yaml")
        try folder.write(
            "paths:\n  - match: \"bots/legacy/**\"\n    rules: {no-silence-exit: off}\nstrict: true\n",
            to: "lint.yaml"
        )
        let run = try CommandRun(list: LintConfigurationTests.words + ["--config", "lint.yaml"], in: folder.path)
        #expect(run.output.contains("bots/new.yaml:4:3: error:"))
        #expect(!run.output.contains("legacy"))
        try folder.write("exclude: [bots/new.yaml, bots/legacy]\n", to: "lint.yaml")
        let quiet = try CommandRun(list: LintConfigurationTests.words + ["--config", "lint.yaml"], in: folder.path)
        #expect(quiet.status == 0)
        #expect(quiet.output == "2 bots checked, no findings\n")
    }

    @Test func `mistakes come all at once with their places, and nothing is checked`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintFormatTests.silent, to: "bots/a.yaml")
        try folder.write("rules: {no-silence-exitt: off}\nstrikt: true\n", to: ".touchtone-lint.yaml")
        let run = try CommandRun("lint", in: folder.path)
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(
            run.errors == """
                .touchtone-lint.yaml:1:9: error: [configuration] there is no rule 'no-silence-exitt'; did you mean \
                'no-silence-exit'?
                .touchtone-lint.yaml:2:1: error: [configuration] unknown key 'strikt'; did you mean 'strict'? expected one \
                of: exclude, paths, provider, rules, strict

                """
        )
        let missing = try CommandRun("lint", "--config", "nowhere.yaml", in: folder.path)
        #expect(missing.status == 3)
        #expect(missing.errors.contains("nowhere.yaml"))
    }

    @Test func `a provider that is not known gives status 2`() throws {
        let run = try CommandRun("lint", "--provider", "twillio")
        #expect(run.status == 2)
        #expect(run.errors.contains("did you mean 'twilio'?"))
    }

    @Test func `a recording that no bot plays is found where all bots are looked at`() throws {
        let folder = try ScratchFolder()
        try folder.write(
            "bot: a\nstart: x\nnodes: {x: {type: hang_up, prompt: {recording: used}}}\n",
            to: "bots/a.yaml"
        )
        for name in ["used", "idle"] { try folder.write("RIFF", to: "prompts/en-US/\(name).wav") }
        let words = ["lint", "--rule", "unused-recording"]
        let run = try CommandRun(list: words, in: folder.path)
        #expect(run.status == 1)
        #expect(run.output.contains("prompts/en-US/idle.wav:1:1: warning: [unused-recording]"))
        #expect(!run.output.contains("used.wav"))
        #expect(try CommandRun(list: words + ["bots/a.yaml"], in: folder.path).status == 0)
        try folder.write("paths: [{match: prompts, rules: {unused-recording: off}}]\n", to: ".touchtone-lint.yaml")
        #expect(try CommandRun(list: words, in: folder.path).status == 0)
    }

    @Test func `a bot whose error is a warning by the configuration, or is kept quiet, is served`() async throws {
        try await CrashSite.run { site in
            let bots = site.folder.appendingPathComponent("bots")
            try FileManager.default.createDirectory(at: bots, withIntermediateDirectories: true)
            let quiet = LintFormatTests.silent.replacing("bot: silent", with: "bot: quiet")
                .replacing("main:  #", with: "main:  # touchtone:ignore no-silence-exit -- it waits #")
            try Data(LintFormatTests.silent.utf8).write(to: bots.appendingPathComponent("silent.yaml"))
            try Data(quiet.utf8).write(to: bots.appendingPathComponent("quiet.yaml"))
            let words = [
                "serve", "--demo", "--listen", "127.0.0.1:0", "--public-url", "https://ivr.example.com", "--bots",
                bots.path, "--database", site.database,
            ]
            let strict = try CrashServer(arguments: words, output: site.folder.appendingPathComponent("one.log"))
            defer { strict.signal(SIGKILL) }
            #expect(try await LintConfigurationTests.welcome(of: strict).contains("Touchtone serves quiet on "))
            #expect(await strict.terminate() == .exit(0))

            let file = bots.appendingPathComponent(".touchtone-lint.yaml")
            try Data("rules: {no-silence-exit: warning}\nstrict: true\n".utf8).write(to: file)
            let lenient = try CrashServer(arguments: words, output: site.folder.appendingPathComponent("two.log"))
            defer { lenient.signal(SIGKILL) }
            #expect(
                try await LintConfigurationTests.welcome(of: lenient).contains("Touchtone serves quiet, silent on ")
            )
            // A configuration that breaks is no reason to stop.
            try Data("rules: {nonsense: warning}\n".utf8).write(to: file)
            lenient.signal(SIGHUP)
            _ = try await LintConfigurationTests.output(of: lenient, with: "there is no rule 'nonsense'")
            #expect(await lenient.terminate() == .exit(0))

            let broken = try CommandRun(list: words, environment: ["TWILIO_AUTH_TOKEN": CrashSite.token])
            #expect(broken.status == 3)
            #expect(broken.errors.contains(".touchtone-lint.yaml:1:9: error: [configuration]"))
        }
    }

    private static func welcome(of server: CrashServer) async throws -> String {
        try await output(of: server, with: "Stop with Control-C")
    }

    /// Waits until the server has said something.
    private static func output(of server: CrashServer, with text: String) async throws -> String {
        for _ in 0..<1_200 {
            let output = server.output
            if output.contains(text) { return output }
            guard !server.hasEnded else { break }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw CrashTestError("The server did not say '\(text)'. It said: \(server.output)")
    }
}

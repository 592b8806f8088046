import BotGraph
import Carrier
import Foundation
import Replay
import Simulator
import Telephony
import Testing

/// Calls taken from a server's database, and calls that a server records itself.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct ExportCommandTests {
    @Test func `calls are exported while the server runs, and replay against the bots`() async throws {
        try await CrashSite.run { site in
            _ = try await site.start()
            let calls = [try await call(1, site: site), try await call(2, site: site)]
            let output = site.folder.appendingPathComponent("out").path
            let run = try export(site, "--output", output, "--since", "2020-01-01")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.hasSuffix("\n2 recordings\n"))
            let texts = try recordings(below: output)
            #expect(texts.count == 2)
            for (path, text) in texts {
                #expect(path.hasPrefix("front-desk/CA"))
                for raw in calls.map(\.text) + ["2065550142", "2065550143", "2065550199", "AC00000000000000000000"] {
                    #expect(!text.contains(raw), "\(raw)")
                }
                let recording = try Recording.read(text, path: path).get()
                #expect(recording.header.origin == .export)
                #expect(recording.header.baseURL == site.baseURL)
                #expect(Replayer(bot: try bot(), recordings: PromptCatalogue()).replay(recording).passed)
            }
        }
    }

    @Test func `one call is printed, the same each time with one key`() async throws {
        try await CrashSite.run { site in
            let server = try await site.start()
            let id = try await call(1, site: site)
            #expect(await server.terminate() == .exit(0))
            let one = try export(site, id.text, secret: "one")
            #expect(one.status == 0)
            #expect(one.errors.isEmpty)
            #expect(one.output.hasPrefix(#"{"touchtone_recording":1,"bot":"front-desk","#))
            #expect(try export(site, id.text, secret: "one").output == one.output)
            #expect(try export(site, id.text, secret: "two").output != one.output)
            let keyless = try export(site, id.text, secret: nil)
            #expect(keyless.errors.contains("TOUCHTONE_SECRET_KEY is not set"))
            #expect(try export(site, id.text, secret: nil).output != keyless.output)
        }
    }

    @Test func `a call that is not there is named, and nothing is written`() async throws {
        try await CrashSite.run { site in
            let server = try await site.start()
            let id = try await call(1, site: site)
            #expect(await server.terminate() == .exit(0))
            let output = site.folder.appendingPathComponent("out").path
            let run = try export(site, id.text, "CAnobody", "--output", output)
            #expect(run.status == 3)
            #expect(run.errors.contains("no call 'CAnobody'"))
            #expect(!FileManager.default.fileExists(atPath: output))
            let none = try export(site, "--bot", "debt-notice", "--output", output)
            #expect(none.status == 0)
            #expect(none.output == "0 recordings\n")
            #expect(try export(site, "--since", "2100-01-01", "--output", output).output == "0 recordings\n")
        }
    }

    @Test(arguments: [
        (["CA1", "CA2"], 2, "Only one call can be printed"), ([], 2, "Only one call can be printed"),
        (["CA1", "--since", "yesterday"], 2, "no date"), (["CA1", "--bot", "7"], 2, "no name of a bot"),
        (["CA 1"], 2, "no name of a call"), (["CA1", "--database", "nowhere.sqlite"], 3, "nowhere.sqlite"),
    ]) func `words that are off are told`(words: [String], status: Int32, message: String) throws {
        let run = try CommandRun(list: ["export"] + words)
        #expect(run.status == status)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func `a server records the bots that its file names`() async throws {
        try await CrashSite.run { site in
            let folder = site.folder.appendingPathComponent("recorded").path
            let file = site.folder.appendingPathComponent("touchtone.yaml").path
            let keys = "recordings: {bots: [front-desk], folder: \(folder), keep: {files: 1, days: 5}}\n"
            try Data(keys.utf8).write(to: URL(fileURLWithPath: file))
            let server = try await site.start(more: ["--config", file])
            _ = try await call(1, site: site)
            _ = try await call(2, site: site)
            #expect(await server.terminate() == .exit(0))
            let found = try recordings(below: folder)
            #expect(found.count == 1)
            let (path, text) = try #require(found.first)
            let recording = try Recording.read(text, path: path).get()
            #expect(recording.header.origin == .server)
            #expect(!text.contains("2065550143") && !text.contains("2065550199"))
            #expect(Replayer(bot: try bot(), recordings: PromptCatalogue()).replay(recording).passed)
        }
    }

    @Test(arguments: [
        ("recordings: all", "'recordings' is a map"), ("recordings: {folder: x}", "'bots' is missing"),
        ("recordings: {bots: front-desk}", "'all' or a list"),
        ("recordings: {bots: all, keeps: 3}", "did you mean 'keep'?"),
        ("recordings: {bots: all, keep: {files: 0}}", "whole number"), ("recordings: {bots: [nobody]}", "nobody"),
    ]) func `what is wrong with recordings in the file is told`(text: String, message: String) throws {
        let folder = try ScratchFolder()
        try folder.write(text + "\n", to: "touchtone.yaml")
        let run = try CommandRun(
            "serve",
            "--demo",
            "--config",
            "\(folder.path)/touchtone.yaml",
            "--database",
            "\(folder.path)/calls.sqlite"
        )
        #expect(run.status == 3)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    private func export(_ site: CrashSite, _ words: String..., secret: String? = "one") throws -> CommandRun {
        var environment = ["TOUCHTONE_DATABASE": site.database]
        if let secret { environment["TOUCHTONE_SECRET_KEY"] = secret }
        return try CommandRun(list: ["export"] + words, environment: environment)
    }

    private func recordings(below folder: String) throws -> [(path: String, text: String)] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".jsonl") }.sorted().map {
            ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
        }
    }

    private func bot() throws -> Bot {
        let path = "\(CommandRun.root)/bots/front-desk/bot.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let version = BotVersion(Digest.sha256Hex([UInt8](text.utf8)))
        return try #require(BotLoader.load(text, path: path, version: version, recordings: nil).bot)
    }

    /// A caller who asks for the hours and hangs up.
    private func call(_ number: UInt64, site: CrashSite) async throws -> CallID {
        let provider = StandInProvider(
            accountSID: "AC00000000000000000000000000000000",
            authToken: CrashSite.token,
            transport: site.transport,
            contract: nil
        )
        let plan = CallPlan(
            direction: .inbound,
            from: Party(parameter: "+120655501\(41 + number)"),
            to: Party(parameter: "+12065550199"),
            voiceURL: "\(site.baseURL)/voice/incoming?bot=front-desk",
            statusURL: "\(site.baseURL)/voice/status",
            seed: number
        )
        let call = provider.call(plan, clock: VirtualClock(at: Instant(milliseconds: 1_795_600_000_000)))
        let result = await call.run(caller: HoursCaller())
        #expect(result.faults.isEmpty)
        return result.call
    }
}

/// Presses 1, listens, and hangs up.
private struct HoursCaller: Caller {
    private var hasPressed = false

    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        defer { hasPressed = true }
        return hasPressed ? .hangUp : Digits("1").map { .press($0) } ?? .hangUp
    }
}

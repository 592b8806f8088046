import BotGraph
import Foundation
import Replay
import Telephony
import Testing

/// Recordings that are cut, shuffled, of wrong versions and full of hostile text.
struct ReplayFuzzTests {
    private static let name = "appointment-reminder"

    private static func sources() throws -> [String] {
        let folder = "\(CommandRun.root)/bots/\(name)/recordings"
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }.sorted()
            .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    }

    private static func bot() throws -> Bot {
        let path = "bots/\(name)/bot.yaml"
        let text = try String(contentsOfFile: "\(CommandRun.root)/\(path)", encoding: .utf8)
        let version = BotVersion(String(repeating: "0", count: 64))
        return try #require(BotLoader.load(text, path: path, version: version, recordings: PromptCatalogue()).bot)
    }

    /// What the command says of many files, its output in files, since a pipe that nobody reads would stop it.
    private func replay(_ paths: [String], in folder: String) throws -> (output: String, errors: String, status: Int32)
    {
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = ["replay"] + paths
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder]
        let places = ["out.txt", "err.txt"].map { "\(folder)/\($0)" }
        for place in places { try Data().write(to: URL(fileURLWithPath: place)) }
        process.standardInput = FileHandle.nullDevice
        let output: FileHandle = try #require(FileHandle(forWritingAtPath: places[0]))
        let errors: FileHandle = try #require(FileHandle(forWritingAtPath: places[1]))
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        let texts = try places.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
        return (texts[0], texts[1], process.terminationStatus)
    }

    @Test func `the command names every file that it cannot read, with place and reason, and runs none`() throws {
        let site = try ReplaySite(ReplayFuzzTests.name)
        var mutation = ReplayMutation(seed: 5, sources: try ReplayFuzzTests.sources())
        var readable: [String] = []
        var unreadable: [String] = []
        for index in 0..<200 {
            let path = "fuzz/\(index).jsonl"
            let bytes = mutation.next()
            try site.folder.write("", to: path)
            try Data(bytes).write(to: URL(fileURLWithPath: "\(site.folder.path)/\(path)"))
            switch Recording.read(bytes: bytes, path: path) {
            case .success(let recording) where recording.header.bot.text == ReplayFuzzTests.name: readable.append(path)
            case .success, .failure: unreadable.append(path)
            }
        }
        try #require(readable.count > 20 && unreadable.count > 20)

        let all = try replay(["fuzz"], in: site.folder.path)
        #expect(all.status == 3)
        // The files that can be read are replayed all the same.
        #expect(all.output.hasSuffix(" failed\n"))
        let lines = all.errors.split(separator: "\n")
        let named = Set(lines.compactMap { $0.firstMatch(of: /^(fuzz\/\d+\.jsonl):/).map { String($0.output.1) } })
        #expect(named == Set(unreadable))
        for line in lines {
            #expect(
                line.firstMatch(of: /^fuzz\/\d+\.jsonl:(\d+:\d+:)? error: \[[a-z0-9-]+\] ./) != nil,
                "no place or no reason: \(line)"
            )
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E })
        }

        let rest = try replay(readable, in: site.folder.path)
        #expect(rest.status == 1, "\(rest.errors)")
        let counts = try #require(rest.output.firstMatch(of: /\n(\d+) passed, (\d+) failed\n$/))
        let passed = try #require(Int(counts.output.1))
        let failed = try #require(Int(counts.output.2))
        #expect(passed + failed == readable.count)
        #expect(failed > 10)
    }

    @Test func `ten thousand of them are read and replayed in this process, and none is too much for it`() async throws
    {
        let bot = try ReplayFuzzTests.bot()
        let sources = try ReplayFuzzTests.sources()
        let counts = try await withThrowingTaskGroup(of: [Int].self) { group in
            for seed in UInt64(1)...4 {
                group.addTask {
                    var mutation = ReplayMutation(seed: seed, sources: sources)
                    let replayer = Replayer(bot: bot, recordings: PromptCatalogue())
                    var counts = [0, 0, 0]
                    for _ in 0..<2_500 {
                        switch Recording.read(bytes: mutation.next(), path: "a.jsonl") {
                        case .failure(let findings):
                            counts[0] += 1
                            #expect(!findings.diagnostics.isEmpty)
                            #expect(findings.diagnostics.allSatisfy { $0.location.line > 0 && !$0.message.isEmpty })
                        case .success(let recording):
                            let result = replayer.replay(recording)
                            counts[result.passed ? 1 : 2] += 1
                            #expect(result.passed == result.report().isEmpty)
                            // What was made of it can be written, and read again as it is.
                            let text = result.now.text
                            let again = try Recording.read(text, path: "a.jsonl").get()
                            #expect(again.text == text)
                        }
                    }
                    return counts
                }
            }
            return try await group.reduce(into: [0, 0, 0]) { sum, part in
                for index in sum.indices { sum[index] += part[index] }
            }
        }
        #expect(counts.reduce(0, +) == 10_000)
        #expect(counts.allSatisfy { $0 > 500 }, "unreadable, passed, failed: \(counts)")
    }
}

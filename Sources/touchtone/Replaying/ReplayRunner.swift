import BotGraph
import Carrier
import CurlTransport
import Foundation
import Replay
import Store
import Telephony
import WebhookServer

/// Runs recordings and call scripts, several at a time.
struct ReplayRunner: Sendable {
    let recordings: PromptCatalogue
    let prompts: String
    /// Whether recordings that have changed are rewritten.
    let update: Bool
    /// Whether the outcome tells what the calls passed.
    let isTraced: Bool

    /// Scripts are calls over HTTP to a server of their own each; more at a time than this gains nothing.
    private static let scriptsAtOnce = 4
    /// A person to call where a script names none.
    private static let person = PhoneNumber("+12065550123")

    /// The outcome of each item, in their order.
    func run(_ items: [ReplayFiles.Item]) async throws -> [ReplayCase] {
        var found: [Int: ReplayCase] = [:]
        for (index, outcome) in await replayed(items) { found[index] = try outcome.get() }
        for (index, outcome) in try await scripted(items) { found[index] = outcome }
        return items.indices.compactMap { found[$0] }
    }

    /// The recordings, a share for each core.
    private func replayed(_ items: [ReplayFiles.Item]) async -> [(Int, Result<ReplayCase, CommandFailure>)] {
        let all = items.enumerated().compactMap { index, item -> (Int, Recording, BotFiles.Loaded)? in
            guard case .recording(let recording) = item.kind else { return nil }
            return (index, recording, item.bot)
        }
        let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let share = max(1, (all.count + cores - 1) / cores)
        return await withTaskGroup(of: [(Int, Result<ReplayCase, CommandFailure>)].self) { group in
            for start in stride(from: 0, to: all.count, by: share) {
                let part = all[start..<min(all.count, start + share)]
                group.addTask {
                    part.compactMap { index, recording, file in replay(recording, file).map { (index, $0) } }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func replay(_ recording: Recording, _ file: BotFiles.Loaded) -> Result<ReplayCase, CommandFailure>? {
        guard let bot = file.result.bot else { return nil }
        let result = Replayer(bot: bot, recordings: recordings).replay(recording, isTraced: isTraced)
        var outcome = ReplayCase(result, of: bot)
        outcome.passages = result.passages
        // What passes stays as it is to the byte, and what cannot be replayed at all is not made good by writing it again.
        guard update, !result.passed, result.now != recording else { return .success(outcome) }
        do {
            try result.now.text.write(toFile: recording.path, atomically: true, encoding: .utf8)
        } catch {
            return .failure(.impossible("Could not rewrite '\(recording.path)': \(error.localizedDescription)"))
        }
        outcome.status = .updated
        return .success(outcome)
    }

    private func scripted(_ items: [ReplayFiles.Item]) async throws -> [(Int, ReplayCase)] {
        let all = items.enumerated().compactMap { index, item -> (Int, CallScript, BotFiles.Loaded)? in
            guard case .script(let script) = item.kind else { return nil }
            return (index, script, item.bot)
        }
        guard !all.isEmpty, let person = ReplayRunner.person else { return [] }
        var found: [(Int, ReplayCase)] = []
        try await CallRunner.withTransport { transport in
            try await withThrowingTaskGroup(of: (Int, ReplayCase)?.self) { group in
                var rest = all.makeIterator()
                func addNext() {
                    guard let (index, script, file) = rest.next() else { return }
                    group.addTask {
                        guard let bot = file.result.bot else { return nil }
                        let runner = CallRunner(
                            file: file,
                            bot: bot,
                            recordings: recordings,
                            prompts: prompts,
                            person: person
                        )
                        let call = try await runner.run(script, over: transport)
                        var outcome = ReplayCase(call.result, of: bot)
                        if isTraced {
                            let events = call.log.map { (event: $0.event, at: $0.at) }
                            outcome.passages = CoverageTrace.passages(of: events, bot: bot, recordings: recordings)
                        }
                        return (index, outcome)
                    }
                }
                for _ in 0..<ReplayRunner.scriptsAtOnce { addNext() }
                while let next = try await group.next() {
                    if let next { found.append(next) }
                    addNext()
                }
            }
        }
        return found
    }
}

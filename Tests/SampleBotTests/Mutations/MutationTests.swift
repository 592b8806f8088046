import Airscript
import BotGraph
import BotLint
import Foundation
import Testing
import WebhookServer

/// How much of the harm that a slip of the hand does to a bot the linter notices.
struct MutationTests {
    /// What the linter makes of the mutants of one bot.
    private struct Tally {
        var harmful = 0
        var caught = 0
        var harmless = 0
        /// Changes after which a caller notices nothing wrong, and the linter does.
        var foundAnyway = 0
        var byKind: [Mutant.Kind: (harmful: Int, caught: Int)] = [:]
        var missed: [String] = []

        var percent: Double { harmful == 0 ? 100 : Double(caught) * 100 / Double(harmful) }
    }

    @Test(arguments: SampleFacts.all.indices)
    func `more than 95 per cent of the harmful changes of a sample bot are found, and nothing in the bot itself`(
        index: Int
    ) throws {
        let facts = SampleFacts.all[index]
        let file = try facts.sample.load()
        let bot = try #require(file.result.bot)
        #expect(Linter.lint(file.result, recordings: try SampleBot.recordings()) == [])
        guard case .success(let yaml?) = LocatedYAML.read(file.text, path: file.path) else {
            Issue.record("the sample bot cannot be read")
            return
        }
        let root = Tree(yaml)
        let before = MutationTests.impression(of: bot, facts)
        // What is harm is judged against the bot itself, so the judge has to find its way about it.
        #expect(before.visited == Set(bot.nodes.map(\.id)))
        #expect(before.faults == [])
        #expect(before.stuck == [])
        let tally = MutationTests.tally(Mutant.all(of: root), before, facts)
        let kinds = Mutant.Kind.allCases.compactMap { kind in
            tally.byKind[kind].map { "\(kind.rawValue) \($0.caught)/\($0.harmful)" }
        }
        let report = """
            \(facts.sample.name): \(tally.caught) of \(tally.harmful) harmful changes found \
            (\(String(format: "%.1f", tally.percent)) %): \(kinds.joined(separator: ", ")); \
            \(tally.harmless) harmless, \(tally.foundAnyway) of them found
            """
        print(report)
        if ProcessInfo.processInfo.environment["SHOW_MISSED_MUTANTS"] != nil {
            print(tally.missed.joined(separator: "\n"))
        }
        #expect(tally.harmful > 50)
        #expect(tally.percent > 95, "\(report)\n\(tally.missed.joined(separator: "\n"))")
    }

    private static func tally(_ mutants: [Mutant], _ before: Listener.Impression, _ facts: SampleFacts) -> Tally {
        var tally = Tally()
        for mutant in mutants {
            let loaded = BotLoader.load(
                mutant.tree.json,
                path: "mutant.yaml",
                version: BotVersion("mutant"),
                recordings: nil
            )
            let isFound = !loaded.diagnostics.isEmpty || !Linter.lint(loaded).isEmpty
            let harm = loaded.bot.map { Harm(from: before, to: impression(of: $0, facts)) } ?? Harm("it is refused")
            guard harm.isHarm else {
                tally.harmless += 1
                if isFound { tally.foundAnyway += 1 }
                continue
            }
            tally.harmful += 1
            tally.byKind[mutant.kind, default: (0, 0)].harmful += 1
            if isFound {
                tally.caught += 1
                tally.byKind[mutant.kind, default: (0, 0)].caught += 1
            } else {
                tally.missed.append("\(mutant.change): \(harm.complaints.joined(separator: "; "))")
            }
        }
        return tally
    }

    private static func impression(of bot: Bot, _ facts: SampleFacts) -> Listener.Impression {
        var values: [String: Value] = [:]
        var actor = Record()
        for (name, value) in facts.values {
            if name.hasPrefix("actor.") {
                actor[String(name.dropFirst("actor.".count))] = .text(value)
            } else {
                values[name] = .text(value)
            }
        }
        values["actor"] = .object(actor)
        return Listener.listen(to: bot, values: values, digits: facts.digits.mapValues { $0.taken + $0.refused })
    }
}

import Airscript
import BotGraph
import Replay
import Simulator
import Telephony
import Testing
import WebhookServer

struct SampleScriptTests {
    @Test func `there are sample bots`() {
        #expect(SampleBot.all.map(\.name).contains("front-desk"))
        #expect(SampleBot.all.count >= 3)
    }

    @Test(arguments: SampleBot.all)
    func `a sample bot loads without a finding and has call scripts beside it`(_ sample: SampleBot) throws {
        let file = try sample.load()
        #expect(file.result.diagnostics.map(\.description) == [])
        #expect(file.result.bot?.name.text == sample.name, "a bot's folder has its name")
        #expect(!sample.scripts.isEmpty)
    }

    @Test(arguments: SampleBot.all)
    func `each script of a bot has a title of its own and expects how the call ends`(_ sample: SampleBot) throws {
        let scripts = try sample.scripts.map { try $0.read() }
        let titles = scripts.compactMap(\.title)
        #expect(titles.count == scripts.count)
        #expect(Set(titles).count == titles.count)
        for script in scripts {
            #expect(script.title?.hasSuffix(".") == true, "\(script.path): a title is a sentence")
            let expectsEnd = script.steps.contains { step in
                guard case .expect(let facts) = step.kind else { return false }
                return facts.contains { if case .ended = $0 { true } else { false } }
            }
            #expect(expectsEnd, "\(script.path)")
        }
    }

    @Test(arguments: SampleBot.all.flatMap(\.scripts))
    func `a call script passes over HTTP without a contract warning`(_ sample: SampleScript) async throws {
        let script = try sample.read()
        let person = try #require(PhoneNumber("+12065550123"))
        let result = try await BotServer.run(sample.bot) { server in
            let runner = ScriptRunner(provider: try server.provider(), inspect: server.snapshot(of:))
            let plan = server.plan(person: person, values: script.set.mapValues(\.rendered))
            return await runner.run(script, plan: plan, clock: server.clock)
        }
        #expect(result.passed, "\(result.report().joined(separator: "\n"))")
        #expect(result.call.isClean)
    }
}

import Foundation
import Testing

struct ExploreCommandTests {
    @Test(arguments: ["appointment-reminder", "debt-notice", "front-desk"])
    func `a sample bot is explored with nothing wrong, the same every time`(bot: String) throws {
        let run = try CommandRun("explore", bot)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.errors.isEmpty)
        #expect(run.output.hasPrefix("\(bot): "))
        #expect(run.output.contains("calls that come to no place twice"))
        #expect(run.output.contains("The longest call: "))
        let edges = try #require(run.output.firstMatch(of: /Edges taken: (\d+) of (\d+)\./))
        #expect(edges.output.1 == edges.output.2)
        #expect(try CommandRun("explore", bot).output == run.output)
    }

    @Test func `programs read the outcome as JSON`() throws {
        let run = try CommandRun("explore", "debt-notice", "--format", "json", "--set", "reference=4417")
        #expect(run.status == 0, "\(run.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let report = try #require(object as? [String: Any])
        #expect(report["bot"] as? String == "debt-notice")
        #expect(report["clean"] as? Bool == true)
        #expect(report["path"] as? String == "bots/debt-notice/bot.yaml")
        let edges = try #require(report["edges"] as? [String: Any])
        #expect(edges["taken"] as? Int == edges["total"] as? Int)
        #expect((edges["never_taken"] as? [Any])?.isEmpty == true)
        for list in ["cannot_end", "faults", "opt_out_missing", "cut_off"] {
            #expect((report[list] as? [Any])?.isEmpty == true, "\(list)")
        }
    }

    private static let faulty = """
        bot: faulty
        start: menu
        variables: {n: {type: number, default: 1}}
        nodes:
          menu:
            type: decision_menu
            prompt: Press 1, or 2.
            options:
              - {name: in, press: "1", go: trap}
              - {name: out, press: "2", go: which}
            no_input: {prompts: [Well?]}
            default: bye
          trap:
            type: decision_menu
            prompt: Press 1.
            options: [{name: again, press: "1", go: trap}]
            default: trap
          which: {type: condition, cases: [{when: n = 1, go: bye}, {when: n < 2 AND n > 0 AND n = 1, go: lost}], else: bye}
          lost: {type: message, prompt: Never heard., go: bye}
          bye: {type: hang_up}
        """

    @Test func `what is wrong is told with its line, and the exit status is 1`() throws {
        let folder = try ScratchFolder()
        try folder.write(ExploreCommandTests.faulty, to: "faulty.yaml")
        let run = try CommandRun("explore", "faulty.yaml", in: folder.path)
        #expect(run.status == 1, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.contains("faulty.yaml:18: edge never taken: case 2 of 'which'"), "\(run.output)")
        #expect(lines.contains("faulty.yaml:19: edge never taken: way on of 'lost'"))
        #expect(
            lines.contains("faulty.yaml:13: a call cannot end from 'trap' on but by hanging up, after: press 1")
        )
    }

    @Test func `a bot that cannot be read, or is not there, is exit status 3`() throws {
        let folder = try ScratchFolder()
        try folder.write("bot: broken\nstart: nowhere\nnodes: {}\n", to: "broken.yaml")
        let run = try CommandRun("explore", "broken.yaml", in: folder.path)
        #expect(run.status == 3)
        #expect(run.errors.contains("broken.yaml:"))
        #expect(try CommandRun("explore", "no-such-bot").status == 3)
    }

    @Test func `words that are off are exit status 2`() throws {
        #expect(try CommandRun("explore", "front-desk", "--depth", "0").status == 2)
        #expect(try CommandRun("explore", "front-desk", "--states", "0").status == 2)
        #expect(try CommandRun("explore", "front-desk", "somewhere").status == 2)
        let run = try CommandRun("explore", "front-desk", "--set", "acount=1")
        #expect(run.status == 2)
        #expect(run.errors.contains("did you mean 'account'?"))
    }

    @Test func `a bound that leaves something out is told`() throws {
        let run = try CommandRun("explore", "front-desk", "--depth", "1")
        #expect(run.status == 1)
        #expect(run.output.contains("edge never taken within the bounds: "))
        #expect(run.output.contains("Not all was looked at: the bound on acts in a call (--depth) was reached."))
    }

    @Test func `scripts are written beside the bot, earlier ones replaced, others left alone`() throws {
        let folder = try ScratchFolder()
        let bot = try String(contentsOfFile: "\(CommandRun.root)/bots/front-desk/bot.yaml", encoding: .utf8)
        try folder.write(bot, to: "bots/front-desk/bot.yaml")
        try folder.write("# by hand\n", to: "bots/front-desk/calls/explored-mine.yaml")
        try folder.write("# by hand\n", to: "bots/front-desk/calls/hours.yaml")
        try folder.write("# of before\n", to: "bots/front-desk/calls/explored-001.yaml")
        try folder.write("# of before\n", to: "bots/front-desk/calls/explored-987.yaml")
        let run = try CommandRun("explore", "front-desk", "--write", in: folder.path)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        let calls = "\(folder.path)/bots/front-desk/calls"
        let names = try FileManager.default.contentsOfDirectory(atPath: calls).sorted()
        let written = names.filter { $0.wholeMatch(of: /explored-\d+\.yaml/) != nil }
        #expect(names == written + ["explored-mine.yaml", "hours.yaml"])
        #expect(!written.contains("explored-987.yaml"))
        #expect(run.output.contains("Wrote \(written.count) call scripts to bots/front-desk/calls"))
        let texts = try written.map { try String(contentsOfFile: "\(calls)/\($0)", encoding: .utf8) }
        for text in texts {
            #expect(text.hasPrefix("# Explored, not written by hand: 'touchtone explore front-desk --write'"))
        }
        #expect(try String(contentsOfFile: "\(calls)/hours.yaml", encoding: .utf8) == "# by hand\n")
        _ = try CommandRun("explore", "front-desk", "--write", in: folder.path)
        #expect(try written.map { try String(contentsOfFile: "\(calls)/\($0)", encoding: .utf8) } == texts)
    }

    @Test func `scripts for another folder name the bot that they call`() throws {
        let folder = try ScratchFolder()
        let bot = try String(contentsOfFile: "\(CommandRun.root)/bots/front-desk/bot.yaml", encoding: .utf8)
        try folder.write(bot, to: "front-desk.yaml")
        #expect(try CommandRun("explore", "front-desk.yaml", "--write", in: folder.path).status == 0)
        #expect(try CommandRun("explore", "front-desk.yaml", "--write", "out", in: folder.path).status == 0)
        for place in ["front-desk/calls", "out"] {
            let text = try String(contentsOfFile: "\(folder.path)/\(place)/explored-001.yaml", encoding: .utf8)
            #expect(text.contains("\ncall: front-desk\n"))
        }
    }
}

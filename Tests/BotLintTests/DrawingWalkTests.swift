import BotGraph
import BotLint
import Testing

/// Drawings that show what calls have walked.
struct DrawingWalkTests {
    @Test func `without a walk a bot is drawn as it always is`() throws {
        let bot = try DrawnBots.frontDesk
        #expect(BotDrawing(bot) { _ in nil }.dot == BotDrawing(bot).dot)
        #expect(!BotDrawing(bot).dot.contains("walked"))
    }

    @Test func `nodes and ways have a colour, a sign and a count`() throws {
        let dot = try drawing([
            "welcome": DrawnWalk(walked: 3, points: 3, passes: 7),
            "account": DrawnWalk(walked: 1, points: 2, passes: 2),
            "desk": DrawnWalk(walked: 0, points: 1, passes: 0),
            "welcome option account": DrawnWalk(walked: 1, points: 1, passes: 2),
        ])
        let welcome = try line(of: "\"welcome\" [", in: dot)
        #expect(welcome.contains("\u{2713} 7\u{D7}") && welcome.contains("#007a5a"))
        let account = try line(of: "\"account\" [", in: dot)
        #expect(account.contains("\u{25D0} 2\u{D7}, 1 of 2") && account.contains("#a66f00"))
        let desk = try line(of: "\"desk\" [", in: dot)
        #expect(desk.contains("\u{2717} not walked") && desk.contains("#b34700") && desk.contains("dashed"))
        let way = try line(of: "\"welcome\" -> \"account\" [", in: dot)
        #expect(way.contains("\u{2713} 2\u{D7}") && way.contains("color=\"#007a5a\"") && !way.contains("dashed"))
        // What is not counted is drawn as it always is.
        let done = try line(of: "\"welcome\" -> \"goodbye\" [", in: dot)
        #expect(!done.contains("walked") && !done.contains("\u{2713}"))
    }

    @Test func `two ways between the same nodes are walked in part when one of them is`() throws {
        let dot = try drawing([
            "welcome silence": DrawnWalk(walked: 1, points: 1, passes: 4),
            "welcome wrong answer": DrawnWalk(walked: 0, points: 1, passes: 0),
        ])
        let exit = try line(of: "\"welcome\" -> \"desk\" [", in: dot)
        #expect(exit.contains("\u{25D0} 4\u{D7}, 1 of 2"))
    }

    @Test func `each edge of the graph is asked for once, and what holds at every menu too`() throws {
        let bot = try DrawnBots.frontDesk
        var asked: [DrawnPart] = []
        _ = BotDrawing(bot) { part in
            asked.append(part)
            return nil
        }
        for node in bot.nodes {
            for edge in node.edges { #expect(asked.count { $0 == .way(node.id, edge.label) } == 1, "\(edge)") }
        }
        for part in [DrawnPart.optOut, .operator, .universals] { #expect(asked.contains(part)) }
    }

    /// The front desk with these parts walked, by node, or by node and way.
    private func drawing(_ walks: [String: DrawnWalk]) throws -> String {
        BotDrawing(try DrawnBots.frontDesk) { part in
            switch part {
            case .node(let id): walks[id.text]
            case .way(let id, .option(let name)): walks["\(id) option \(name)"]
            case .way(let id, .noInput): walks["\(id) silence"]
            case .way(let id, .noMatch): walks["\(id) wrong answer"]
            case .way, .optOut, .operator, .universals: nil
            }
        }
        .dot
    }

    private func line(of beginning: String, in dot: String) throws -> Substring {
        try #require(dot.split(separator: "\n").first { $0.hasPrefix("  " + beginning) })
    }
}

import BotGraph
import BotLint
import Testing

struct CallGraphTests {
    /// A graph from lines of a node and where it leads: to nothing is a `hang_up`, to one a `message`, to more a `condition`.
    private static func graph(_ lines: [String]) throws -> CallGraph {
        var text =
            "bot: example\ntitle: Example\nchannel: voice\ndirection: inbound\nstart: a\nvariables: {choice: text}\nnodes:\n"
        for line in lines {
            let parts = line.split(separator: " ").map(String.init)
            let targets = parts.dropFirst()
            switch targets.count {
            case 0: text += "  \(parts[0]): {type: hang_up}\n"
            case 1: text += "  \(parts[0]): {type: message, prompt: Hello., go: \(parts[1])}\n"
            default:
                let cases = targets.dropLast().map { "{when: choice = \"\($0)\", go: \($0)}" }.joined(separator: ", ")
                text += "  \(parts[0]): {type: condition, cases: [\(cases)], else: \(parts[parts.count - 1])}\n"
            }
        }
        let result = MarkedSource(text).load()
        return CallGraph(try #require(result.bot, "\(result.diagnostics)"))
    }

    @Test(arguments: [
        (["a b", "b"], []), (["a a"], ["a"]), (["a b", "b a"], ["a b"]), (["a b", "b c a", "c"], ["a b"]),
        (["a b d", "b c", "c b", "d e", "e d"], ["b c", "d e"]),
        (["a b", "b c", "c a d", "d e", "e d f", "f"], ["a b c", "d e"]),
        (["a b c", "b d", "c d", "d"], []), (["a b c", "b c", "c b"], ["b c"]), (["a b", "b b c", "c"], ["b"]),
        (["a d", "b c", "c b", "d"], ["b c"]), (["a b c d", "b a", "c a", "d"], ["a b c"]),
    ])
    func `cycles are found as groups in the order of the file`(lines: [String], groups: [String]) throws {
        let found = try CallGraphTests.graph(lines).cycles { _ in true }
        #expect(found.map { $0.map(\.id.text).joined(separator: " ") } == groups)
    }

    @Test func `a cycle through a node that does not count is none`() throws {
        let found = try CallGraphTests.graph(["a b", "b a"]).cycles { $0.id.text != "b" }
        #expect(found.isEmpty)
    }

    @Test func `the path to a node is a shortest one`() throws {
        let graph = try CallGraphTests.graph(["a b c", "b d", "c b", "d", "e d"])
        let ids = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id.text, $0.id) })
        let d = try #require(ids["d"])
        #expect(graph.path(to: d)?.map(\.to.text) == ["b", "d"])
        #expect(graph.path(to: graph.start) == [])
        #expect(graph.path(to: try #require(ids["e"])) == nil)
        #expect(graph.isReachable(d))
        #expect(!graph.isReachable(try #require(ids["e"])))
        #expect(Set(graph.nodes(leadingTo: [d]).map(\.text)) == ["a", "b", "c", "d", "e"])
        let isD = { (node: Node) in node.id == d }
        #expect(graph.path(from: graph.start, toFirst: isD) { $0.id.text != "b" } == nil)
        #expect(graph.path(from: d, toFirst: isD) { _ in true } == [])
    }
}

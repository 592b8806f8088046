import BotGraph
import BotLint
import Testing

struct DrawingTextTests {
    /// Texts that mean something to Graphviz, Mermaid, Markdown, HTML or a terminal.
    static let hostile = [
        "\"]; evil --> n_b", "</b><script>alert(1)</script>", "a\\\"b\\", "\\N \\G \\l \\\\",
        "&amp; &quot; #quot; #35;",
        "%%{init: {}}%%", "`**bold**`", "$$x$$", "- list", "1. list", "a|b|c", "{{{x}}}", "end", "fa:fa-car", "[/x/]",
        "--- x ---", "<br/>", "]]>", "/* c */ // d", "日本語 😀 ñ", "\u{202E}gnitirw", "tab\there",
    ]

    private static func source(_ text: String) -> String {
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
        let spoken = quoted.replacing("{{", with: "\\\\{{")
        let literal = quoted.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("{{", with: "\\\\{{")
        return """
            bot: hostile
            title: "\(quoted)"
            variables: {x: text}
            start: end
            nodes:
              end:
                type: decision_menu
                prompt: "\(spoken)"
                options:
                  - {name: graph, press: "#", say: ["a \(quoted)"], go: a-b}
                  - {name: class, press: "*", go: a_b}
                default: a_b
              a-b: {type: condition, cases: [{when: "x = 1", go: a_b}], else: a_b}
              a_b: {type: set, values: {x: "\\"\(literal)\\""}, go: subgraph}
              subgraph: {type: hang_up, prompt: "\(spoken)"}
            """
    }

    @Test(arguments: hostile)
    func `every line of a Mermaid drawing is one of Mermaid's, whatever the texts`(text: String) throws {
        let lines = BotDrawing(try DrawnBots.bot(DrawingTextTests.source(text)), title: text).mermaid
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.prefix(4).map { $0.prefix(8) } == ["---", "title: \"", "---", "flowchar"])
        let title = try #require(lines.dropFirst().first)
        #expect(title.wholeMatch(of: /title: "(?:[^"\\<>&#%`{}\[\]]|\\u[0-9a-f]{4})*"/) != nil, "\(title)")
        var nodes: Set<Substring> = []
        var edges = 0
        for line in lines.dropFirst(4).dropLast() {
            if let node = line.wholeMatch(of: DrawingTextTests.node) {
                #expect(nodes.insert(node.output.1).inserted, "\(line)")
                #expect(DrawingTextTests.pairs.contains("\(node.output.2)\(node.output.3)"), "\(line)")
            } else if let edge = line.wholeMatch(of: DrawingTextTests.edge) {
                #expect(nodes.contains(edge.output.1) && nodes.contains(edge.output.2), "\(line)")
                edges += 1
            } else if let style = line.wholeMatch(of: /\ {2}linkStyle (\d+) [a-z0-9:#, -]+/) {
                #expect(try #require(Int(style.output.1)) < edges)
            } else if let members = line.wholeMatch(of: /\ {2}class ([a-z0-9_,]+) [A-Za-z_]+/) {
                #expect(nodes.isSuperset(of: members.output.1.split(separator: ",")), "\(line)")
            } else {
                #expect(line.wholeMatch(of: /\ {2}classDef [A-Za-z_]+ [a-z0-9:#, -]+/) != nil, "\(line)")
            }
        }
        #expect(nodes.count == 5)
        #expect(edges == 5)
    }

    private static var node: Regex<(Substring, Substring, Substring, Substring)> {
        /\ {2}([a-z0-9_]+)(\(\[|\[\[|\{\{|\[\/|\[|\(|\{|>)"(?:[^"<>&#;%|{}\[\]\\`*=$@~^:]|#\d+;|<br\/>)*"(\]\)|\]\]|\}\}|\/\]|\]|\)|\})/
    }
    private static var edge: Regex<(Substring, Substring, Substring)> {
        /\ {2}([a-z0-9_]+) (?:-->|-\.->)(?:\|"(?:[^"<>&#;%|{}\[\]\\`*=$@~^:]|#\d+;|<br\/>)*"\|)? ([a-z0-9_]+)/
    }
    private static let pairs = ["([])", "[[]]", "{{}}", "[//]", "[]", "()", "{}", ">]"]

    @Test(arguments: hostile)
    func `no text leaves its place in a Graphviz drawing`(text: String) throws {
        let drawing = BotDrawing(try DrawnBots.bot(DrawingTextTests.source(text)), title: text)
        let plain = BotDrawing(try DrawnBots.bot(DrawingTextTests.source("plain")), title: "plain")
        let skeletons = [drawing, plain].map { drawing in
            drawing.dot.split(separator: "\n", omittingEmptySubsequences: false).map(DrawingTextTests.skeleton)
        }
        #expect(skeletons[0] == skeletons[1])
    }

    /// A line without what is quoted and what is said.
    private static func skeleton(_ line: Substring) -> String {
        var text = String(line).replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
        text.replace(/<font[^>]*>/, with: "")
        text.replace(/<\/?(?:b|br|font|table|tr|td)(?: [a-z]+="")*\/?>/, with: "")
        text.replace(/=<[^<>]*>/, with: "=<>")
        return text
    }

    @Test func `signs that turn the direction of writing are not drawn`() throws {
        let drawing = BotDrawing(try DrawnBots.frontDesk, title: "safe \u{202E}gnp.exe\u{2066}\u{7}")
        #expect(drawing.mermaid.contains("title: \"safe gnp.exe\""))
        #expect(!drawing.dot.unicodeScalars.contains("\u{202E}"))
    }

    @Test func `node names that differ only by their sign stay apart`() throws {
        let text = BotDrawing(try DrawnBots.bot(DrawingTextTests.source("x"))).mermaid
        #expect(text.contains("  n_a_b{\"a-b<br/>"))
        #expect(text.contains("  n_a_b__2[[\"a_b<br/>"))
    }
}

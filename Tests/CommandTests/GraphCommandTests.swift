import Foundation
import Testing

struct GraphCommandTests {
    private static let bots = ["appointment-reminder", "debt-notice", "front-desk"]

    @Test(arguments: bots)
    func `a sample bot is drawn in each format, the same every time`(bot: String) throws {
        for (format, beginning) in [("dot", "digraph bot {\n"), ("mermaid", "---\ntitle: \""), ("svg", "<?xml")] {
            let run = try CommandRun("graph", bot, "--format", format)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.hasPrefix(beginning))
            #expect(run.errors.isEmpty)
            #expect(try CommandRun("graph", bot, "--format", format).output == run.output)
        }
        #expect(try CommandRun("graph", bot).output == CommandRun("graph", bot, "--format", "dot").output)
    }

    @Test(arguments: bots)
    func `Graphviz draws every node and edge that was written`(bot: String) throws {
        let dot = try CommandRun("graph", bot).output
        let svg = try CommandRun("graph", bot, "--format", "svg").output
        let edges = dot.split(separator: "\n").filter { $0.contains("\" -> \"") }
        let nodes = dot.split(separator: "\n").filter { $0.hasPrefix("  \"") && !$0.contains("\" -> \"") }
        #expect(edges.count > 8)
        #expect(svg.ranges(of: "class=\"edge\"").count == edges.count)
        #expect(svg.ranges(of: "class=\"node\"").count == nodes.count)
    }

    private static let hostile = #"""
        bot: hostile
        title: "A \"bot\" <script>alert(1)</script> \\N & %%{init}%%"
        variables: {x: text}
        start: end
        nodes:
          end:
            type: decision_menu
            prompt: "He said \"hi\\\" ]]>--> <b>&amp; & \\N \\l %%{ x }%% `back` \"]; evil 日本語 {{x}} #quot; $$x$$ </text>"
            options:
              - {name: one, press: "#", say: ["a\"b", "<c>&", "\\E"], go: graph}
            default: graph
          graph: {type: set, values: {x: "\"]\" + \"\\\"\" + \"<\""}, go: cond}
          cond: {type: condition, cases: [{when: 'x <> "a|b\"]"', go: bye}], else: bye}
          bye: {type: hang_up}
          gone: {type: hang_up}
        """#

    @Test func `hostile texts stay texts in the drawing that Graphviz makes`() throws {
        let folder = try ScratchFolder()
        try folder.write(GraphCommandTests.hostile, to: "hostile.yaml")
        let run = try CommandRun("graph", "hostile.yaml", "--format", "svg", in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        let document = try SVGText(run.output)
        #expect(
            document.elements.isSubset(of: [
                "?xml", "!", "!DOCTYPE", "svg", "g", "a", "title", "text", "polygon", "polyline", "path", "ellipse",
            ])
        )
        for text in ["A \"bot\" <script>alert(1)</script> ", "a\"b", "<c>&", "He said \"hi\\"] {
            let shown = document.text.replacing("\u{200B}", with: "")
            #expect(shown.contains(text), "\(text) is not in \(shown)")
        }
        #expect(document.text.contains("▲ unreachable-node"))
    }

    @Test func `findings are marked, and left out on demand`() throws {
        let folder = try ScratchFolder()
        try folder.write(GraphCommandTests.hostile, to: "hostile.yaml")
        let marked = try CommandRun("graph", "hostile.yaml", "--format", "mermaid", in: folder.path)
        #expect(marked.status == 0)
        #expect(marked.output.contains("▲ unreachable-node"))
        let plain = try CommandRun("graph", "hostile.yaml", "--format", "mermaid", "--no-findings", in: folder.path)
        #expect(!plain.output.contains("▲"))
        #expect(plain.output.contains("class n_gone unreachable"))
    }

    @Test func `the drawing goes into a file where one is named`() throws {
        let folder = try ScratchFolder()
        let bots = "\(CommandRun.root)/bots"
        let run = try CommandRun("graph", "front-desk", "--bots", bots, "--output", "a.dot", in: folder.path)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        let written = try String(contentsOfFile: "\(folder.path)/a.dot", encoding: .utf8)
        #expect(written == (try CommandRun("graph", "front-desk").output))
        let nowhere = try CommandRun("graph", "front-desk", "--bots", bots, "--output", "no/a.dot", in: folder.path)
        #expect(nowhere.status == 3)
        #expect(nowhere.errors.contains("no/a.dot"))
    }

    @Test func `a title may be given`() throws {
        let run = try CommandRun("graph", "front-desk", "--title", "Tomorrow's desk", "--format", "mermaid")
        #expect(run.output.hasPrefix("---\ntitle: \"Tomorrow's desk\"\n---\n"))
    }

    @Test func `a bot with mistakes is not drawn`() throws {
        let folder = try ScratchFolder()
        try folder.write("bot: x\nstart: nowhere\nnodes: {a: {type: hang_up}}\n", to: "x.yaml")
        let run = try CommandRun("graph", "x.yaml", in: folder.path)
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("[undefined-target]"))
        #expect(try CommandRun("graph", "nobody").status == 3)
        #expect(try CommandRun("graph", "front-desk", "--format", "png").status == 2)
        #expect(try CommandRun("graph", "front-desk", "--time-limit", "0").status == 2)
    }

    @Test func `without Graphviz only SVG is missing, and how to get it is said`() throws {
        let bare = ["PATH": "/nowhere"]
        let svg = try CommandRun("graph", "front-desk", "--format", "svg", environment: bare)
        #expect(svg.status == 3)
        #expect(svg.errors.contains("apt-get install graphviz"))
        #expect(svg.errors.contains("--format mermaid"))
        #expect(try CommandRun("graph", "front-desk", environment: bare).status == 0)
    }

    @Test(arguments: [
        ("exec sleep 600", "after 1 second"), ("echo syntax >&2; exit 3", "status 3: syntax"), ("exit 0", "status 0"),
        ("kill -9 $$", "status 9"),
    ])
    func `a Graphviz that hangs or fails is no reason to hang or to write nothing useful`(
        script: String,
        says: String
    ) throws {
        let folder = try ScratchFolder()
        try folder.write("#!/bin/sh\n\(script)\n", to: "dot")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/dot")
        let run = try CommandRun(
            "graph",
            "front-desk",
            "--format",
            "svg",
            "--time-limit",
            "1",
            environment: ["PATH": "\(folder.path):/usr/bin:/bin"]
        )
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(says), "\(run.errors)")
    }

    @Test func `a bot of two thousand menus is drawn`() throws {
        let folder = try ScratchFolder()
        let nodes = (0..<2_000).map { index in
            "  n\(index): {type: decision_menu, prompt: \"Press 1.\", "
                + "options: [{name: x, press: \"1\", go: n\((index + 1) % 2_000)}], default: n\(index / 2)}"
        }
        try folder.write("bot: big\nstart: n0\nnodes:\n" + nodes.joined(separator: "\n") + "\n", to: "big.yaml")
        for format in ["dot", "mermaid"] {
            let run = try CommandRun("graph", "big.yaml", "--format", format, in: folder.path)
            #expect(run.status == 0)
            #expect(run.output.contains("n1999"))
        }
    }
}

/// The elements and the text of an SVG drawing.
private struct SVGText {
    let elements: Set<Substring>
    let text: String

    init(_ document: String) throws {
        elements = Set(document.matches(of: /<\/?([A-Za-z!?]+)/).map(\.output.1))
        // Whatever is not inside a tag is text, and in text every `<` is an entity.
        let raw = document.replacing(/<[^<>]*>/, with: "\n")
        try #require(!raw.contains("<") && !raw.contains(">"))
        var text = raw.replacing(/&#([0-9]+);/) { match in
            UInt32(match.output.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "?"
        }
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&"), ("\u{A0}", " ")] {
            text.replace(entity, with: sign)
        }
        self.text = text
    }
}

import BotGraph

extension BotDrawing {
    /// The drawing in Graphviz's language (https://graphviz.org/doc/info/lang.html), the same text every time.
    package var dot: String {
        var lines = [
            "digraph bot {",
            "  graph [rankdir=TB, nodesep=0.35, ranksep=0.5, pad=0.3, bgcolor=\"white\", fontname=\"\(DOT.font)\", "
                + "fontcolor=\"\(DrawingColours.ink)\", fontsize=20, labelloc=t, label=\(DOT.heading(self)), "
                + "tooltip=\(DOT.quoted(title))];",
            "  node [fontname=\"\(DOT.font)\", fontsize=12, fontcolor=\"\(DrawingColours.ink)\", margin=\"0.16,0.09\", "
                + "penwidth=1.2];",
            "  edge [fontname=\"\(DOT.font)\", fontsize=10, fontcolor=\"\(DrawingColours.ink)\", "
                + "color=\"\(DrawingColours.line)\", arrowsize=0.7, penwidth=1.1];",
            "",
        ]
        lines += nodes.map { "  \(DOT.quoted($0.id)) [\(DOT.attributes(of: $0))];" }
        lines.append("")
        lines += edges.map { "  \(DOT.quoted($0.from)) -> \(DOT.quoted($0.to)) [\(DOT.attributes(of: $0))];" }
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Graphviz's words.
private enum DOT {
    static let font = "Helvetica,Arial,sans-serif"

    /// A text in quotes.
    ///
    /// Graphviz reads a backslash as the beginning of an escape, and `&` as that of an entity.
    static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("&", with: "&amp;")
            .replacing("\n", with: "\\n")
        return "\"" + escaped + "\""
    }

    /// A text inside an HTML-like label.
    ///
    /// `\N` is the node's name there as well, and no escape prevents it: a space without width has to.
    static func markup(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
            .replacing("\\", with: "\\&#8203;")
    }

    static func heading(_ drawing: BotDrawing) -> String { "<<b>\(markup(drawing.title))</b><br/> >" }

    // MARK: - Nodes

    static func attributes(of node: BotDrawing.Node) -> String {
        let look = look(of: node)
        var all = [
            ("label", "<" + label(of: node, ink: look.ink) + ">"), ("shape", look.shape),
            ("style", "\"\(look.style)\""), ("fillcolor", "\"\(look.fill)\""), ("color", "\"\(look.line)\""),
            ("fontcolor", "\"\(look.ink)\""),
        ]
        if look.width != "" { all.append(("penwidth", look.width)) }
        if node.shape == .end { all.append(("peripheries", "2")) }
        all.append(("tooltip", quoted(tooltip(of: node))))
        return all.map { "\($0)=\($1)" }.joined(separator: ", ")
    }

    private struct Look {
        var shape: String
        var style: String
        var fill: String
        var line: String
        var ink = DrawingColours.ink
        var width = ""
    }

    private static func look(of node: BotDrawing.Node) -> Look {
        let colours = DrawingColours.node(node.shape)
        let (shape, style) = shape(node.shape)
        var look = Look(shape: shape, style: style, fill: colours.fill, line: colours.line)
        if node.shape == .entry { look.ink = "#ffffff" }
        if node.isStart { look.width = "2.4" }
        if !node.isReachable {
            look.style += ",dashed"
            look.fill = DrawingColours.unreachableFill
            look.line = DrawingColours.unreachable
            look.ink = DrawingColours.quiet
        }
        if let extent = node.walk?.extent {
            let walked = DrawingColours.walk(extent)
            (look.fill, look.line, look.ink) = (walked.fill, walked.line, DrawingColours.ink)
            if extent == .nothing { look.style += look.style.contains("dashed") ? "" : ",dashed" }
            look.width = extent == .all ? "1.6" : "2.4"
        }
        if let severity = node.marks.gravest {
            let marked = DrawingColours.finding(severity)
            if node.isReachable { look.fill = marked.fill }
            look.line = marked.line
            look.ink = DrawingColours.ink
            look.width = String(DrawingColours.width(severity))
        }
        return look
    }

    private static func shape(_ shape: BotDrawing.Shape) -> (name: String, style: String) {
        switch shape {
        case .entry: ("box", "rounded,filled")
        case .everyMenu: ("box", "filled,dashed")
        case .menu: ("box", "filled")
        case .capture: ("note", "filled")
        case .message: ("box", "rounded,filled")
        case .condition: ("diamond", "filled")
        case .set: ("component", "filled")
        case .forward: ("box", "filled,diagonals")
        case .end: ("box", "rounded,filled")
        }
    }

    private static func label(of node: BotDrawing.Node, ink: String) -> String {
        let quiet = ink == DrawingColours.ink ? DrawingColours.quiet : ink
        var lines = ["<b>\(markup(node.title))</b>"]
        if !node.kind.isEmpty {
            lines.append("<font point-size=\"9\" color=\"\(quiet)\">\(markup(node.kind))</font>")
        }
        lines += node.lines.map { "<font point-size=\"11\">\(markup($0))</font>" }
        return (lines + walk(node.walk, size: 10) + marks(node.marks, size: 10)).joined(separator: "<br/>")
    }

    private static func walk(_ walk: DrawnWalk?, size: Int) -> [String] {
        guard let walk else { return [] }
        let colour = DrawingColours.walk(walk.extent).line
        return ["<font point-size=\"\(size)\" color=\"\(colour)\"><b>\(markup(walk.words))</b></font>"]
    }

    private static func marks(_ marks: [BotDrawing.Mark], size: Int) -> [String] {
        marks.ids.map { severity, id in
            let colour = DrawingColours.finding(severity).line
            let text = "\(DrawingColours.sign(severity)) \(markup(id))"
            return "<font point-size=\"\(size)\" color=\"\(colour)\"><b>\(text)</b></font>"
        }
    }

    private static func tooltip(of node: BotDrawing.Node) -> String {
        ([node.title] + [node.walk?.words].compactMap(\.self) + node.marks.map(sentence)).joined(separator: "\n")
    }

    private static func sentence(_ mark: BotDrawing.Mark) -> String {
        "\(mark.severity.rawValue): [\(mark.id)] \(DrawnText.plain(mark.message))"
    }

    // MARK: - Edges

    static func attributes(of edge: BotDrawing.Edge) -> String {
        var all: [(String, String)] = []
        let lines = edge.labels.map(markup) + walk(edge.walk, size: 9) + marks(edge.marks, size: 9)
        if !lines.isEmpty {
            // A table's padding keeps the words off the line.
            let cell = "<tr><td>\(lines.joined(separator: "<br/>"))</td></tr>"
            all.append(("label", "<<table border=\"0\" cellspacing=\"0\" cellpadding=\"3\">\(cell)</table>>"))
        }
        if edge.isDashed || !edge.isReachable || edge.walk?.extent == .nothing { all.append(("style", "dashed")) }
        if !edge.isReachable {
            all.append(("color", "\"\(DrawingColours.unreachable)\""))
            all.append(("fontcolor", "\"\(DrawingColours.quiet)\""))
        }
        if let extent = edge.walk?.extent {
            all.removeAll { $0.0 == "color" }
            all.append(("color", "\"\(DrawingColours.walk(extent).line)\""))
            all.append(("penwidth", extent == .all ? "1.8" : "2.4"))
        }
        if let severity = edge.marks.gravest {
            all.removeAll { $0.0 == "color" || $0.0 == "penwidth" }
            all.append(("color", "\"\(DrawingColours.finding(severity).line)\""))
            all.append(("penwidth", String(DrawingColours.width(severity))))
        }
        let walked = [edge.walk?.words].compactMap(\.self)
        let words = ["\(edge.from) → \(edge.to)"] + edge.labels + walked + edge.marks.map(sentence)
        let tooltip = quoted(words.joined(separator: "\n"))
        all.append(("tooltip", tooltip))
        if !lines.isEmpty { all.append(("labeltooltip", tooltip)) }
        return all.map { "\($0)=\($1)" }.joined(separator: ", ")
    }
}

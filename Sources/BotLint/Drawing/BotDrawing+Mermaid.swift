import BotGraph

extension BotDrawing {
    /// The drawing in Mermaid's language (https://mermaid.js.org/syntax/flowchart.html), the same text every time.
    package var mermaid: String {
        let names = Mermaid.names(of: nodes)
        var lines = ["---", "title: \(Mermaid.title(title))", "---", "flowchart TB"]
        for node in nodes {
            guard let name = names[node.id] else { continue }
            let (opening, closing) = Mermaid.brackets(node.shape)
            lines.append("  \(name)\(opening)\(Mermaid.label(of: node))\(closing)")
        }
        var styles: [String] = []
        var count = 0
        for edge in edges {
            guard let from = names[edge.from], let to = names[edge.to] else { continue }
            lines.append("  \(from) \(edge.isDashed ? "-.->" : "-->")\(Mermaid.label(of: edge)) \(to)")
            if let style = Mermaid.style(of: edge) { styles.append("  linkStyle \(count) \(style)") }
            count += 1
        }
        lines += Mermaid.classes(of: nodes, names: names)
        return (lines + styles).joined(separator: "\n") + "\n"
    }
}

/// Mermaid's words.
private enum Mermaid {
    /// A name of letters, digits and `_` for each node: `end` and the like are words of the language, and hyphens are lines.
    static func names(of nodes: [BotDrawing.Node]) -> [String: String] {
        var names: [String: String] = [:]
        var taken: Set<String> = []
        for node in nodes {
            let isOwn = node.id.contains(" ")
            let base = (isOwn ? "x_" : "n_") + node.id.replacing("-", with: "_").replacing(" ", with: "_")
            var name = base
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(base)__\(number)"
                number += 1
            }
            names[node.id] = name
        }
        return names
    }

    /// A text between quotes, where every sign that could mean something is written as an entity.
    static func quoted(_ lines: [String]) -> String {
        "\"" + lines.map(escaped).joined(separator: "<br/>") + "\""
    }

    private static func escaped(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.reduce(into: "") { result, index in
            let scalar = scalars[index]
            // Between letters `_` and `-` are themselves; elsewhere they may be Markdown's.
            let isInside =
                index > 0 && index + 1 < scalars.count && isWord(scalars[index - 1]) && isWord(scalars[index + 1])
            if isPlain(scalar) || (isInside && (scalar == "_" || scalar == "-")) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "#\(scalar.value);"
            }
        }
    }

    /// The title as YAML has it between double quotes, where Mermaid looks for signs of its own as well.
    static func title(_ text: String) -> String {
        let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
            guard !isPlain(scalar) else {
                result.unicodeScalars.append(scalar)
                return
            }
            let code = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
        }
        return "\"\(escaped)\""
    }

    /// Whether a sign is nothing but itself to Mermaid, Markdown and YAML.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII || isWord(scalar) || " .,!?()'".unicodeScalars.contains(scalar)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    static func brackets(_ shape: BotDrawing.Shape) -> (String, String) {
        switch shape {
        case .entry, .end: ("([", "])")
        case .everyMenu: ("[", "]")
        case .menu: ("{{", "}}")
        case .capture: ("[/", "/]")
        case .message: ("(", ")")
        case .condition: ("{", "}")
        case .set: ("[[", "]]")
        case .forward: (">", "]")
        }
    }

    static func label(of node: BotDrawing.Node) -> String {
        let kind = node.kind.isEmpty ? [] : ["(\(node.kind))"]
        return quoted([node.title] + kind + node.lines + marks(node.marks))
    }

    static func label(of edge: BotDrawing.Edge) -> String {
        let lines = edge.labels + marks(edge.marks)
        return lines.isEmpty ? "" : "|\(quoted(lines))|"
    }

    private static func marks(_ marks: [BotDrawing.Mark]) -> [String] {
        marks.ids.map { "\(DrawingColours.sign($0)) \($1)" }
    }

    static func style(of edge: BotDrawing.Edge) -> String? {
        if let severity = edge.marks.gravest {
            return "stroke:\(DrawingColours.finding(severity).line),stroke-width:\(DrawingColours.width(severity))px"
        }
        return edge.isReachable ? nil : "stroke:\(DrawingColours.unreachable),stroke-dasharray:4 4"
    }

    // MARK: - Classes

    /// The classes that are used, and who has them; those of findings come last, as the later one wins.
    static func classes(of nodes: [BotDrawing.Node], names: [String: String]) -> [String] {
        var members: [String: [String]] = [:]
        for node in nodes {
            guard let name = names[node.id] else { continue }
            members[className(node.shape), default: []].append(name)
            if node.isStart { members["start_node", default: []].append(name) }
            if !node.isReachable { members["unreachable", default: []].append(name) }
            if let severity = node.marks.gravest { members["found_\(severity.rawValue)", default: []].append(name) }
        }
        return styles.flatMap { name, style in
            members[name].map { ["  classDef \(name) \(style)", "  class \($0.joined(separator: ",")) \(name)"] } ?? []
        }
    }

    private static func className(_ shape: BotDrawing.Shape) -> String { "\(shape)_node" }

    private static let styles: [(name: String, style: String)] =
        BotDrawing.Shape.allCases.map { shape in
            let colours = DrawingColours.node(shape)
            let ink = shape == .entry ? "#ffffff" : DrawingColours.ink
            let dashes = shape == .everyMenu ? ",stroke-dasharray:4 4" : ""
            return (className(shape), "fill:\(colours.fill),stroke:\(colours.line),color:\(ink)\(dashes)")
        } + [
            ("start_node", "stroke-width:3px"),
            (
                "unreachable",
                "fill:\(DrawingColours.unreachableFill),stroke:\(DrawingColours.unreachable),color:\(DrawingColours.quiet),"
                    + "stroke-dasharray:4 4"
            ),
        ]
        + Diagnostic.Severity.allCases.map { severity in
            let colours = DrawingColours.finding(severity)
            let width = DrawingColours.width(severity)
            return (
                "found_\(severity.rawValue)",
                "fill:\(colours.fill),stroke:\(colours.line),color:\(DrawingColours.ink),stroke-width:\(width)px"
            )
        }
}

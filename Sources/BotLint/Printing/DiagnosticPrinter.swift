package import BotGraph

/// Writes findings for people: `path:line:column: error: [id] sentence`, the source line, and a mark under the place.
package struct DiagnosticPrinter: Sendable {
    private let sources: [String: String]
    private let isColoured: Bool

    /// - Parameters:
    ///   - sources: The text of each file by the path that findings name it by. A finding about another has no source line.
    ///   - isColoured: Whether to colour for a terminal.
    package init(sources: [String: String], isColoured: Bool = false) {
        self.sources = sources
        self.isColoured = isColoured
    }

    /// The findings in the order given, each with its notes; empty when there are none.
    package func print(_ diagnostics: [Diagnostic]) -> String {
        var output = ""
        // Most files have no findings, and their lines need not be looked for.
        var texts: [String: BotText] = [:]
        for diagnostic in diagnostics {
            write(
                diagnostic.severity,
                "[\(diagnostic.id)] \(diagnostic.message)",
                at: diagnostic.location,
                length: diagnostic.length,
                from: &texts,
                to: &output
            )
            for note in diagnostic.notes {
                write(.note, note.message, at: note.location, length: 1, from: &texts, to: &output)
            }
        }
        return output
    }

    private func write(
        _ severity: Diagnostic.Severity,
        _ message: String,
        at location: SourceLocation,
        length: Int,
        from texts: inout [String: BotText],
        to output: inout String
    ) {
        let colour = colour(of: severity)
        output += paint("\(location):", "1") + " " + paint("\(severity.rawValue):", colour) + " \(message)\n"
        if texts[location.path] == nil {
            texts[location.path] = sources[location.path].map { BotText($0, path: location.path) }
        }
        guard let text = texts[location.path]?.line(location.line) else { return }
        let line = SourceLine(text, column: location.column, length: length)
        output += "    \(line.text)\n    \(paint(line.marks, colour))\n"
    }

    private func colour(of severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "1;35"
        case .note: "1;36"
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

import BotGraph

/// Writes a page for a terminal.
package struct LintPageText: Sendable {
    private let isColoured: Bool
    /// How long a line of prose is.
    private static let width = 96

    package init(isColoured: Bool = false) {
        self.isColoured = isColoured
    }

    package func print(_ page: LintPage) -> String {
        var text = "\(paint(page.id, "1")) (\(page.severity.rawValue))\n\n"
        text += LintPageText.wrapped(page.summary) + "\n\n"
        text += "Family: \(page.family). "
        text += page.canBeFixed ? "Mended by: touchtone lint --fix.\n\n" : "Mended by hand.\n\n"
        text += LintPageText.wrapped(page.explanation) + "\n"
        if let failure = page.failure {
            let printer = DiagnosticPrinter(sources: [LintPage.examplePath: failure.text], isColoured: isColoured)
            text += "\n\(paint("A bot with it:", "1"))\n\n" + LintPageText.indented(failure.text)
            text += "\n" + LintPageText.indented(printer.print(failure.findings))
        }
        if let passing = page.passing {
            text += "\n\(paint("A bot without:", "1"))\n\n" + LintPageText.indented(passing)
        }
        return text
    }

    private func paint(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    }

    /// The text with its long lines broken between words; lines that are indented stay as they are.
    static func wrapped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.count > width, !line.hasPrefix(" ") else { return String(line) }
            var lines = [""]
            for word in line.split(separator: " ") {
                let last = lines[lines.count - 1]
                if last.isEmpty {
                    lines[lines.count - 1] = String(word)
                } else if last.count + 1 + word.count <= width {
                    lines[lines.count - 1] += " \(word)"
                } else {
                    lines.append(String(word))
                }
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}

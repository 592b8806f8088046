import BotGraph

/// The coverage of bots as one page of HTML that needs nothing else: no network, no script, no other file.
package struct CoveragePage {
    /// One bot on the page.
    package struct Subject: Sendable {
        package let coverage: Coverage
        /// The bot's file.
        package let source: String
        package let drawing: Drawing

        package init(coverage: Coverage, source: String, drawing: Drawing) {
            self.coverage = coverage
            self.source = source
            self.drawing = drawing
        }
    }

    /// The bot's graph, coloured by what was walked.
    package enum Drawing: Sendable, Hashable {
        case svg(String)
        /// There is none; the sentence says why, and what to do.
        case missing(String)
    }

    private let subjects: [Subject]

    /// - Parameter subjects: The bots in the order in which they shall stand.
    package init(_ subjects: [Subject]) {
        self.subjects = subjects
    }

    /// The page, the same text every time.
    package var html: String {
        let share = subjects.map(\.coverage).share
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            "<title>Coverage: \(share.percent) %</title>", "<style>\(CoveragePage.style)</style>", "</head>", "<body>",
            "<main>", "<h1>Coverage: \(share.percent) %</h1>",
            "<p>Calls passed \(share.passed) of \(share.total) points of \(subjects.count) "
                + "bot\(subjects.count == 1 ? "" : "s").</p>",
        ]
        lines += overview
        for (index, subject) in subjects.enumerated() { lines += section(subject, number: index + 1) }
        lines += ["</main>", "</body>", "</html>"]
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Tables

    private var overview: [String] {
        guard subjects.count > 1 else { return [] }
        let rows = subjects.enumerated().map { index, subject in
            let name = "<a href=\"#bot-\(index + 1)\">\(CoveragePage.escaped(subject.coverage.bot.name.text))</a>"
            return CoveragePage.row(name, subject.coverage.share)
        }
        return CoveragePage.table("All bots", first: "Bot", rows)
    }

    private static func table(_ caption: String, first: String, _ rows: [String]) -> [String] {
        let head =
            "<tr><th scope=\"col\">\(first)</th><th scope=\"col\">Walked</th><th scope=\"col\">Share</th>"
            + "<td class=\"bar\"></td></tr>"
        return ["<table class=\"shares\">", "<caption>\(caption)</caption>", "<thead>\(head)</thead>", "<tbody>"] + rows
            + ["</tbody>", "</table>"]
    }

    private static func row(_ name: String, _ share: CoverageShare) -> String {
        let bar =
            "<span class=\"\(share.reaches(100) ? "walked" : "partly")\" style=\"width:\(share.percent)%\"></span>"
        return "<tr><th scope=\"row\">\(name)</th><td>\(share.passed) of \(share.total)</td><td>\(share.percent) %</td>"
            + "<td class=\"bar\" aria-hidden=\"true\"><div>\(bar)</div></td></tr>"
    }

    // MARK: - One bot

    private func section(_ subject: Subject, number: Int) -> [String] {
        let coverage = subject.coverage
        let groups = CoveragePoint.Group.allCases.compactMap { group -> String? in
            let share = coverage.share { $0.group == group }
            return share.total == 0 ? nil : CoveragePage.row(group.rawValue, share)
        }
        let title = CoveragePage.escaped(coverage.bot.title)
        let path = CoveragePage.escaped(coverage.bot.location.path)
        return [
            "<section id=\"bot-\(number)\" aria-labelledby=\"title-\(number)\">",
            "<h2 id=\"title-\(number)\">\(title): \(coverage.share.percent) %</h2>", "<p><code>\(path)</code></p>",
        ] + CoveragePage.table("What was walked", first: "Of", groups + [CoveragePage.row("all", coverage.share)])
            + drawing(subject, number: number) + source(subject) + ["</section>"]
    }

    private func drawing(_ subject: Subject, number: Int) -> [String] {
        switch subject.drawing {
        case .missing(let sentence): return ["<p class=\"none\">\(CoveragePage.escaped(sentence))</p>"]
        case .svg(let text):
            let name = CoveragePage.escaped(subject.coverage.bot.title)
            return [
                "<h3>The graph</h3>", CoveragePage.legend,
                "<div class=\"drawing\" tabindex=\"0\" role=\"img\" aria-label=\"The graph of \(name); the list below says the "
                    + "same in words.\">",
                CoveragePage.embedded(text, number: number), "</div>",
            ]
        }
    }

    private static let legend =
        "<p class=\"legend\">"
        + CoverageState.allCases.map { "<span class=\"\($0.rawValue)\">\($0.sign) \($0.words)</span>" }
        .joined(separator: " ") + "</p>"

    /// The drawing without its prologue, with names of its own: two drawings on a page may not share any.
    private static func embedded(_ svg: String, number: Int) -> String {
        guard let start = svg.firstRange(of: "<svg") else { return "" }
        return String(svg[start.lowerBound...]).replacing(" id=\"", with: " id=\"g\(number)-")
    }

    // MARK: - The file

    private func source(_ subject: Subject) -> [String] {
        let found = CoverageLine.lines(of: [subject.coverage])
        let byNumber = Dictionary(found.map { ($0.number, $0) }) { first, _ in first }
        // As the loader counts lines.
        let ends: Set<Character> = ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
        let texts = subject.source.split(omittingEmptySubsequences: false) { ends.contains($0) }
        let rows = texts.enumerated().map { index, text in
            CoveragePage.line(index + 1, String(text), byNumber[index + 1])
        }
        // A file that ends with a line end has no line behind it.
        let last = texts.last?.isEmpty == true ? rows.dropLast() : rows[...]
        return [
            "<h3>The file</h3>", CoveragePage.legend, "<table class=\"source\">",
            "<caption>Each line with how often calls passed it</caption>",
            "<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Calls</th><th scope=\"col\">Text</th></tr></thead>",
            "<tbody>",
        ] + last + ["</tbody>", "</table>"]
    }

    private static func line(_ number: Int, _ text: String, _ line: CoverageLine?) -> String {
        let code = "<code>\(escaped(text))</code>"
        guard let line else { return "<tr><th scope=\"row\">\(number)</th><td></td><td>\(code)</td></tr>" }
        let state = line.state
        let sign = "<span aria-hidden=\"true\">\(state.sign)</span> <span class=\"hidden\">\(state.words)</span>"
        let names = line.missed.map { escaped($0.name) }.joined(separator: ", ")
        let note = names.isEmpty ? "" : "<div class=\"note\">not walked: \(names)</div>"
        return "<tr class=\"\(state.rawValue)\"><th scope=\"row\">\(number)</th><td>\(sign) \(line.passes)</td>"
            + "<td>\(code)\(note)</td></tr>"
    }

    /// A text as HTML shows it; what would not be seen, and might turn the line around, is shown as a sign.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t": result += "    "
            default:
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator, .surrogate: result += "\u{FFFD}"
                case .format: result += CoveragePage.turning.contains(scalar.value) ? "\u{FFFD}" : String(scalar)
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
    }

    /// The signs that turn the direction of what follows.
    private static let turning: [ClosedRange<UInt32>] = [0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069]
}

extension [ClosedRange<UInt32>] {
    fileprivate func contains(_ value: UInt32) -> Bool { contains { $0.contains(value) } }
}

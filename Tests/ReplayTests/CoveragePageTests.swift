import BotGraph
import CallEngine
import Replay
import Telephony
import Testing

struct CoveragePageTests {
    @Test func `each line of the file is told walked, partly walked or not, with a sign and in words`() throws {
        let html = try page(CoverageBot.tiny, [CoverageBot.press("1")], [.silence, CoverageBot.press("1")])
        let rows = html.split(separator: "\n").filter { $0.hasPrefix("<tr") && $0.contains("<code>") }
        #expect(rows.count == 13)
        #expect(rows[1] == "<tr><th scope=\"row\">2</th><td></td><td><code>title: Tiny</code></td></tr>")
        #expect(rows[4].hasPrefix("<tr class=\"walked\"><th scope=\"row\">5</th>"))
        #expect(rows[4].contains("<span class=\"hidden\">walked</span> 2</td>"))
        #expect(rows[9].hasPrefix("<tr class=\"missed\">"))
        #expect(rows[9].contains("\u{2717}</span> <span class=\"hidden\">not walked</span> 0</td>"))
        #expect(rows[9].contains("<div class=\"note\">not walked: option &#39;two&#39; of &#39;menu&#39;</div>"))
        #expect(rows[10].hasPrefix("<tr class=\"partly\">"))
        #expect(rows[10].contains("not walked: silence exit of &#39;menu&#39;"))
    }

    @Test func `the page needs nothing from elsewhere`() throws {
        let html = try page(CoverageBot.whole)
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'"))
        #expect(html.contains("name=\"viewport\""))
        #expect(html.contains("prefers-color-scheme: dark"))
        for word in ["<script", "src=\"", "@import", "url(", "href=\"http"] { #expect(!html.contains(word)) }
    }

    @Test func `the table has the groups of the bot and all of them together`() throws {
        let html = try page(CoverageBot.tiny, [CoverageBot.press("1")])
        #expect(html.contains("<h1>Coverage: 54 %</h1>"))
        #expect(html.contains("<p>Calls passed 6 of 11 points of 1 bot.</p>"))
        #expect(html.contains("<tr><th scope=\"row\">options</th><td>1 of 2</td><td>50 %</td>"))
        #expect(html.contains("<tr><th scope=\"row\">all</th><td>6 of 11</td><td>54 %</td>"))
        #expect(!html.contains("All bots"))
    }

    @Test func `several bots have a table above that leads to each`() throws {
        let first = Coverage(of: try CoverageBot.load(CoverageBot.tiny))
        let second = Coverage(of: try CoverageBot.load(CoverageBot.whole, path: "b.yaml"))
        let page = CoveragePage([
            CoveragePage.Subject(coverage: first, source: CoverageBot.tiny, drawing: .svg(drawing)),
            CoveragePage.Subject(coverage: second, source: CoverageBot.whole, drawing: .svg(drawing)),
        ])
        #expect(page.html.contains("<caption>All bots</caption>"))
        #expect(page.html.contains("<a href=\"#bot-2\">whole</a>"))
        #expect(page.html.contains("<section id=\"bot-2\""))
        // No name stands twice on the page.
        let names = page.html.matches(of: #/ id="([^"]*)"/#).map(\.output.1)
        #expect(Set(names).count == names.count)
        #expect(names.contains("g1-node1") && names.contains("g2-node1"))
    }

    @Test func `a drawing stands in the page without its prologue`() throws {
        let bot = try CoverageBot.load(CoverageBot.tiny)
        let subject = CoveragePage.Subject(
            coverage: Coverage(of: bot),
            source: CoverageBot.tiny,
            drawing: .svg(drawing)
        )
        let html = CoveragePage([subject]).html
        #expect(html.contains("role=\"img\" aria-label=\"The graph of Tiny;"))
        #expect(!html.contains("<?xml") && html.ranges(of: "<!DOCTYPE").count == 1)
    }

    @Test func `where no graph is drawn a sentence says so`() throws {
        #expect(try page(CoverageBot.tiny).contains("<p class=\"none\">Install Graphviz &amp; try again.</p>"))
    }

    @Test func `hostile texts stay texts`() throws {
        let hostile = CoverageBot.tiny.replacing("title: Tiny", with: "title: \"</h2><script>alert(1)</script>\"")
            .replacing("Press 1 or 2.", with: "<img src=x onerror=alert(1)> & \u{202E}desrever\u{2066}")
            .replacing("press: \"2\"", with: "press: \"2\", say: [\"</code>'\"]")
        let html = try page(hostile)
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("\u{202E}"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; \u{FFFD}desrever\u{FFFD}"))
        #expect(html.contains("&lt;/code&gt;&#39;"))
    }

    @Test func `a file with the line ends of Windows has its lines`() throws {
        let source = CoverageBot.tiny.replacing("\n", with: "\r\n") + "\r\n"
        let html = try page(source, [CoverageBot.press("1")])
        // The first is the path.
        #expect(html.ranges(of: "<code>").count == 14)
        #expect(html.contains("<code>title: Tiny</code>"))
        #expect(!html.contains("\r") && !html.contains("\u{FFFD}"))
    }

    private let drawing = """
        <?xml version="1.0"?>
        <!DOCTYPE svg PUBLIC "x" "y">
        <svg width="8pt" height="8pt"><g id="node1" class="node"><title>menu</title></g></svg>
        """

    private func page(_ source: String, _ calls: [CallerInput]...) throws -> String {
        let bot = try CoverageBot.load(source)
        var coverage = Coverage(of: bot)
        for inputs in calls { coverage.add(try CoverageBot.passages(of: bot, inputs)) }
        let drawing = CoveragePage.Drawing.missing("Install Graphviz & try again.")
        return CoveragePage([CoveragePage.Subject(coverage: coverage, source: source, drawing: drawing)]).html
    }
}

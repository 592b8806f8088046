import Airscript
import Testing

struct HostileInputTests {
    @Test(arguments: [
        "(", "[", "{a:", "{\"a\":[", "-(", "IF(1,", "a[", "a[?(", "\"{{", "LET x = ", "LET x = 1 IN ", "FROM x IN ",
        "1 + (", "1 = 1 ?? 1 + 1 * -(", "TRUE AND (",
    ])
    func `a hundred thousand openings are a syntax error`(opening: String) throws {
        let source = String(repeating: opening, count: 100_000)
        let error = try syntaxError(source)
        #expect(error.message == "nested more than 200 deep; take a part out into a variable")
        #expect(error.offset < source.unicodeScalars.count)
    }

    @Test(arguments: [
        ("(", "1", ")"), ("[", "1", "]"), ("1 = 1 ?? 1 + 1 * -(", "1", ")"), ("\"{{", "1", "}}\""), ("{a: ", "1", "}"),
        ("LET x = 1 IN ", "x", ""), ("IF(TRUE, ", "1", ")"), ("[1][?(", "1", ")]"), ("FROM x IN ", "y", ""),
    ])
    func `nesting up to the limit is parsed and evaluated`(opening: String, core: String, closing: String) throws {
        let depth = 199
        let source = String(repeating: opening, count: depth) + core + String(repeating: closing, count: depth)
        _ = try value(source)
    }

    @Test(arguments: [
        "{{", "{{\"", "{{(", "\\", "\\{", "{", "\"", "}}", "{{}}", "\\u", "\u{0}", "\u{FFFD}", "e\u{301}", "//", "??",
        "#",
    ])
    func `a source of one thing many times over ends in a value or an error`(piece: String) {
        let source = String(repeating: piece, count: 50_000)
        _ = try? Expression.parse(source).evaluate(in: Scope())
        _ = try? Template.parse(source).render(in: Scope())
    }

    @Test func `long rows of operators and steps are no nesting`() throws {
        let count = 10_000
        #expect(try value("0" + String(repeating: " + 1", count: count)) == .number(Double(count)))
        #expect(try value(String(repeating: "-", count: count) + "1") == .number(1))
        #expect(try value("NULL" + String(repeating: "[*].a[0]", count: count)) == .null)
        #expect(try value("1" + String(repeating: " ?? 1", count: count)) == .number(1))
        #expect(try value("TRUE" + String(repeating: " AND TRUE", count: count)) == .boolean(true))
    }

    @Test func `a long text is itself`() throws {
        let text = String(repeating: "héllo ", count: 100_000)
        #expect(try value("\"\(text)\"") == .text(text))
        #expect(try Template.parse(text).constant == text)
    }

    @Test func `a long word is cut in the message`() throws {
        let message = try syntaxError("1 " + String(repeating: "x", count: 100_000)).message
        #expect(message == "expected an operator or the end, found `" + String(repeating: "x", count: 40) + "…`")
    }

    @Test func `an object with very many names is built and compared`() throws {
        let names = (0..<10_000).map { "k\($0): 1" }
        let one = try value("{" + names.joined(separator: ", ") + "}")
        let other = try value("{" + names.reversed().joined(separator: ", ") + "}")
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
    }

    @Test func `loops in loops run out of steps`() throws {
        let list = Value.list(Array(repeating: .number(1), count: 1_000))
        let error = try evaluationError(
            "FROM a IN list SELECT FROM b IN list SELECT FROM c IN list SELECT a",
            in: Scope(["list": list])
        )
        #expect(error.identifier == "error.application.airscript.limit")
        #expect(error.message == "the expression takes more than 500000 steps; use shorter lists")
    }

    @Test(arguments: ["[x, x]", "{a: x, b: x}", "x + x"])
    func `a value that doubles again and again is stopped`(step: String) throws {
        let source = "LET x = [1] IN " + String(repeating: "LET x = \(step) IN ", count: 150)
        for last in ["x", "x = x", "\"{{x}}\"", "FROM y IN [x] SELECT DISTINCT y"] {
            #expect(try evaluationError(source + last).identifier == "error.application.airscript.limit")
        }
    }

    @Test(arguments: ["x + x", "\"{{x}}{{x}}\"", "\"{{[x, x]}}\""])
    func `a text that doubles again and again is stopped`(step: String) throws {
        let source = "LET x = \"abcdefgh\" IN " + String(repeating: "LET x = \(step) IN ", count: 100) + "1"
        let error = try evaluationError(source)
        #expect(error.message == "the expression produces more than 1048576 bytes of text")
    }

    @Test func `a template's expressions share one limit`() throws {
        let template = try Template.parse(String(repeating: "{{x}}", count: 2_000))
        let scope = Scope(["x": .text(String(repeating: "a", count: 1_000))])
        #expect(throws: EvaluationError.self) { try template.render(in: scope) }
    }

    @Test func `a value cannot be wrapped deeper without end`() throws {
        var deep = Value.number(1)
        var wraps = 0
        let expression = try Expression.parse("[x]")
        while let wrapped = try? expression.evaluate(in: Scope(["x": deep])) {
            deep = wrapped
            wraps += 1
        }
        #expect(wraps == 200)
    }
}

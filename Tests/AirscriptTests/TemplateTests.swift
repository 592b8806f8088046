import Airscript
import Testing

struct TemplateTests {
    private let scope = Scope([
        "name": .text("Ada"), "n": .number(3), "list": .list([.number(1), .text("x")]),
        "actor": .object(Record([("first_name", .text("Grace"))])),
    ])

    @Test(arguments: [
        ("", ""),
        ("Hello.", "Hello."),
        ("Hello {{actor.first_name}}, {{n + 1}}!", "Hello Grace, 4!"),
        ("{{name}}", "Ada"),
        ("{{ name }}{{ n }}", "Ada3"),
        ("{{unset}}|{{NULL}}", "|"),
        ("{{list}} {{ {a: list} }}", #"[1,"x"] {"a":[1,"x"]}"#),
        (#"\{{name}} is {{name}}"#, "{{name}} is Ada"),
        (#"a \ b \n {x} }} {"#, #"a \ b \n {x} }} {"#),
        (#"{{"\{{"}}"#, "{{"),
        (#"{{IF(n = 3, "three {{name}}", "other")}}"#, "three Ada"),
        ("{{{a: {b: n}}}}", #"{"a":{"b":3}}"#),
        ("😀{{name}}😀", "😀Ada😀"),
        ("{{name // who\n}}", "Ada"),
    ])
    func `a template is its text with the values in their places`(source: String, text: String) throws {
        #expect(try Template.parse(source).render(in: scope) == text)
    }

    @Test func `only a template without expressions is constant`() throws {
        #expect(try Template.parse("").constant == "")
        #expect(try Template.parse(#"Say \{{ now"#).constant == "Say {{ now")
        #expect(try Template.parse("Say {{1}}").constant == nil)
    }

    @Test func `expressions and references know their places in the template`() throws {
        let template = try Template.parse(#"😀 {{ a.b }} and {{IF(c, "{{d}}")}}"#)
        #expect(template.expressions.map(\.expression.source) == ["a.b", #"IF(c, "{{d}}")"#])
        #expect(template.expressions.map(\.offset) == [5, 18])
        #expect(
            template.references == [
                Reference(path: ["a", "b"], offset: 5), Reference(path: ["c"], offset: 21),
                Reference(path: ["d"], offset: 27),
            ]
        )
        #expect(template.expressions.first?.expression.references == [Reference(path: ["a", "b"], offset: 0)])
    }

    @Test(arguments: [
        ("{{", 0, 2, "the `{{` that starts here has no closing `}}`"),
        ("Hello {{name", 6, 2, "the `{{` that starts here has no closing `}}`"),
        ("Hello {{name + ", 6, 2, "the `{{` that starts here has no closing `}}`"),
        ("Hello {{name}", 12, 1, "expected `}}`, found `}`"),
        ("a {{}} b", 4, 1, "expected a value, found `}`"),
        ("a {{b c}} d", 6, 1, "expected `}}`, found `c`"),
        ("{{a}} {{1 +}}", 11, 1, "expected a value, found `}`"),
        ("{{\"a}}", 2, 1, "the text that starts here has no closing `\"`"),
        ("{{IFF(a, 1)}}", 2, 3, "unknown function `IFF`; did you mean IF?"),
        (#"{{IF(a, \"x\")}}"#, 8, 1, "a backslash stands only in a text; quotes around a text are written without it"),
    ])
    func `a mistake in a template is named at its place in the template`(
        source: String,
        offset: Int,
        length: Int,
        message: String
    ) throws {
        let error = try #require(throws: SyntaxError.self) { try Template.parse(source) }
        #expect(error == SyntaxError(message: message, offset: offset, length: length))
    }

    @Test func `an expression that fails fails the template`() throws {
        let template = try Template.parse("{{1 / n}} {{1 / 0}}")
        #expect(throws: EvaluationError.self) { try template.render(in: scope) }
    }
}

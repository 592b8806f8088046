import Airscript
import Testing

struct TextTests {
    @Test(arguments: [
        (#""a\"b""#, "a\"b"),
        (#""a\\b""#, "a\\b"),
        (#""\n\r\t\v\b\f""#, "\n\r\t\u{B}\u{8}\u{C}"),
        (#""\/""#, "/"),
        (#""\{{x}}""#, "{{x}}"),
        (#""{x} }}""#, "{x} }}"),
        (#""\u00e9\u20AC""#, "é€"),
        (#""\uD83D\uDE00""#, "😀"),
        (#""😀 naïve""#, "😀 naïve"),
        (#""// no comment""#, "// no comment"),
    ])
    func `escapes stand for their characters`(source: String, text: String) throws {
        #expect(try value(source) == .text(text))
    }

    @Test(arguments: [
        (#""Hello {{name}}""#, "Hello Ada"),
        (#""{{name}}{{name}}""#, "AdaAda"),
        (#""{{ name }}!""#, "Ada!"),
        (#""{{ "in {{ "the {{name}}" }}" }}""#, "in the Ada"),
        (#""{{ {a: {b: name}}.a.b }}""#, "Ada"),
        (#""{{ {a: {b: name}} }}""#, #"{"a":{"b":"Ada"}}"#),
        (#""{{{a: {b: 1}}}}""#, #"{"a":{"b":1}}"#),
        (#""{{IF(name = "Ada", "}}", "")}}""#, "}}"),
        (#""[{{NULL}}]""#, "[]"),
        (#""{{TRUE}} {{FALSE}}""#, "true false"),
        (#""{{3}} {{3.50}} {{-0}} {{1 / 4}}""#, "3 3.5 0 0.25"),
        (#""{{[1, "a", NULL, TRUE]}}""#, #"[1,"a",null,true]"#),
    ])
    func `an interpolation stands for its value as text`(source: String, text: String) throws {
        #expect(try value(source, in: Scope(["name": .text("Ada")])) == .text(text))
    }

    @Test(arguments: [
        ("0", "0"), ("42", "42"), ("007", "7"), ("3.14159", "3.14159"), ("1e3", "1000"), ("1E+3", "1000"),
        ("25e-1", "2.5"), ("0.1 + 0.2", "0.30000000000000004"), ("-2.0", "-2"),
        ("9007199254740992", "9007199254740992"),
        ("1e20", "100000000000000000000"), ("123456789e12", "123456789000000000000"), ("1e21", "1e+21"),
        ("-1.5e300", "-1.5e+300"), ("0.000001", "0.000001"), ("0.00001234", "0.00001234"), ("1e-7", "1e-7"),
        ("-2.5e-10", "-2.5e-10"), ("1e-999", "0"), ("5e-324", "5e-324"),
    ])
    func `a number is written in its shortest form`(source: String, text: String) throws {
        let number = try value(source)
        #expect(number.rendered == text)
        #expect(try value(number.json) == number)
    }
}

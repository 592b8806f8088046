import Airscript
import Testing

struct SyntaxErrorTests {
    /// A source that is refused, and where.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let source: String
        let offset: Int
        let length: Int
        let message: String

        init(_ source: String, _ offset: Int, _ length: Int, _ message: String) {
            self.source = source
            self.offset = offset
            self.length = length
            self.message = message
        }

        var testDescription: String { source }
    }

    @Test(arguments: [
        Refusal("", 0, 1, "expected a value, found the end"),
        Refusal("  ", 2, 1, "expected a value, found the end"),
        Refusal("1 +", 3, 1, "expected a value, found the end"),
        Refusal("1 2", 2, 1, "expected an operator or the end, found `2`"),
        Refusal(
            "a and b",
            2,
            3,
            "expected an operator or the end, found `and`; keywords are written in upper case: AND"
        ),
        Refusal(")", 0, 1, "expected a value, found `)`"),
        Refusal("(1", 2, 1, "expected `)` to close the `(`, found the end"),
        Refusal("[1 2]", 3, 1, "expected `,` or `]` in the list, found `2`"),
        Refusal("[1,,2]", 3, 1, "expected a value, found `,`"),
        Refusal("{a 1}", 3, 1, "expected `:` after the name, found `1`"),
        Refusal("{a: 1", 5, 1, "expected `,` or `}` in the object, found the end"),
        Refusal("{1: 2}", 1, 1, "expected a name, or a text as a name, found `1`"),
        Refusal("a.", 2, 1, "expected a name after the `.`, found the end"),
        Refusal("a.\"b\"", 2, 1, "expected a name after the `.`, found a text"),
        Refusal("a[0", 3, 1, "expected `]` to close the `[`, found the end"),
        Refusal("a[?@.b]", 3, 1, "expected `(` after `[?`, found `@`"),
        Refusal("@.b", 0, 1, "`@` is the item that a filter such as `list[?(@.name = \"x\")]` looks at"),
        Refusal("1 + WHERE", 4, 5, "expected a value, found the keyword WHERE"),
        Refusal("LET x 3 IN x", 6, 1, "expected `=` after the name, found `3`"),
        Refusal("LET x = 3", 9, 1, "expected `,` or IN after the value, found the end"),
        Refusal("LET IN = 3 IN 1", 4, 2, "the keyword IN cannot be a name"),
        Refusal("LET null = 3 IN 1", 4, 4, "the keyword null cannot be a name"),
        Refusal("LET x = 3, x = 4 IN x", 11, 1, "the name `x` is already given here"),
        Refusal("FROM x WHERE x", 7, 5, "expected `,` or IN after the name, found `WHERE`"),
        Refusal("FROM a, b, c, d IN e", 12, 1, "expected IN after item, index and collection, found `,`"),
        Refusal("FROM x IN y ORDER x", 18, 1, "expected BY after ORDER, found `x`"),
        Refusal("FROM x IN y LIMIT 1 WHERE x", 20, 5, "expected an operator or the end, found `WHERE`"),
        Refusal(
            "FROM x IN y SELECT DISTINCT x: x",
            29,
            1,
            "DISTINCT is for lists; the names of an object are distinct anyway"
        ),
        Refusal("a == b", 2, 2, "`==` is no operator; equality is written `=`"),
        Refusal("a && b", 2, 2, "`&&` is no operator; write AND"),
        Refusal("a || b", 2, 2, "`||` is no operator; write OR"),
        Refusal("!a", 0, 1, "`!` is no operator; write NOT(…), or `!=` for unequal"),
        Refusal("'a'", 0, 1, "a text stands in double quotes, not in single ones"),
        Refusal("“a”", 0, 1, "a text stands in straight double quotes, not in curly ones"),
        Refusal("1;", 1, 1, "`;` has no meaning; an expression is one value"),
        Refusal("é + $", 4, 1, "unexpected `$`"),
        Refusal("1 \u{7} 2", 2, 1, "unexpected character U+0007"),
        Refusal("12ab", 0, 4, "`12ab` is neither a number nor a name; a name starts with a letter"),
        Refusal("1e", 0, 2, "`1e` is neither a number nor a name; a name starts with a letter"),
        Refusal("1e999", 0, 5, "the number `1e999` is too large"),
        Refusal(".5", 0, 1, "expected a value, found `.`"),
        Refusal("1.", 2, 1, "expected a name after the `.`, found the end"),
        Refusal(#"1 + "abc"#, 4, 1, "the text that starts here has no closing `\"`"),
        Refusal(#""a\q""#, 2, 2, #"unknown escape `\q`; there are \" \\ \/ \n \r \t \v \b \f \uXXXX and \{{"#),
        Refusal(#""a\{b""#, 2, 2, #"unknown escape `\{`; there are \" \\ \/ \n \r \t \v \b \f \uXXXX and \{{"#),
        Refusal(#""a\"#, 2, 1, #"unknown escape `\`; there are \" \\ \/ \n \r \t \v \b \f \uXXXX and \{{"#),
        Refusal(#""\u12x4""#, 1, 4, #"`\u` takes four hexadecimal digits"#),
        Refusal(
            #""\ud83d""#,
            1,
            6,
            #"half a surrogate pair; a character beyond U+FFFF is written as two, `\uD83D\uDE00`"#
        ),
        Refusal(
            #""\udE00\ud83d""#,
            1,
            6,
            #"half a surrogate pair; a character beyond U+FFFF is written as two, `\uD83D\uDE00`"#
        ),
        Refusal(#""a {{b""#, 6, 1, "expected `}}`, found a text"),
        Refusal(#""a {{b"#, 3, 2, "the `{{` that starts here has no closing `}}`"),
        Refusal(#""a {{}}""#, 5, 1, "expected a value, found `}`"),
        Refusal(#""a {{b} c""#, 6, 1, "expected `}}`, found `}`"),
        Refusal(#""a {{b c}}""#, 7, 1, "expected `}}`, found `c`"),
        Refusal("IF(1, 2", 7, 1, "expected `,` or `)` after the argument, found the end"),
        Refusal("IF(1, 2,)", 8, 1, "expected a value, found `)`"),
        Refusal("a.b(1)", 0, 3, "only a function can be called, and a function's name has no dot"),
        Refusal("a#", 2, 1, "expected the user function's binding after `#`, found the end"),
        Refusal("a#B", 3, 1, "expected `(` after the user function's name, found the end"),
    ])
    func `a mistake is named at its place`(refusal: Refusal) throws {
        let error = try syntaxError(refusal.source)
        #expect(error.message == refusal.message)
        #expect(error.offset == refusal.offset)
        #expect(error.length == refusal.length)
    }

    @Test func `an offset counts Unicode scalars, not bytes or visible characters`() throws {
        // The flag is two scalars and one visible character, the carriage return and line feed too.
        #expect(try syntaxError("\"🇩🇪\"\r\n?").offset == 6)
    }
}

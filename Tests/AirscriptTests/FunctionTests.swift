import Airscript
import Testing

struct FunctionTests {
    @Test(arguments: FunctionLibrary.functions.flatMap(\.examples).map { Example($0.call, $0.result) })
    func `a function's own example holds`(example: Example) throws {
        try example.check()
    }

    @Test func `every function has examples, a summary and its name in its signature`() {
        for function in FunctionLibrary.functions {
            #expect(!function.examples.isEmpty)
            #expect(!function.summary.isEmpty)
            #expect(function.signature.hasPrefix(function.name + "("))
        }
        #expect(FunctionLibrary.names == Set(FunctionLibrary.names).sorted())
    }

    @Test(arguments: [
        Example("IF(TRUE, 1, 1 / 0)", "1"),
        Example("IF(FALSE, 1 / 0, 2)", "2"),
        Example("IF(TRUE, 1, 1 / 0, 2, 1 / 0)", "1"),
        Example("IF(FALSE, 1 / 0, NULL, 1 / 0)", "NULL"),
    ])
    func `IF evaluates only what it needs`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        Example(#"IF(NULL, 1, FALSE, 2, "", 3, 4)"#, "4"),
        Example("IF(0, 1, 2)", "1"),
        Example("IF([], 1, 2)", "1"),
        Example("IF({}, 1, 2)", "1"),
        Example(#"IF("x", 1, 2)"#, "1"),
    ])
    func `IF goes by the truth of any value`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        ("1 + IFF(1, 2)", 4, 3, "unknown function `IFF`; did you mean IF?"),
        ("if(1, 2)", 0, 2, "unknown function `if`; did you mean IF?"),
        ("FI(1, 2)", 0, 2, "unknown function `FI`; did you mean IF?"),
        (
            "IF(1)", 0, 2,
            "IF takes at least 2 arguments, not 1: IF(test1, value1 [, test2, value2 ...] [, otherwise])"
        ),
        (
            "x ?? IF()", 5, 2,
            "IF takes at least 2 arguments, not 0: IF(test1, value1 [, test2, value2 ...] [, otherwise])"
        ),
        (
            "app.MATH#CUBED(2)", 0, 14,
            "unknown user function `app.MATH#CUBED`; a bot file defines none, so write what CUBED does in its place"
        ),
    ])
    func `a call that cannot work is found when the expression is parsed`(
        source: String,
        offset: Int,
        length: Int,
        message: String
    ) throws {
        #expect(try syntaxError(source) == SyntaxError(message: message, offset: offset, length: length))
    }

    @Test func `an unknown function that is like none is answered with what there is`() throws {
        let message = try syntaxError("\"{{FROBNICATE(1)}}\"").message
        #expect(message.hasPrefix("unknown function `FROBNICATE`; there "))
        #expect(message.contains("IF"))
    }
}

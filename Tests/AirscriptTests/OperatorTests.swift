import Airscript
import Testing

struct OperatorTests {
    @Test(arguments: [
        Example("2 + 3 * 4 - 6 / 2", "11"),
        Example("10 - 3 - 2", "5"),
        Example("16 / 4 / 2", "2"),
        Example("17 % 10 * 2", "14"),
        Example("-2 * -3", "6"),
        Example("2 - -3", "5"),
        Example("--2", "2"),
        Example("---2", "-2"),
        Example("-[5][0]", "-5"),
        Example("1 + 1 = 2", "TRUE"),
        Example("1 < 2 = TRUE", "TRUE"),
        Example("NULL ?? 1 + 1", "2"),
        Example("1 + NULL ?? 5", "5"),
        Example(#"NULL ?? "" = """#, "TRUE"),
        Example("NULL ?? NULL ?? 3", "3"),
        Example("FALSE AND FALSE OR TRUE", "TRUE"),
        Example("TRUE OR TRUE AND FALSE", "FALSE"),
        Example("TRUE OR (TRUE AND FALSE)", "TRUE"),
        Example("TRUE XOR TRUE OR TRUE", "TRUE"),
        Example("TRUE OR TRUE XOR TRUE", "FALSE"),
        Example("1 = 2 OR 2 = 2", "TRUE"),
        Example("1 + LET x = 2 IN x * 10", "21"),
    ])
    func `operators bind in the documented order`(example: Example) throws {
        try example.check()
    }

    /// Rows that the platform documents, and XOR, of which it says nothing: NULL on either side.
    @Test(arguments: [
        Example("NULL AND NULL", "NULL"),
        Example("NULL AND FALSE", "NULL"),
        Example("NULL AND TRUE", "NULL"),
        Example("FALSE AND NULL", "FALSE"),
        Example("TRUE AND NULL", "NULL"),
        Example("NULL OR NULL", "NULL"),
        Example("NULL OR TRUE", "NULL"),
        Example("NULL OR FALSE", "NULL"),
        Example("TRUE OR NULL", "TRUE"),
        Example("FALSE OR NULL", "NULL"),
        Example("NULL XOR TRUE", "NULL"),
        Example("FALSE XOR NULL", "NULL"),
        Example("NULL = NULL", "TRUE"),
        Example("NULL <> NULL", "FALSE"),
        Example("NULL = FALSE", "FALSE"),
        Example("NULL = 0", "FALSE"),
        Example("NULL < 1", "FALSE"),
        Example("NULL >= NULL", "FALSE"),
        Example("NULL + 1", "NULL"),
        Example(#""a" + NULL"#, "NULL"),
        Example("NULL * NULL", "NULL"),
        Example("1 / NULL", "NULL"),
        Example("-NULL", "NULL"),
        Example("unset", "NULL"),
        Example("unset.name[0][1:2][*]", "NULL"),
    ])
    func `NULL goes through operators as documented`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        Example("FALSE AND 1 / 0", "FALSE"),
        Example("TRUE OR 1 / 0", "TRUE"),
        Example("NULL AND 1 / 0", "NULL"),
        Example("NULL OR 1 / 0", "NULL"),
        Example("1 ?? 1 / 0", "1"),
    ])
    func `an operand that is not needed is not evaluated`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        Example(#""" OR "x""#, "TRUE"),
        Example("0 AND TRUE", "TRUE"),
        Example(#"TRUE AND """#, "FALSE"),
        Example("[] XOR FALSE", "TRUE"),
    ])
    func `logical operators take any value by its truth`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        Example("[1, {a: [2]}] = [1, {a: [2]}]", "TRUE"),
        Example("[1, {a: [2]}] = [1, {a: [3]}]", "FALSE"),
        Example("{a: 1, b: 2} = {b: 2, a: 1}", "TRUE"),
        Example("{a: 1} = {a: 1, b: 2}", "FALSE"),
        Example("{a: 1, b: NULL} = {a: 1, c: NULL}", "FALSE"),
        Example(#"2 = "2""#, "FALSE"),
        Example("1 = TRUE", "FALSE"),
        Example("[] = {}", "FALSE"),
        Example("0.1 + 0.2 = 0.3", "FALSE"),
        Example("-0 = 0", "TRUE"),
    ])
    func `equality is deep and never between types`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        Example("2 < 10", "TRUE"),
        Example("2 >= 2", "TRUE"),
        Example("2 <= 1", "FALSE"),
        Example(#""10" < "9""#, "TRUE"),
        Example(#""Z" < "a""#, "TRUE"),
        Example(#""a" >= "a""#, "TRUE"),
        Example(#"1 < "2""#, "FALSE"),
        Example(#"1 >= "2""#, "FALSE"),
        Example("[1] < [2]", "FALSE"),
        Example("{a: 1} <= {a: 1}", "FALSE"),
        Example("FALSE < TRUE", "FALSE"),
        Example("{day: 28, month: 2, year: 2022} < {day: 1, month: 3, year: 2022}", "TRUE"),
        Example("{hour: 9, minute: 5, second: 0, millisecond: 1} > {hour: 9, minute: 5, second: 0}", "TRUE"),
        Example(
            "{amount: 100, code: \"USD\", precision: 2} < {amount: 2, code: \"USD\", precision: 0}",
            "TRUE"
        ),
        Example(
            "{amount: 1, code: \"USD\", precision: 2} < {amount: 2, code: \"EUR\", precision: 2}",
            "FALSE"
        ),
        Example(
            "LET d = {day: 1, month: 3, year: 2022}, n = {hour: 12, minute: 0, second: 0}, m = {hour: 0, minute: 0, second: 0} IN "
                + "{date: d, time: m, timeZone: \"UTC\"} < {date: d, time: n, timeZone: \"UTC\"}",
            "TRUE"
        ),
    ])
    func `only values of one kind that has an order are less or greater`(example: Example) throws {
        try example.check()
    }

    @Test func `date-times of two zones are refused rather than compared by the clock`() throws {
        let dateTime = "{date: {day: 1, month: 3, year: 2022}, time: {hour: 1, minute: 0, second: 0}, timeZone: "
        let error = try evaluationError(dateTime + #""UTC"} < "# + dateTime + #""America/New_York"}"#)
        #expect(error.identifier == "error.application.airscript.function.ordering")
    }

    @Test(arguments: [
        Example(
            "{amount: 150, code: \"USD\", precision: 2} + {amount: 2, code: \"USD\", precision: 0}",
            "{amount: 350, code: \"USD\", precision: 2}"
        ),
        Example(
            "{amount: 1, code: \"USD\", precision: 0} - {amount: 250, code: \"USD\", precision: 2}",
            "{amount: -150, code: \"USD\", precision: 2}"
        ),
        Example("2 * {amount: 3, code: \"USD\", precision: 2}", "{amount: 6, code: \"USD\", precision: 2}"),
        Example("{amount: 25, code: \"USD\", precision: 2} * 0.5", "{amount: 13, code: \"USD\", precision: 2}"),
        Example("{amount: 1000, code: \"USD\", precision: 2} / 3", "{amount: 333, code: \"USD\", precision: 2}"),
        Example("-{amount: 3, code: \"USD\", precision: 2}", "{amount: -3, code: \"USD\", precision: 2}"),
    ])
    func `currencies are calculated with in their finer unit`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        (
            "1 / 0", "division", "the right side of `/` is 0"
        ),
        (
            "5 % (1 - 1)", "remainder", "the right side of `%` is 0"
        ),
        (
            #""2" + 2"#, "addition",
            "`+` takes two numbers, two texts, two lists or two currencies, not a text and a number"
        ),
        (
            "TRUE - 1", "subtraction", "`-` takes two numbers or two currencies, not a Boolean and a number"
        ),
        (
            #""ab" * 2"#, "multiplication",
            "`*` takes two numbers, or a currency and a number, not a text and a number"
        ),
        (
            "[1] / {a: 1}", "division",
            "`/` takes two numbers, or a currency and then a number, not a list and an object"
        ),
        (
            #"-"x""#, "subtraction", "`-` stands before a number or a currency, not before a text"
        ),
        (
            #"--"x""#, "subtraction", "`-` stands before a number or a currency, not before a text"
        ),
        (
            #"{amount: 1, code: "EUR", precision: 2} + {amount: 1, code: "USD", precision: 2}"#, "addition",
            "`+` takes currencies of one code, not of two"
        ),
        (
            #"{amount: 1, code: "EUR", precision: 2} * {amount: 1, code: "EUR", precision: 2}"#, "multiplication",
            "`*` takes two numbers, or a currency and a number, not a currency and a currency"
        ),
        (
            #"{amount: 1, code: "EUR", precision: 2} / 0"#, "division", "the right side of `/` is 0"
        ),
    ])
    func `an operator refuses what it cannot take, without naming a value`(
        expression: String,
        function: String,
        message: String
    ) throws {
        let error = try evaluationError(expression)
        #expect(error.identifier == "error.application.airscript.function." + function)
        #expect(error.message == message)
    }

    @Test func `a result that is not finite is NULL`() throws {
        #expect(try value("1e308 * 10") == .null)
        #expect(try value("-1e308 - 1e308") == .null)
    }
}

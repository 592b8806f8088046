import Airscript
import Testing

struct QueryTests {
    @Test(arguments: [
        Example("FROM x IN [1, 2, 3]", "[1, 2, 3]"),
        Example("FROM x IN [1, 2, 3] WHERE x > 1", "[2, 3]"),
        Example("FROM x IN [3, 1, 2] ORDER BY x", "[1, 2, 3]"),
        Example("FROM x IN [3, 1, 2] ORDER BY x ASCENDING", "[1, 2, 3]"),
        Example("FROM x IN [3, 1, 2] ORDER BY x DESCENDING", "[3, 2, 1]"),
        Example("FROM x IN [3, 1, 2] ORDER_BY x DESC", "[3, 2, 1]"),
        Example("FROM x IN [3, 1, 2] ORDER_BY x ASC LIMIT 2", "[1, 2]"),
        Example("FROM x IN [1, 2, 3, 4] LIMIT 2 OFFSET 1", "[2, 3]"),
        Example("FROM x IN [1, 2, 3, 4] LIMIT 2.9", "[1, 2]"),
        Example("FROM x IN [1, 2] LIMIT 9 OFFSET 9", "[]"),
        Example("FROM x IN [1, 2] LIMIT NULL", "[1, 2]"),
        Example("FROM x IN [1, 2] LIMIT 1e300", "[1, 2]"),
        Example("FROM x IN [1, 2, 1, 2] SELECT DISTINCT x % 2", "[1, 0]"),
        Example("FROM x IN [{a: 1, b: 2}, {b: 2, a: 1}] SELECT DISTINCT x", "[{a: 1, b: 2}]"),
        Example("FROM x, i, all IN [5, 6] SELECT [x, i, all[0]]", "[[5, 0, 5], [6, 1, 5]]"),
        Example("FROM x, i IN [5, 6, 7] WHERE i > 0 SELECT i", "[1, 2]"),
        Example(#"FROM x IN ["a", "b"] SELECT x: 1"#, "{a: 1, b: 1}"),
        Example("FROM x IN [1, 2] SELECT x: x * 2", #"{"1": 2, "2": 4}"#),
        Example("FROM x IN FROM y IN [1, 2, 3] WHERE y > 1 SELECT y * 10 WHERE x > 20", "[30]"),
        Example("FROM x IN [1, 2] SELECT FROM y IN [x, x * 10] SELECT x + y", "[[2, 11], [4, 22]]"),
        Example("LET x = 1 IN FROM x IN [x, 2] LIMIT x SELECT x + 10", "[11]"),
        Example("FROM x IN [] SELECT x / 0", "[]"),
        Example("FROM x IN NULL SELECT x", "NULL"),
    ])
    func `the clauses of a query work in the order they are written`(example: Example) throws {
        try example.check()
    }

    @Test func `items with equal keys keep their order, in both directions`() throws {
        let rows = #"[{k: 2, n: "a"}, {k: 1, n: "b"}, {k: 2, n: "c"}, {k: 1, n: "d"}]"#
        try Example("(FROM x IN \(rows) ORDER BY x.k)[*].n", #"["b", "d", "a", "c"]"#).check()
        try Example("(FROM x IN \(rows) ORDER BY x.k DESC)[*].n", #"["a", "c", "b", "d"]"#).check()
    }

    @Test func `items whose key has no order come last`() throws {
        try Example("FROM x IN [NULL, 2, [], 1] ORDER BY x", "[1, 2, NULL, []]").check()
        try Example("FROM x IN [NULL, 2, [], 1] ORDER BY x DESC", "[2, 1, NULL, []]").check()
        try Example(#"FROM x IN ["b", 2, "a", 1] ORDER BY x"#, #"["a", "b", 1, 2]"#).check()
    }

    @Test(arguments: [
        ("FROM x IN 3", "FROM goes through a list, not through a number"),
        ("FROM x IN {a: 1}", "FROM goes through a list, not through an object"),
        ("FROM x IN [1] LIMIT -1", "LIMIT takes a number from 0, not a negative one"),
        (#"FROM x IN [1] LIMIT 1 OFFSET "a""#, "OFFSET takes a number from 0, not a text"),
        ("FROM x IN [1] SELECT NULL: 1", "a name in SELECT is a text, not NULL"),
    ])
    func `a query refuses what it cannot take`(expression: String, message: String) throws {
        let error = try evaluationError(expression)
        #expect(error.identifier == "error.application.airscript.expression.from")
        #expect(error.message == message)
    }
}

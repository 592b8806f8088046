import Airscript
import Testing

struct PathTests {
    @Test(arguments: [
        Example(#"{a: {b: [10, 20]}}["a"].b[1]"#, "20"),
        Example(#"LET key = "b" IN {a: 1, b: 2}[key]"#, "2"),
        Example(#"LET i = 1 IN ["x", "y"][i]"#, #""y""#),
        Example(#"{a: 1}["{{"a"}}"]"#, "1"),
        Example("{IN: 1, ORDER: 2}.IN", "1"),
        Example("[1, 2][2]", "NULL"),
        Example("[1, 2][-1]", "NULL"),
        Example("[1, 2][0.5]", "NULL"),
        Example("[1, 2][1e30]", "NULL"),
        Example(#"[1, 2]["a"]"#, "NULL"),
        Example("{a: 1}[0]", "NULL"),
        Example(#""text".length"#, "NULL"),
        Example(#""text"[0]"#, "NULL"),
        Example("3.a", "NULL"),
        Example("{a: 1}.b.c", "NULL"),
    ])
    func `a step leads to the item or to NULL`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        Example("[0, 1, 2, 3][1:2]", "[1, 2]"),
        Example("[0, 1, 2, 3][0:0]", "[0]"),
        Example("[0, 1, 2, 3][2:]", "[2, 3]"),
        Example("[0, 1, 2, 3][:1]", "[0, 1]"),
        Example("[0, 1, 2, 3][:]", "[0, 1, 2, 3]"),
        Example("[0, 1, 2, 3][2:9]", "[2, 3]"),
        Example("[0, 1, 2, 3][-5:1]", "[0, 1]"),
        Example("[0, 1, 2, 3][-5:-2]", "[]"),
        Example("[0, 1, 2, 3][3:1]", "[]"),
        Example("[0, 1, 2, 3][1e300:1e301]", "[]"),
        Example("[][0:1]", "[]"),
        Example("NULL[0:1]", "NULL"),
        Example("{a: 1}[0:1]", "NULL"),
    ])
    func `a slice holds its last item and stays within the list`(example: Example) throws {
        try example.check()
    }

    @Test func `a slice takes numbers only`() throws {
        let error = try evaluationError(#"[1]["a":2]"#)
        #expect(error.message == "the places in `[first:last]` are numbers, not a text")
    }

    @Test(arguments: [
        Example("[{a: 1}, {b: 2}, 3][*].a", "[1, NULL, NULL]"),
        Example("[{a: [1, 2]}, {a: [3]}][*].a[0]", "[1, 3]"),
        Example("([{a: [1, 2]}, {a: [3]}][*].a)[0]", "[1, 2]"),
        Example("[[{a: 1}], [{a: 2}, {a: 3}]][*][*].a", "[[1], [2, 3]]"),
        Example("[[1, 2], [3]][*][?(@ > 1)]", "[[2], [3]]"),
        Example("[][*].a", "[]"),
        Example("{a: 1}[*]", "NULL"),
    ])
    func `a star follows the rest of the path from each item`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        Example("[1, 2, 3, 4][?(@ % 2 = 0)]", "[2, 4]"),
        Example("[1, NULL, FALSE, \"\", 0, []][?(@)]", "[1, 0, []]"),
        Example("LET x = 2 IN [1, 2, 3][?(@ > x)]", "[3]"),
        Example("[[1, 5], [2]][?(@[?(@ > 4)][0] = 5)]", "[[1, 5]]"),
        Example("[{n: 1, of: [1, 2]}][?(@.of[?(@ > 1)][0] > @.n)][*].n", "[1]"),
        Example("{a: 1}[?(@)]", "NULL"),
    ])
    func `a filter keeps the items for which its test is true`(example: Example) throws {
        try example.check()
    }
}

import Airscript
import Testing

struct ReferenceTests {
    @Test func `the paths read are listed in order with their places`() throws {
        let expression = try Expression.parse("IF(actor.first_name = NULL, a[0].b, c)")
        #expect(
            expression.references == [
                Reference(path: ["actor", "first_name"], offset: 3), Reference(path: ["a"], offset: 28),
                Reference(path: ["c"], offset: 36),
            ]
        )
    }

    @Test(arguments: [
        ("1 + 2", []),
        ("a . b", ["a.b"]),
        ("a[b].c", ["a", "b"]),
        ("(a.b).c", ["a.b"]),
        ("a + a", ["a", "a"]),
        ("{x: y, \"{{z}}\": TRUE}", ["y", "z"]),
        ("\"{{a.b}} {{\"{{c}}\"}}\"", ["a.b", "c"]),
        ("LET x = x, y = 1 IN x.a + y + z", ["x", "z"]),
        ("(LET x = 1 IN x) + x", ["x"]),
        ("FROM i, n IN items WHERE i.a = n AND b ORDER BY i LIMIT i SELECT i.c: d", ["items", "b", "i", "d"]),
        ("list[?(@.a = limit.b)][0]", ["list", "limit.b"]),
    ])
    func `names bound inside the expression are not read from outside`(source: String, paths: [String]) throws {
        #expect(try Expression.parse(source).references.map { $0.path.joined(separator: ".") } == paths)
    }
}

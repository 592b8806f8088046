import Airscript
import Testing

/// Which names an expression reads without a thought for their being absent.
struct AbsenceTests {
    private static let reads: [(String, [String])] = [
        ("name", ["name"]), ("tries + 1", ["tries"]), ("score > 10", ["score"]), ("\"Dear {{name}}\"", ["name"]),
        ("-amount", ["amount"]), ("IF(flag, name, other)", ["name", "other"]), ("[name][0]", ["name"]),
        ("a.b + a.c", ["a.b", "a.c"]), ("IF(a.b = NULL, \"\", a.c)", ["a.c"]),
    ]

    @Test(arguments: reads)
    func `what is spoken, added or ordered is`(source: String, paths: [String]) throws {
        let reads = try Expression.parse(source).readsWithoutGuard()
        #expect(reads.map { $0.path.joined(separator: ".") } == paths)
    }

    @Test(arguments: [
        "IF(name = NULL, \"\", \" \" + name)", "name ?? \"there\"", "name <> NULL", "IF(name, name, \"\")",
        "answer = \"yes\"", "name AND TRUE", "FROM i IN items SELECT i", "LET n = name IN IF(n = NULL, \"\", n)",
        "IF(actor.first_name = NULL, \"\", actor.first_name)", "IF(actor = NULL, \"\", actor.first_name)", "1 + 2",
    ])
    func `what is asked about is not`(source: String) throws {
        #expect(try Expression.parse(source).readsWithoutGuard() == [])
    }

    private static let takenToBeThere: [(String, [String])] = [
        ("answer = \"yes\"", ["answer"]), ("IF(known = TRUE, name, \"\")", ["known", "name"]), ("tries > 2", ["tries"]),
        ("answer <> NULL", []), ("NULL = answer", []), ("answer ?? 1", []), ("IF(answer, answer, 1)", []),
        ("answer = NULL OR answer = 1", []),
    ]

    @Test(arguments: takenToBeThere)
    func `only a question about NULL says that a name may be missing`(source: String, paths: [String]) throws {
        let reads = try Expression.parse(source).readsTakenToBeThere()
        #expect(reads.map { $0.path.joined(separator: ".") } == paths)
    }

    @Test func `a name that is a whole test is asked about there alone`() throws {
        let expression = try Expression.parse("known")
        #expect(expression.readsWithoutGuard(asTest: true) == [])
        #expect(expression.readsWithoutGuard() == [Reference(path: ["known"], offset: 0)])
    }
}

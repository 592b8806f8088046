import Airscript
import Testing

/// What can be told of an expression from the kinds of what it reads.
struct KindInferenceTests {
    private static let kinds: [String: ValueKinds] = [
        "text": .text, "number": .number, "flag": .boolean, "items": .list, "record": .object,
        "maybe": [.text, .null], "count": [.number, .null], "date": [.object, .text, .null],
    ]

    private static func infer(
        _ source: String,
        asTest: Bool = false
    ) throws -> (
        result: ValueKinds, mistakes: [KindMistake]
    ) {
        try Expression.parse(source).inferKinds(asTest: asTest) { path in
            if path == ["call", "from"] { return .text }
            return path.count == 1 ? kinds[path[0]] ?? .any : .any
        }
    }

    private static let results: [(String, ValueKinds)] = [
        ("1", .number), ("NULL", .null), ("\"a {{number}}\"", .text), ("[1]", .list), ("{a: 1}", .object),
        ("number + 1", .number), ("count + 1", [.number, .null]), ("text + text", .text), ("items + items", .list),
        ("record * 2", .object), ("-count", [.number, .null]), ("text = \"a\"", .boolean),
        ("maybe AND flag", [.boolean, .null]),
        ("maybe ?? \"x\"", .text), ("count ?? text", [.number, .text]), ("call.from", .text), ("call.other", .any),
        ("IF(flag, 1)", [.number, .null]), ("IF(flag, 1, \"a\")", [.number, .text]), ("unknown + 1", [.number, .null]),
        ("LET a = number IN a + 1", .number), ("FROM a IN items SELECT a", [.list, .null]), ("items[0]", .any),
    ]

    @Test(arguments: results)
    func `the kinds of a value follow from those of its parts`(source: String, kinds: ValueKinds) throws {
        let (result, mistakes) = try KindInferenceTests.infer(source)
        #expect(result == kinds)
        #expect(mistakes == [])
    }

    private static let mistakes: [(String, KindMistake.Reason, Int)] = [
        ("text + 1", .calculation(sign: "+", .text, .number), 0),
        ("number - maybe", .calculation(sign: "-", .number, .text), 0),
        ("1 + flag", .calculation(sign: "+", .number, .boolean), 4),
        ("text * 2", .calculation(sign: "*", .text, .number), 0),
        ("-text", .negation(.text), 1),
        ("text = 1", .equality(sign: "=", .text, .number), 0),
        ("maybe <> count", .equality(sign: "<>", .text, .number), 0),
        ("flag = \"true\"", .equality(sign: "=", .boolean, .text), 0),
        ("text < 5", .ordering(sign: "<", .text, .number), 0),
        ("flag > flag", .ordering(sign: ">", .boolean, .boolean), 0),
        ("text.length", .property(name: "length", .text), 0),
        ("items.length = 3", .property(name: "length", .list), 0),
        ("IF(number, 1, 2)", .test(.number), 3),
        ("unknown.a[number] + IF(TRUE, text + 1)", .calculation(sign: "+", .text, .number), 29),
        ("FROM i IN unknown WHERE i.a = text + 1 SELECT i", .calculation(sign: "+", .text, .number), 30),
    ]

    @Test(arguments: mistakes)
    func `a mistake is told at the name it is about`(source: String, reason: KindMistake.Reason, offset: Int) throws {
        let (_, mistakes) = try KindInferenceTests.infer(source)
        #expect(mistakes.map(\.reason) == [reason])
        #expect(mistakes.first?.reference?.offset == offset)
    }

    @Test func `a mistake of literals has no name`() throws {
        let (_, mistakes) = try KindInferenceTests.infer("1 + \"a\"")
        #expect(mistakes == [KindMistake(reason: .calculation(sign: "+", .number, .text), reference: nil)])
    }

    @Test(arguments: [
        "unknown + 1", "unknown = 1", "unknown < text", "date < \"2026\"", "maybe = NULL", "count <> NULL",
        "NULL + 1", "text = maybe", "record.a.b", "date.year", "unknown.a + 1", "IF(maybe, 1)", "IF(count, 1)",
        "items[0].a",
        "FROM i IN items WHERE i > 3", "items[?(@.a = 1)]", "LET a = unknown IN a + 1", "record + record", "-record",
        "number = count", "text ?? 1", "\"{{number}}\" = text", "IF(flag, text, number) = 1",
    ])
    func `what may come out is not found`(source: String) throws {
        #expect(try KindInferenceTests.infer(source).mistakes == [])
    }

    @Test func `a number that can not be NULL is always true as a test, one that can be may be a question`() throws {
        #expect(try KindInferenceTests.infer("number", asTest: true).mistakes.map(\.reason) == [.test(.number)])
        #expect(try KindInferenceTests.infer("number % 2", asTest: true).mistakes.map(\.reason) == [.test(.number)])
        for source in ["count", "flag", "text", "number > 1", "TRUE", "1"] {
            #expect(try KindInferenceTests.infer(source, asTest: true).mistakes == [], "\(source)")
        }
    }
}

import Airscript
import Foundation
import Testing

struct ValueTests {
    @Test(arguments: [
        ("null", Value.null), ("true", .boolean(true)), ("false", .boolean(false)), ("3", .number(3)),
        ("-0.5", .number(-0.5)), ("9007199254740991", .number(9_007_199_254_740_991)), ("\"\"", .text("")),
        (#""a\"b\n😀""#, .text("a\"b\n😀")), ("[]", .list([])), ("{}", .object(Record())),
        (
            #"{"a":[1,null,{"b":true}],"z":"x"}"#,
            .object(
                Record([
                    ("a", .list([.number(1), .null, .object(Record([("b", .boolean(true))]))])), ("z", .text("x")),
                ])
            )
        ),
    ])
    func `a value is stored as plain JSON`(json: String, value: Value) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode(Value.self, from: Data(json.utf8)) == value)
        #expect(value.json == json)
        #expect(try Expression.parse(json).evaluate(in: Scope()) == value)
    }

    @Test func `a value in an optional, a list and a dictionary is stored too`() throws {
        let stored = ["a": [Value.null, .text("x")], "b": [.list([.null])]]
        let data = try JSONEncoder().encode(stored)
        #expect(try JSONDecoder().decode([String: [Value]].self, from: data) == stored)
    }

    @Test func `an object is decoded by name, so equal bytes give equal text`() throws {
        let value = try JSONDecoder().decode(Value.self, from: Data(#"{"b":1,"a":2,"B":3}"#.utf8))
        #expect(value == .object(Record([("a", .number(2)), ("b", .number(1)), ("B", .number(3))])))
        guard case .object(let record) = value else { return }
        #expect(record.entries.map(\.name) == ["B", "a", "b"])
    }

    @Test func `an object reads the same before and after it was stored`() throws {
        let value = Value.object(Record([("z", .number(1)), ("a", .number(2))]))
        let stored = try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(value))
        #expect(value.rendered == #"{"a":2,"z":1}"#)
        #expect(stored.rendered == value.rendered)
    }

    @Test(arguments: ["", "{", "[1 2]", "1e999", "{\"a\" 1}"])
    func `what is no JSON is refused`(json: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode(Value.self, from: Data(json.utf8)) }
    }

    @Test func `control characters are escaped in JSON`() throws {
        let value = Value.text("\u{0}\u{1F}\u{8}\u{C}\r\t/\u{7F}\u{2028}")
        #expect(value.json == "\"\\u0000\\u001f\\b\\f\\r\\t/\u{7F}\u{2028}\"")
        #expect(try JSONDecoder().decode(Value.self, from: Data(value.json.utf8)) == value)
    }

    @Test(arguments: [
        (Value.null, false), (.boolean(false), false), (.text(""), false), (.boolean(true), true), (.number(0), true),
        (.text(" "), true), (.list([]), true), (.object(Record()), true),
    ])
    func `only NULL, FALSE and the empty text are false`(value: Value, isTrue: Bool) {
        #expect(value.isTruthy == isTrue)
    }

    @Test func `a later value of the same name takes the earlier one's place`() {
        let record = Record([("a", .number(1)), ("b", .number(2)), ("a", .number(3))])
        #expect(record.entries.map(\.name) == ["a", "b"])
        #expect(record["a"] == .number(3))
    }

    @Test func `objects are equal whatever the order of their names`() {
        let one = Record([("a", .number(1)), ("b", .number(2))])
        let other = Record([("b", .number(2)), ("a", .number(1))])
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != Record([("a", .number(2)), ("b", .number(1))]))
        #expect(one != Record([("a", .number(1)), ("c", .number(2))]))
    }

    @Test func `expressions are equal when they are written the same`() throws {
        #expect(try Expression.parse("1 + a") == Expression.parse("1 + a"))
        #expect(try Expression.parse("1 + a") != Expression.parse("1+a"))
        #expect(try Set([Template.parse("{{a}}"), Template.parse("{{a}}")]).count == 1)
    }
}

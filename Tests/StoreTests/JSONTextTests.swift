import CallEngine
import Foundation
import Store
import Testing

@testable import StoreSQLite

/// The stored form of values: read back by Foundation, they are what they were.
@Suite struct JSONTextTests {
    @Test(arguments: hostileTexts)
    func `any text reads back as it was`(_ text: String) throws {
        let encoded = try JSONText.encode([text])
        #expect(try JSONDecoder().decode([String].self, from: Data(encoded.utf8)) == [text])
        #expect(encoded.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test func `numbers read back as they were`() throws {
        let doubles: [Double] = [
            0, -0.0, 1, 0.1, -2.5, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .pi, 1e15, 1e16,
            123_456_789_012_345_680,
        ]
        #expect(try JSONDecoder().decode([Double].self, from: Data(JSONText.encode(doubles).utf8)) == doubles)
        let integers = [Int64.min, -1, 0, 1, .max]
        #expect(try JSONText.encode(integers) == "[-9223372036854775808,-1,0,1,9223372036854775807]")
        #expect(try JSONText.encode([Double.nan, .infinity, -.infinity]) == #"["nan","inf","-inf"]"#)
    }

    @Test func `the keys of an object are sorted, at every depth`() throws {
        struct Inner: Encodable {
            var zebra = 1
            var ant: Int?
            var bee: [String: Int] = ["y": 2, "x": 1, "a b": 0, "a": 3]
        }
        struct Outer: Encodable {
            var last = [Inner(), Inner(ant: 4)]
            var empty: [Int] = []
            var none: [String: Int] = [:]
            var first = true
        }
        let inner = #""bee":{"a":3,"a b":0,"x":1,"y":2},"zebra":1}"#
        #expect(
            try JSONText.encode(Outer()) == #"{"empty":[],"first":true,"last":[{"# + inner + #",{"ant":4,"# + inner
                + #"],"none":{}}"#
        )
    }

    @Test func `cases with and without values, and values without parts, are objects`() throws {
        enum Choice: Codable, Equatable {
            case nothing
            case one(Int)
            case named(key: String, list: [Choice])
            case void(Empty)
        }
        struct Empty: Codable, Equatable {}
        let choices: [Choice] = [.nothing, .one(1), .named(key: "k", list: [.nothing, .one(2)]), .void(Empty())]
        let encoded = try JSONText.encode(choices)
        #expect(
            encoded == #"[{"nothing":{}},{"one":{"_0":1}},"#
                + #"{"named":{"key":"k","list":[{"nothing":{}},{"one":{"_0":2}}]}},{"void":{"_0":{}}}]"#
        )
        #expect(try JSONDecoder().decode([Choice].self, from: Data(encoded.utf8)) == choices)
    }

    @Test func `nested containers of every kind are closed in their order`() throws {
        struct Nested: Encodable {
            enum Key: String, CodingKey {
                case z
                case list
                case b
            }

            func encode(to encoder: any Encoder) throws {
                var object = encoder.container(keyedBy: Key.self)
                var inner = object.nestedContainer(keyedBy: Key.self, forKey: .z)
                try inner.encode(1, forKey: .b)
                var list = object.nestedUnkeyedContainer(forKey: .list)
                try list.encode("x")
                try list.encodeNil()
                var deep = list.nestedContainer(keyedBy: Key.self)
                try deep.encode(2, forKey: .z)
                _ = list.nestedUnkeyedContainer()
                #expect(list.count == 4)
                try object.encodeNil(forKey: .b)
            }
        }
        #expect(try JSONText.encode(Nested()) == #"{"b":null,"list":["x",null,{"z":2},[]],"z":{"b":1}}"#)
    }

    @Test func `a value that goes back into a finished container is refused`() throws {
        struct Tangled: Encodable {
            enum Key: String, CodingKey {
                case a
                case b
            }

            func encode(to encoder: any Encoder) throws {
                var object = encoder.container(keyedBy: Key.self)
                var inner = object.nestedContainer(keyedBy: Key.self, forKey: .a)
                try object.encode(1, forKey: .b)
                try inner.encode(2, forKey: .b)
            }
        }
        #expect(throws: EncodingError.self) { try JSONText.encode(Tangled()) }
    }

    @Test func `a session, an event and its effects read back the same, and have one form only`() throws {
        let call = try FixtureCall()
        for text in hostileTexts {
            let step = call.step(
                3,
                effects: [.suppress(call.suppression()), .optOutUnlisted, .ended(.optedOut)],
                text: text
            )
            let session = try JSONText.encode(step.session)
            #expect(try JSONDecoder().decode(CallSession.self, from: Data(session.utf8)) == step.session)
            #expect(try JSONText.encode(step.session) == session)
            let effects = try JSONText.encode(step.entry.effects)
            #expect(try JSONDecoder().decode([CallEffect].self, from: Data(effects.utf8)) == step.entry.effects)
        }
    }
}

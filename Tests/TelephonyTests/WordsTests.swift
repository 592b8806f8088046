import Foundation
import Telephony
import Testing

/// The small words that every target shares.
struct WordsTests {
    @Test func `digits hold keys of a telephone and print as dots`() throws {
        let digits = try #require(Digits("12*#0"))
        #expect(digits.count == 5)
        #expect("\(digits) \(String(reflecting: digits))" == "••••• •••••")
        #expect(Digits("") != nil)
        for text in ["12A", "1 2", "١", "-1", "hangup"] { #expect(Digits(text) == nil, "\(text)") }
        #expect(Key.allCases.count == 12)
        #expect(Digits(.pound).unmasked == "#")
    }

    @Test func `digits and keys are stored and read back`() throws {
        let digits = try #require(Digits("12#"))
        #expect(try JSONDecoder().decode(Digits.self, from: JSONEncoder().encode(digits)) == digits)
        #expect(try JSONDecoder().decode([Key].self, from: JSONEncoder().encode(Key.allCases)) == Key.allCases)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Digits].self, from: Data("[\"1x\"]".utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Key].self, from: Data("[\"11\"]".utf8)) }
    }

    @Test(arguments: ["CA0123456789abcdef0123456789abcdef", "v3:x-y", "1"])
    func `a call is named as its provider likes`(text: String) throws {
        #expect(try #require(CallID(text)).text == text)
    }

    @Test(arguments: ["", " ", "a b", "ä", "a\n", String(repeating: "a", count: 129)])
    func `a call's name has no spaces, no line ends, and an end`(text: String) {
        #expect(CallID(text) == nil)
    }

    @Test func `a status moves forward and never on from the end`() {
        for status in CallStatus.allCases {
            for next in CallStatus.allCases {
                #expect(status.canMove(to: next) == (!status.isFinal && next.rank > status.rank))
            }
            #expect(!status.canMove(to: status))
        }
        #expect(CallStatus.allCases.filter(\.isFinal) == [.completed, .busy, .failed, .noAnswer, .canceled])
    }

    @Test(arguments: ["en-US", "es-419", "zh-Hant-TW", "fil-PH"])
    func `a language is named with its region`(text: String) throws {
        #expect(try #require(LanguageTag(text)).base == text.prefix { $0 != "-" })
    }

    @Test(arguments: ["en", "", "english-US", "en_US", "en-", "-US", "e1-US", "en-US-x-y-z", "en-ÜS"])
    func `a bare language, which the recogniser refuses, is none`(text: String) {
        #expect(LanguageTag(text) == nil)
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_790_000_000_123, "2026-09-21T14:13:20.123Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
            (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
        ] as [(Int64, String)]
    )
    func `an instant prints as RFC 3339 in UTC`(milliseconds: Int64, text: String) {
        #expect("\(Instant(milliseconds: milliseconds))" == text)
    }

    @Test func `instants and durations add up in whole milliseconds`() {
        let start = Instant(milliseconds: 1_000)
        #expect(start + .seconds(2) == Instant(milliseconds: 3_000))
        #expect((start + .milliseconds(1_500)) - start == .milliseconds(1_500))
        #expect(Duration.microseconds(1_999).inMilliseconds == 1)
        #expect(start < start + .milliseconds(1))
    }
}

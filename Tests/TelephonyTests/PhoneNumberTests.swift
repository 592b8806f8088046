import Foundation
import Telephony
import Testing

struct PhoneNumberTests {
    @Test(arguments: ["+12065550101", "+442071838750", "+12", "+123456789012345"])
    func `a number in E.164 form is taken as it is`(text: String) throws {
        let number = try #require(PhoneNumber(text))
        #expect(number.unmasked == text)
    }

    @Test(arguments: [
        "", "+", "+1", "12065550101", "+02065550101", "+1 206 555 0101", "+1234567890123456", "+1206555010x", "+١٢٣٤٥",
        "tel:+12065550101",
    ])
    func `anything else is no number`(text: String) {
        #expect(PhoneNumber(text) == nil)
    }

    @Test func `a number prints its ends only, however it is printed`() throws {
        let number = try #require(PhoneNumber("+12065550101"))
        #expect("\(number)" == "+1********01")
        #expect(String(reflecting: number) == "+1********01")
        var dumped = ""
        dump([number: number], to: &dumped)
        #expect(!dumped.contains("206555"))
        #expect("\(try #require(PhoneNumber("+1234")))" == "+****")
    }

    @Test func `a number is stored in full and read back`() throws {
        let number = try #require(PhoneNumber("+12065550101"))
        let stored = try JSONEncoder().encode([number])
        #expect(String(decoding: stored, as: UTF8.self) == "[\"+12065550101\"]")
        #expect(try JSONDecoder().decode([PhoneNumber].self, from: stored) == [number])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([PhoneNumber].self, from: Data("[\"5\"]".utf8)) }
    }

    @Test(arguments: ["", "anonymous", "Anonymous", "unknown", "RESTRICTED", "unavailable", "+266696687"])
    func `a withheld caller is nobody`(text: String) {
        #expect(Party(parameter: text) == .withheld)
        #expect(Party(parameter: text).number == nil)
    }

    @Test func `an address is kept and does not print`() {
        let party = Party(parameter: "sip:ada@example.com")
        #expect(party == .address("sip:ada@example.com"))
        #expect(party.unmasked == "sip:ada@example.com")
        #expect("\(party)" == "(address)")
        #expect(Party(parameter: String(repeating: "a", count: 10_000)).unmasked.count == 255)
    }

    @Test(arguments: [Party.withheld, .address("client:ada")])
    func `every party is stored and read back`(party: Party) throws {
        #expect(try JSONDecoder().decode(Party.self, from: JSONEncoder().encode(party)) == party)
    }
}

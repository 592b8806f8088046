import Carrier
import Testing

struct FormParametersTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let body: String
        let pairs: [[String]]

        init(_ body: String, _ pairs: [[String]]) {
            self.body = body
            self.pairs = pairs
        }

        var testDescription: String { body }
    }

    @Test(arguments: [
        Case("", []),
        Case("a=1", [["a", "1"]]),
        Case("a=1&b=2&a=3", [["a", "1"], ["b", "2"], ["a", "3"]]),
        Case("a=", [["a", ""]]),
        Case("a", [["a", ""]]),
        Case("=1", [["", "1"]]),
        Case("=", [["", ""]]),
        Case("&&a=1&&", [["a", "1"]]),
        Case("a=1=2", [["a", "1=2"]]),
        Case("a=1;b=2", [["a", "1;b=2"]]),
        Case("Body=+hi+%0A", [["Body", " hi \n"]]),
        Case("To=%2B12065550101", [["To", "+12065550101"]]),
        Case("From=+12065550101", [["From", " 12065550101"]]),
        Case("ToCity=&FromCity=Trezzo+Sull%27Adda", [["ToCity", ""], ["FromCity", "Trezzo Sull'Adda"]]),
        Case("FromCity=Sull'Adda", [["FromCity", "Sull'Adda"]]),
        Case("%41%2b=%3d%26%25", [["A+", "=&%"]]),
        Case("a=%C3%B1", [["a", "ñ"]]),
        Case("a=ñ", [["a", "ñ"]]),
        Case("a=%F0%9F%8E%89", [["a", "🎉"]]),
        Case("a=%00", [["a", "\0"]]),
        // What is no escape stands for itself.
        Case("a=%", [["a", "%"]]),
        Case("a=%4", [["a", "%4"]]),
        Case("a=%zz", [["a", "%zz"]]),
        Case("a=%4g%41", [["a", "%4gA"]]),
        Case("a=%%41", [["a", "%A"]]),
        Case("%=%&%2=%2", [["%", "%"], ["%2", "%2"]]),
        Case("a=100%&b=2", [["a", "100%"], ["b", "2"]]),
        // What is not UTF-8 is marked, and nothing else is lost.
        Case("a=%FFb&c=%ED%A0%80d", [["a", "\u{FFFD}b"], ["c", "\u{FFFD}\u{FFFD}\u{FFFD}d"]]),
        Case("%C3=%C3", [["\u{FFFD}", "\u{FFFD}"]]),
    ])
    func `a form decodes to its names and values in order`(_ form: Case) throws {
        let decoded = try FormParameters.decode([UInt8](form.body.utf8))
        #expect(decoded.parameters.map { [$0.name, $0.value] } == form.pairs)
    }

    @Test func `every byte survives as a name and as a value`() throws {
        for scalar in 0..<0x250 {
            let character = String(try #require(Unicode.Scalar(scalar)))
            let form = FormParameters([FormParameters.Parameter(character, "x" + character)])
            let decoded = try FormParameters.decode(form.encoded())
            #expect(decoded == form)
        }
    }

    @Test func `a form is encoded as browsers encode it`() {
        let form: FormParameters = ["To": "+12065550101", "Say": "it's 5 * 3 = ñ&~", "Digits": "*#", "Empty": ""]
        #expect(
            String(decoding: form.encoded(), as: UTF8.self)
                == "To=%2B12065550101&Say=it%27s+5+*+3+%3D+%C3%B1%26%7E&Digits=*%23&Empty="
        )
    }

    @Test(arguments: [
        ("/voice?bot=front-desk&a=%20", [["bot", "front-desk"], ["a", " "]]), ("/voice", []), ("/voice?", []),
        ("/voice?a=1#b=2", [["a", "1"]]), ("https://h.example/?a=?b", [["a", "?b"]]),
    ])
    func `a query decodes as a form does`(_ target: String, _ pairs: [[String]]) throws {
        let decoded = try FormParameters.decode(queryOf: target)
        #expect(decoded.parameters.map { [$0.name, $0.value] } == pairs)
    }

    @Test func `a form above a limit is refused and one at the limit is not`() throws {
        let limits = FormLimits(parameters: 2, nameBytes: 3, valueBytes: 4)
        #expect(try decode("abc=1234&b=", limits).parameters.count == 2)
        #expect(throws: FormError.tooManyParameters(limit: 2)) { try decode("a&b&c", limits) }
        #expect(throws: FormError.nameTooLong(limit: 3)) { try decode("abcd=1", limits) }
        #expect(throws: FormError.valueTooLong(limit: 4)) { try decode("a=12345", limits) }
        #expect(try decode("a=%31%32%33%34", limits)["a"] == "1234")
    }

    @Test func `no arrangement of delimiters and escapes is too odd to decode`() throws {
        // Every text of five from these, which covers each way a piece can begin and break off.
        let alphabet = [UInt8]("a&=%+2\u{7F}".utf8) + [0x00, 0xC3, 0xFF]
        for number in 0..<100_000 {
            var rest = number
            var body: [UInt8] = []
            for _ in 0..<5 {
                body.append(alphabet[rest % alphabet.count])
                rest /= alphabet.count
            }
            let form = try FormParameters.decode(body)
            guard form.parameters.count <= 5 else {
                Issue.record("\(body) gave \(form.parameters.count) parameters")
                return
            }
        }
    }

    @Test func `names are case-sensitive and the first of several counts`() {
        let form: FormParameters = ["a": "1", "A": "2", "a": "3"]
        #expect(form["a"] == "1")
        #expect(form["A"] == "2")
        #expect(form["b"] == nil)
        #expect(form.values(named: "a") == ["1", "3"])
    }

    @Test func `a form prints its names and not its values`() {
        let form: FormParameters = ["From": "+12065550101", "Digits": "4321"]
        var text = "\(form) \(String(reflecting: form)) \(form.parameters)"
        dump(form, to: &text)
        #expect(text.contains("From"))
        #expect(!text.contains("2065550101"))
        #expect(!text.contains("4321"))
    }

    private func decode(_ text: String, _ limits: FormLimits) throws(FormError) -> FormParameters {
        try FormParameters.decode([UInt8](text.utf8), limits: limits)
    }
}

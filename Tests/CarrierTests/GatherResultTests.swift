import Carrier
import Telephony
import Testing

struct GatherResultTests {
    @Test(arguments: [FormParameters(), ["Digits": ""], ["Digits": "", "SpeechResult": "", "Confidence": ""]])
    func `absent and empty input are the same`(_ form: FormParameters) {
        #expect(GatherResult(form: form) == GatherResult())
    }

    @Test(arguments: ["1", "*", "#", "0123456789*#", "1234#"]) func `keys of the pad are read`(_ keys: String) throws {
        let result = GatherResult(form: ["Digits": keys])
        let digits = try #require(Digits(keys))
        #expect(result.keys == .pressed(digits))
        #expect(result.digits?.unmasked == keys)
    }

    @Test(arguments: ["hangup", "1 2", "12a", "A", "١", "-1", "1\n", "+1"])
    func `a character that is not on the pad makes the keys unreadable`(_ keys: String) {
        let result = GatherResult(form: ["Digits": keys, "SpeechResult": "yes"])
        #expect(result.keys == .unreadable)
        #expect(result.digits == nil)
        #expect(result.speech == "yes")
    }

    @Test(arguments: [
        ("0.9", 0.9), ("0", 0), ("1.0", 1), ("0.87654321", 0.87654321), ("1.5", 1), ("-0.2", 0), ("1e-1", 0.1),
        ("", nil),
        ("high", nil), ("nan", nil), ("inf", nil), ("-inf", nil), ("0,9", nil), (" 0.9", nil), ("0.9.1", nil),
        ("1e999", nil),
        (String(repeating: "1", count: 40), nil),
    ])
    func `a confidence is a number from 0 to 1 or none`(_ text: String, _ confidence: Double?) {
        #expect(GatherResult(form: ["SpeechResult": "yes", "Confidence": text]).confidence == confidence)
    }

    @Test func `speech without a confidence is speech`() {
        let result = GatherResult(form: ["SpeechResult": " Sí, señor. "])
        #expect(result.speech == " Sí, señor. ")
        #expect(result.confidence == nil)
        #expect(result.keys == .none)
    }
}

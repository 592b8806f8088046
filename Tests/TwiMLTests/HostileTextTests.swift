import CallEngine
import Telephony
import Testing
import TwiML

@Suite struct HostileTextTests {
    @Test(arguments: [
        "Fish & chips", "a < b > c", "]]>", "<![CDATA[x]]>", "&amp; &lt; &#65;", "\"quoted\" and 'single'",
        "<Hangup/>", "</Say></Response>", "<!-- -->", "<?pi?>", "line\r\nbreak\ttab",
        "\u{202E}right to left\u{2066}x\u{2069}",
        "\u{200F}שלום\u{200E}", "👩‍👩‍👧‍👦 and 🇺🇸", "e\u{301}", "\u{7F}\u{85}\u{9F}", "\u{10FFFF}\u{1FFFE}", "\u{FFFD}\u{FEFF}x",
        "$(rm -rf)", "{{not_a_template}}", "%s%n", "\u{E000}\u{F8FF}", "ﷺ",
    ])
    func `text comes back from the document as it went in`(text: String) throws {
        let bytes = try TwiMLDocument([.say(Say(text, language: english))]).bytes()
        #expect(try checked(bytes).text == text)
    }

    @Test(arguments: [
        ("a\u{0}b", "ab"), ("\u{1B}[31mred", "[31mred"), ("a\u{B}\u{C}\u{8}b", "ab"), ("x\u{FFFE}\u{FFFF}y", "xy"),
        ("\u{1F}é\u{1}", "é"), ("電\u{FFFE}話", "電話"), ("\u{FFFF}\u{EFFF}", "\u{EFFF}"),
    ])
    func `characters that XML forbids are left out`(text: String, kept: String) throws {
        #expect(XMLText.permitted(text) == kept)
        let bytes = try TwiMLDocument([.say(Say(text, language: english))]).bytes()
        #expect(try checked(bytes).text == kept)
    }

    @Test func `the scan of bytes agrees with the rule for every character`() {
        // https://www.w3.org/TR/xml/#charsets
        func isCharacter(_ value: UInt32) -> Bool {
            switch value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        }
        let near = [0...0x2FF, 0xD700...0xFFFF, 0x10000...0x10100, 0x1FFF0...0x20010, 0x10FF00...0x10FFFF].joined()
        for value in near {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let text = "a\(scalar)b"
            #expect(XMLText.isPermitted(text) == isCharacter(UInt32(value)), "U+\(String(value, radix: 16))")
            #expect(XMLText.permitted(text) == (isCharacter(UInt32(value)) ? text : "ab"))
        }
    }

    @Test func `hints are escaped in their attribute`() throws {
        let hints = ["\"quoted\" & <tag>", "español", "d'accord", "\u{1F600}"]
        let effect = CallEffect.listen(listening(.keysAndSpeech, hints: hints))
        let root = try checked(TwiMLCompiler.bytes(for: [effect], urls: urls()))
        #expect(root.elements.first?[attribute: "hints"] == hints.joined(separator: ","))
    }

    @Test(arguments: [
        "We are sorry & hang up.", "", "\u{0}\u{FFFF}", String(repeating: "&", count: 100_000),
        String(repeating: "電", count: 100_000), String(repeating: "a\u{301}", count: 50_000),
    ])
    func `an apology can be made of any text and ends the call`(text: String) throws {
        for voice in [nil, "Polly.Joanna", "not a voice\u{1}"] {
            let root = try checked(TwiMLDocument.apologyBytes(text, language: english, voice: voice))
            #expect(root.elements.last?.name == "Hangup")
            let says = root.elements.dropLast()
            #expect(says.allSatisfy { $0.name == "Say" && $0[attribute: "voice"] != "not a voice\u{1}" })
            #expect(says.isEmpty == XMLText.permitted(text).isEmpty)
        }
    }
}

import Testing
import TwiML

@Suite struct SpeechSplitterTests {
    /// What one Say may hold, counted in another way than the splitter counts.
    private func fits(_ piece: String) -> Bool {
        let encoded = piece.utf8.reduce(into: 0) { total, byte in
            total += Self.unreserved.contains(byte) ? 1 : 3
        }
        return piece.utf16.count <= 3_000 && encoded <= 4_500
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~".utf8)

    private func withoutSpace(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    @Test(arguments: ["", " ", "\t\r\n", "\u{2003}", "\u{0}"])
    func `nothing to say gives no piece`(text: String) {
        #expect(SpeechSplitter.pieces(of: text) == [])
    }

    @Test(arguments: ["Hello.", " Hello. ", String(repeating: "a", count: 3_000), String(repeating: "é", count: 750)])
    func `a text that fits stays as it is`(text: String) {
        #expect(SpeechSplitter.pieces(of: text) == [text])
    }

    @Test func `a cut falls at the last sentence that fits`() {
        let sentence = String(repeating: "word ", count: 99) + "end."
        let text = Array(repeating: sentence, count: 10).joined(separator: " ")
        let pieces = SpeechSplitter.pieces(of: text)
        #expect(pieces.count == 2)
        #expect(pieces.allSatisfy { $0.hasSuffix("end.") && $0.hasPrefix("word ") && fits($0) })
        #expect(pieces.joined(separator: " ") == text)
    }

    @Test func `a quote closes with its sentence, and a decimal point ends none`() {
        let filler = String(repeating: "a", count: 1_000)
        let quoted = "\(filler) \"done.\" \(filler) costs 3.50 and \(filler)"
        #expect(SpeechSplitter.pieces(of: quoted).first == "\(filler) \"done.\"")
    }

    @Test func `without a sentence a cut falls at a space`() {
        let text = Array(repeating: "word", count: 1_500).joined(separator: " ")
        let pieces = SpeechSplitter.pieces(of: text)
        #expect(pieces.count > 1)
        #expect(pieces.allSatisfy { fits($0) && $0.hasPrefix("word") && $0.hasSuffix("word") })
        #expect(pieces.joined(separator: " ") == text)
    }

    @Test func `Chinese is cut behind its own full stop`() {
        let text = String(repeating: "請按一確認您的預約。", count: 200)
        let pieces = SpeechSplitter.pieces(of: text)
        #expect(pieces.allSatisfy { fits($0) && $0.hasSuffix("。") })
        #expect(pieces.joined() == text)
        #expect(pieces.count == 4)
    }

    @Test(arguments: ["電", "👩‍👩‍👧‍👦", "🇺🇸", "e\u{301}", "a"])
    func `a word without end is cut between characters as people see them`(character: Character) {
        let text = String(repeating: character, count: 4_000)
        let pieces = SpeechSplitter.pieces(of: text)
        #expect(pieces.count > 1)
        #expect(pieces.joined() == text)
        #expect(pieces.allSatisfy { fits($0) && $0.allSatisfy { $0 == character } })
    }

    @Test func `one character over the limit is cut all the same`() {
        let text = "a" + String(repeating: "\u{301}", count: 10_000)
        let pieces = SpeechSplitter.pieces(of: text)
        #expect(text.count == 1)
        #expect(pieces.allSatisfy(fits))
        #expect(pieces.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func `100,000 characters of mixed writing lose nothing but space at the cuts`() {
        var dice = Dice(seed: 7)
        let parts = ["word", " ", "  ", "\n", ".", "! ", "? \"", "電話", "。", "é", "👩‍👩‍👧‍👦", "\u{202E}", "&", "<b>", "3.5"]
        let text = (0..<60_000).map { _ in dice.pick(parts) }.joined()
        #expect(text.unicodeScalars.count > 100_000)
        let pieces = SpeechSplitter.pieces(of: text)
        #expect(pieces.allSatisfy(fits))
        #expect(withoutSpace(pieces.joined()) == withoutSpace(text))
        #expect(pieces.allSatisfy { !$0.isEmpty })
    }
}

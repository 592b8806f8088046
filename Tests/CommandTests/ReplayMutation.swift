import Simulator

/// Makes broken and hostile recordings of good ones, the same from the same seed.
struct ReplayMutation {
    private var generator: SeededGenerator
    private let sources: [[UInt8]]

    /// - Parameters:
    ///   - seed: Repeats them.
    ///   - sources: Good recordings.
    init(seed: UInt64, sources: [String]) {
        generator = SeededGenerator(seed: seed)
        self.sources = sources.map { Array($0.utf8) }
    }

    private static let hostile: [String] = [
        "\\u0000", "\\ud800", "\\udc00x", "\\ud83e\\uddb7", "\\u202e", "{{1/0}}", "<Say>&amp;</Say>", "]]>",
        "<!ENTITY a 'b'>",
        "\\\"", "\\\\", "\\n\\n", "%s%n", "../../../etc/passwd", "\u{0}", "\u{7F}", "\u{FEFF}",
        "e\u{301}\u{301}\u{301}",
        "1e999", "-9223372036854775808", "99999999999999999999999999", "0.1e-400", "NaN", "null", "[[[[[[[[",
        "{\"a\":{\"a\":",
    ]

    private static let words: [(String, String)] = [
        ("\"touchtone_recording\":1", "\"touchtone_recording\":2"),
        ("\"touchtone_recording\":1", "\"touchtone_recording\":-1"),
        ("\"touchtone_recording\":1", "\"touchtone_recording\":\"1\""),
        ("\"touchtone_recording\":1", "\"touchtone_recording\":1e0"),
        ("\"step\":0", "\"step\":9223372036854775807"),
        ("\"step\":0", "\"step\":-1"),
        ("\"step\":1", "\"step\":7"),
        ("\"type\":\"input\"", "\"type\":\"forward-ended\""),
        ("\"type\":\"input\"", "\"type\":\"inputs\""),
        ("\"type\":\"started\"", "\"type\":\"status\""),
        ("\"direction\":\"outbound\"", "\"direction\":\"inbound\""),
        ("\"status\":\"completed\"", "\"status\":\"busy\""),
        ("\"digits\":\"1\"", "\"digits\":\"12345678901234567890123456789012345678901234567890\""),
        ("\"digits\":\"9\"", "\"digits\":\"x\""),
        ("\"at\":\"2026", "\"at\":\"9999"),
        ("\"at\":\"2026", "\"at\":\"0000"),
        ("\"at\":\"2026-11-25", "\"at\":\"2026-02-30"),
        ("https://bots.example.com", ""),
        ("https://bots.example.com", "ftp://nobody"),
        ("https://bots.example.com", "https://bots.example.com/\\\"><Hangup/>"),
        ("+1206", "+999"),
        ("+1206", "anonymous"),
        ("\"bot_version\":\"", "\"bot_version\":\"zz"),
        ("\"origin\":\"server\"", "\"origin\":\"hand-made\""),
        ("\"day\":\"Monday\"", "\"day\":{\"a\":[1,2,{\"b\":null}]}"),
        ("\"day\":\"Monday\"", "\"dai\":1e308"),
        ("\"reply\":\"", "\"reply\":\"<"),
        ("\"reply\":", "\"refused\":\"repeated\",\"reply\":"),
        ("<Response>", "<Response><Response>"),
    ]

    /// The next one.
    mutating func next() -> [UInt8] {
        var bytes = sources[number(sources.count)]
        for _ in 0...number(3) { change(&bytes) }
        return bytes
    }

    private mutating func number(_ bound: Int) -> Int { bound < 2 ? 0 : Int.random(in: 0..<bound, using: &generator) }

    private mutating func change(_ bytes: inout [UInt8]) {
        switch number(9) {
        case 0: bytes.removeLast(number(bytes.count + 1))
        case 1: bytes.removeFirst(number(bytes.count + 1))
        case 2: shuffleLines(&bytes)
        case 3, 4: replaceWords(&bytes)
        case 5: bytes.insert(contentsOf: Array(hostileText.utf8), at: number(bytes.count + 1))
        case 6: flip(&bytes)
        case 7: splice(&bytes)
        default: insertIntoText(&bytes)
        }
    }

    private var hostileText: String {
        mutating get { ReplayMutation.hostile[number(ReplayMutation.hostile.count)] }
    }

    /// Lines in another order, one left out or one twice.
    private mutating func shuffleLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        switch number(3) {
        case 0: lines.shuffle(using: &generator)
        case 1: lines.remove(at: number(lines.count))
        default: lines.insert(lines[number(lines.count)], at: number(lines.count))
        }
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private mutating func replaceWords(_ bytes: inout [UInt8]) {
        let (old, new) = ReplayMutation.words[number(ReplayMutation.words.count)]
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Array(
            (number(2) == 0 ? text.replacing(old, with: new) : text.replacing(old, with: new, maxReplacements: 1)).utf8
        )
    }

    private mutating func flip(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        for _ in 0...number(8) { bytes[number(bytes.count)] = UInt8(number(256)) }
    }

    /// The head of one call and the tail of another.
    private mutating func splice(_ bytes: inout [UInt8]) {
        let other = sources[number(sources.count)].split(separator: 0x0A).map(Array.init)
        let own = bytes.split(separator: 0x0A).map(Array.init)
        bytes = Array(
            (own.prefix(1 + number(own.count)) + other.suffix(number(other.count))).joined(separator: [0x0A])
        )
    }

    /// Hostile characters where a text begins, so that the file can still be read.
    private mutating func insertIntoText(_ bytes: inout [UInt8]) {
        let starts = [
            "\"speech\":\"", "\"CallerName\":\"", "\"note\":\"", "\"time\":\"", "\"reason\":\"", "\"reply\":\"",
        ]
        let start = starts[number(starts.count)]
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Array(text.replacing(start, with: start + hostileText, maxReplacements: 1).utf8)
    }
}

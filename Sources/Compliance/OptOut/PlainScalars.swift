/// Reads a text scalar by scalar as plain lower-case Latin letters, digits and the gaps between words.
enum PlainScalars {
    enum Piece {
        case letters(String)
        /// It ends a verb of the past in Spanish.
        case accentedE
        /// A mark that may stand for a letter inside a word.
        case mark(Character)
        /// An apostrophe: the letters on both sides are one word.
        case joiner
        case invisible
        /// Inside a word it parts nothing: "opt-out". Beside a space it parts clauses.
        case hyphen
        case gap(Utterance.Break, isQuestion: Bool)
    }

    static func pieces(of scalars: Substring.UnicodeScalarView) -> [Piece] {
        scalars.map(piece)
    }

    private static func piece(_ scalar: Unicode.Scalar) -> Piece {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: return .letters(String(scalar))
        case 0x41...0x5A: return .letters(String(UnicodeScalar(UInt8(scalar.value + 0x20))))
        case 0x80...: return foreign(scalar)
        default: break
        }
        switch scalar {
        case "'", "`": return .joiner
        case " ", "\t", "_", "/", "+", "&", "=", "#", "<", ">", "%", "^", "~", "|", "\\":
            return .gap(.none, isQuestion: false)
        case "*", "@", "$": return .mark(Character(scalar))
        case "-": return .hyphen
        case ",", "(", ")", "[", "]", "{", "}", "\"", ":": return .gap(.soft, isQuestion: false)
        case ".", "!", ";", "\n", "\r": return .gap(.hard, isQuestion: false)
        case "?": return .gap(.hard, isQuestion: true)
        default: return .invisible
        }
    }

    private static func foreign(_ scalar: Unicode.Scalar) -> Piece {
        if scalar == "é" || scalar == "É" { return .accentedE }
        if let letter = lookalikes[scalar] { return .letters(letter) }
        if let letter = styled(scalar.value) { return letter }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return .invisible
        case .spacingMark: return .letters(String(scalar))
        case _ where properties.isAlphabetic: return .letters(latin(scalar) ?? properties.lowercaseMapping)
        case .decimalNumber: return .letters(properties.numericValue.map { String(Int($0)) } ?? "")
        default: break
        }
        switch scalar {
        case "’", "‘", "ʼ", "´", "＇": return .joiner
        case "…", "。", "！", "．": return .gap(.hard, isQuestion: false)
        case "？": return .gap(.hard, isQuestion: true)
        case _ where properties.isWhitespace: return .gap(.none, isQuestion: false)
        default: return .gap(.soft, isQuestion: false)
        }
    }

    /// Letters in a block of twenty-six, or two: full-width, mathematical, in circles and squares.
    private static func styled(_ value: UInt32) -> Piece? {
        let blocks: [(ClosedRange<UInt32>, UInt32)] = [
            (0xFF21...0xFF3A, 0), (0xFF41...0xFF5A, 0), (0x1D400...0x1D6A3, 0), (0x249C...0x24B5, 0),
            (0x24B6...0x24CF, 0), (0x24D0...0x24E9, 0), (0x1F110...0x1F129, 0), (0x1F130...0x1F149, 0),
            (0x1F150...0x1F169, 0), (0x1F170...0x1F189, 0),
        ]
        if let block = blocks.first(where: { $0.0.contains(value) }) {
            return UnicodeScalar(UInt8(0x61 + (value - block.0.lowerBound) % 26)).properties.isAlphabetic
                ? .letters(String(UnicodeScalar(UInt8(0x61 + (value - block.0.lowerBound) % 26)))) : nil
        }
        if (0xFF10...0xFF19).contains(value) { return .letters(String(UnicodeScalar(UInt8(0x30 + value - 0xFF10)))) }
        if (0x1D7CE...0x1D7FF).contains(value) { return .letters(String((value - 0x1D7CE) % 10)) }
        return nil
    }

    /// A Latin letter without its mark, by its Unicode name: "LATIN SMALL LETTER E WITH ACUTE".
    private static func latin(_ scalar: Unicode.Scalar) -> String? {
        guard let name = scalar.properties.name else { return nil }
        for prefix in ["LATIN SMALL LETTER ", "LATIN CAPITAL LETTER ", "LATIN LETTER SMALL CAPITAL "]
        where name.hasPrefix(prefix) {
            let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
            return letter.count == 1 ? letter.lowercased() : nil
        }
        return nil
    }

    /// Letters of other alphabets that look like a Latin one, after Unicode's list of confusable characters.
    private static let lookalikes: [Unicode.Scalar: String] = {
        let rows: [(String, String)] = [
            ("a", "аАαΑᎪ"), ("b", "вВЬьΒ"), ("c", "сСϲ"), ("d", "ԁ"), ("e", "еЕёЁεΕєᎬ"), ("h", "һнНΗ"),
            ("i", "іІιΙїЇı"),
            ("j", "јЈ"), ("k", "кКκΚ"), ("l", "ӏ"), ("m", "мМΜ"), ("n", "пηΝ"), ("o", "оОοΟσ"), ("p", "рРρΡᏢ"),
            ("q", "ԛ"), ("r", "г"), ("s", "ѕЅᏚᏕ"), ("t", "тТτΤᎢ"), ("u", "υ"), ("v", "ν"), ("w", "ԝω"), ("x", "хХχΧ"),
            ("y", "уУγΥү"), ("z", "Ζ"),
        ]
        var result: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "ø": "o"]
        for (letter, others) in rows {
            for scalar in others.unicodeScalars { result[scalar] = letter }
        }
        return result
    }()
}

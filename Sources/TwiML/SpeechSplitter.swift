/// Cuts a long text into pieces that one Say may hold.
///
/// A voice takes 3,000 characters, and the text may not exceed 4,500 once it is URL-encoded, where every byte of a letter
/// beyond ASCII becomes three. A cut falls at the end of a sentence, else at a space, else between two characters as
/// people see them.
/// Source: https://www.twilio.com/docs/voice/twiml/say and https://www.twilio.com/docs/api/errors/13521
package enum SpeechSplitter {
    package static let maximumCharacters = 3_000
    package static let maximumEncodedCharacters = 4_500

    /// The pieces in order: none for a text without a word, each without space at its ends where it was cut.
    package static func pieces(of text: String) -> [String] {
        let permitted = XMLText.permitted(text)
        guard !isBlank(permitted) else { return [] }
        guard !fits(permitted) else { return [permitted] }
        var pieces: [String] = []
        var rest = Substring(permitted)
        while !rest.isEmpty {
            let cut = nextCut(in: rest)
            let piece = trimmed(rest[..<cut])
            if !piece.isEmpty { pieces.append(String(piece)) }
            rest = rest[cut...]
        }
        return pieces
    }

    /// Whether one Say may hold the text.
    static func fits(_ text: String) -> Bool {
        let bytes = text.utf8.count
        if bytes * 3 <= maximumEncodedCharacters { return true }
        if bytes > maximumEncodedCharacters { return false }
        var budget = Budget()
        return text.unicodeScalars.allSatisfy { budget.take($0) }
    }

    /// Whether there is nothing to say.
    static func isBlank(_ text: String) -> Bool {
        // A visible first letter, as nearly every text has, settles it.
        if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
        return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// The end of the longest piece that fits, moved back to the best place for a breath.
    private static func nextCut(in rest: Substring) -> Substring.Index {
        let scalars = rest.unicodeScalars
        var budget = Budget()
        var index = scalars.startIndex
        var afterSentence: Substring.Index?
        var afterSpace: Substring.Index?
        var sentenceIsOver = false
        while index < scalars.endIndex {
            let scalar = scalars[index]
            guard budget.take(scalar) else {
                return afterSentence ?? afterSpace ?? characterBoundary(in: rest, atOrBefore: index)
            }
            index = scalars.index(after: index)
            if scalar.properties.isWhitespace {
                afterSpace = index
                if sentenceIsOver { afterSentence = index }
                sentenceIsOver = false
            } else {
                switch scalar {
                case ".", "!", "?", "…": sentenceIsOver = true
                // Chinese and Japanese put no space behind a sentence.
                case "。", "！", "？": afterSentence = index
                // A closing quote or bracket belongs to the sentence that ended before it.
                case "\"", "'", ")", "]", "”", "’", "»": break
                default: sentenceIsOver = false
                }
            }
        }
        return rest.endIndex
    }

    /// The end of the last whole character, or `index` itself when one character alone is over the limit.
    private static func characterBoundary(in rest: Substring, atOrBefore index: Substring.Index) -> Substring.Index {
        // `index(after:)` rounds down to the character that holds the index, then steps over it.
        let boundary = rest.index(before: rest.index(after: index))
        return boundary > rest.startIndex ? boundary : index
    }

    private static func trimmed(_ piece: Substring) -> Substring {
        let scalars = piece.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return piece[first...last]
    }

    /// What a Say has room for yet.
    private struct Budget {
        private var characters = 0
        private var encoded = 0

        /// Counts a scalar in; false when it does not fit any more.
        ///
        /// Characters are counted as UTF-16 units, the largest of the counts a provider may have in mind.
        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            characters += UTF16.width(scalar)
            if scalar.isASCII, UInt8(truncatingIfNeeded: scalar.value).isUnreserved {
                encoded += 1
            } else {
                encoded += 3 * UTF8.width(scalar)
            }
            return characters <= maximumCharacters && encoded <= maximumEncodedCharacters
        }
    }
}

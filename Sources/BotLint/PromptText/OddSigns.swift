/// What stands in a prompt and no voice can say.
struct OddSigns {
    enum Kind: Hashable {
        case emoji
        case control(UInt32)
        case markdown(String)
        case address
        case entity(String)
        /// One brace where two would make an expression; the name between them.
        case brace(String)
        case closingBraces
    }

    struct Found {
        let kind: Kind
        let range: Range<Int>
    }

    private let text: LiteralText
    private(set) var found: [Found] = []

    init(_ text: LiteralText) {
        self.text = text
        var index = 0
        while index < text.scalars.count, found.count < 100 {
            guard let sign = sign(at: index) else {
                index += 1
                continue
            }
            found.append(sign)
            index = max(index + 1, sign.range.upperBound)
        }
    }

    private func sign(at index: Int) -> Found? {
        let scalar = text.scalars[index]
        switch scalar {
        case LiteralText.expression: return nil
        case "&": return entity(at: index)
        case "{", "}": return brace(at: index)
        case "*", "_", "`", "#", "•": return markdown(at: index)
        case "h", "H", "w", "W": return address(at: index)
        default: break
        }
        if OddSigns.isEmoji(scalar) {
            var end = index + 1
            while let next = text[end], OddSigns.isEmoji(next) || ["\u{FE0F}", "\u{200D}"].contains(next) { end += 1 }
            return Found(kind: .emoji, range: index..<end)
        }
        return OddSigns.isControl(scalar) ? Found(kind: .control(scalar.value), range: index..<(index + 1)) : nil
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1F000...0x1FAFF: true
        case 0x2600...0x27BF, 0x2B05...0x2B55, 0x231A...0x23FF:
            scalar.properties.isEmoji || scalar.properties.isEmojiPresentation
        default: false
        }
    }

    /// Controls, marks that cannot be seen, the sign for a character that was lost, and what has no meaning for all.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xE000...0xF8FF,
            0xFEFF,
            0xFFF9...0xFFFF:
            true
        default: false
        }
    }

    // MARK: Markup

    /// `&amp;`, `&#39;`.
    private func entity(at index: Int) -> Found? {
        var end = index + 1
        if text[end] == "#" { end += 1 }
        let start = end
        while text.isLetter(end) || text.isDigit(end), end - start < 8 { end += 1 }
        guard end - start >= 2, text[end] == ";" else { return nil }
        let name = text.text((index + 1)..<end)
        let isNamed = ["amp", "lt", "gt", "quot", "apos", "nbsp", "ndash", "mdash", "hellip", "rsquo", "lsquo"]
            .contains(name)
        guard isNamed || name.hasPrefix("#") else { return nil }
        return Found(kind: .entity(name), range: index..<(end + 1))
    }

    /// `{name}`, or a closing pair without an opening one.
    private func brace(at index: Int) -> Found? {
        if text.scalars[index] == "}" {
            return text[index + 1] == "}" ? Found(kind: .closingBraces, range: index..<(index + 2)) : nil
        }
        var end = index + 1
        while text.isLetter(end) || text.isDigit(end) || text[end] == "_" || text[end] == "." { end += 1 }
        guard text.isLetter(index + 1), text[end] == "}" else { return nil }
        let hasPair = text[end + 1] == "}"
        guard !hasPair else { return Found(kind: .brace(text.text((index + 1)..<end)), range: index..<(end + 2)) }
        return Found(kind: .brace(text.text((index + 1)..<end)), range: index..<(end + 1))
    }

    private func markdown(at index: Int) -> Found? {
        let sign = text.scalars[index]
        let isLineStart = index == 0 || text[index - 1] == "\n"
        switch sign {
        case "•": return Found(kind: .markdown("•"), range: index..<(index + 1))
        case "`":
            guard text.isLetter(index + 1) else { return nil }
            return Found(kind: .markdown("`"), range: index..<(index + 1))
        case "#":
            // A heading; "# 1" is a number, "#" alone the key.
            var end = index
            while text[end] == "#" { end += 1 }
            guard isLineStart, text[end] == " ", text.isLetter(end + 1), end > index + 1 || text.scalars.contains("\n")
            else {
                return nil
            }
            return Found(kind: .markdown(String(repeating: "#", count: end - index)), range: index..<end)
        default:
            guard text[index + 1] == sign, text.isLetter(index + 2), hasClosing(sign, from: index + 3) else {
                return nil
            }
            let pair = String(repeating: Character(sign), count: 2)
            return Found(kind: .markdown(pair), range: index..<(index + 2))
        }
    }

    private func hasClosing(_ sign: Unicode.Scalar, from start: Int) -> Bool {
        var index = start
        while index + 1 < text.scalars.count {
            if text.scalars[index] == sign, text.scalars[index + 1] == sign { return true }
            index += 1
        }
        return false
    }

    /// `https://…` or `www.…`.
    private func address(at index: Int) -> Found? {
        guard !text.isLetter(index - 1) else { return nil }
        guard text.has("http://", at: index) || text.has("https://", at: index) || text.has("www.", at: index) else {
            return nil
        }
        var end = index
        while !text.isBlank(end), text[end] != LiteralText.expression { end += 1 }
        while end > index, ".,;:!?)\"'".unicodeScalars.contains(text.scalars[end - 1]) { end -= 1 }
        return Found(kind: .address, range: index..<end)
    }
}

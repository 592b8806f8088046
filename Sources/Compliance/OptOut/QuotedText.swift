/// Takes our own words out of a reply: quoted lines, reactions, and signatures that a telephone adds.
enum QuotedText {
    /// The lines that the person wrote.
    static func removed(from text: String) -> String {
        var kept: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let trimmed = line.drop { $0.isWhitespace }
            if trimmed.hasPrefix(">") || trimmed.hasPrefix("|") { continue }
            let lowered = trimmed.prefix(200).lowercased()
            if endings.contains(where: lowered.hasPrefix) { break }
            if introductions.contains(where: lowered.hasPrefix), verbs.contains(where: lowered.contains) { break }
            kept.append(line)
        }
        return reaction(kept.joined(separator: "\n"))
    }

    /// "Liked “…”" repeats our message.
    private static func reaction(_ text: String) -> String {
        guard let open = text.firstIndex(where: { "“\"«".contains($0) }) else { return text }
        let before = text[..<open].prefix(120).lowercased()
        guard reactions.contains(where: before.contains) else { return text }
        let after = text[text.index(after: open)...]
        guard let close = after.lastIndex(where: { "”\"»".contains($0) }) else { return "" }
        return String(after[after.index(after: close)...])
    }

    private static let endings = [
        "sent from my", "sent via", "sent using", "sent from", "get outlook for", "enviado desde mi", "enviado desde",
        "-----original", "---- original", "begin forwarded",
        "--- original",
    ]
    private static let introductions = ["on ", "el "]
    private static let verbs = ["wrote:", "escribió:", "escribio:"]
    private static let reactions = [
        "liked ", "loved ", "disliked ", "emphasized ", "emphasised ", "laughed at ", "questioned ", "reacted ",
        "le gusta ", "le gustó ", "le encanta ", "le encantó ", "reaccionó ",
        "me gusta ", "destacó ", "se rió ", "no le gusta ",
    ]
}

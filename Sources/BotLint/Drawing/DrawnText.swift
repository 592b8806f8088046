import Airscript
import BotGraph

/// Texts of a bot as a drawing shows them: short, on lines of a few words, and without signs that do harm there.
enum DrawnText {
    /// How many scalars of a prompt are shown.
    static let longestPrompt = 96
    /// How many scalars of an expression or phrase are shown.
    static let longestLabel = 40
    private static let longestLine = 34

    /// The text on one line, without control signs, and without those that turn the direction of writing: they would show a
    /// reader another text than the file has.
    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var isBlank = true
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                if !isBlank { plain.append(" ") }
                isBlank = true
            } else if !turnsDirection(scalar) {
                plain.append(scalar)
                isBlank = false
            }
        }
        if plain.last == " " { plain.removeLast() }
        return String(plain)
    }

    /// The first words of a text that fit, with `…` for the rest.
    static func shortened(_ text: String, to limit: Int = longestLabel) -> String {
        let plain = plain(text)
        guard plain.unicodeScalars.count > limit else { return plain }
        var kept = String(String.UnicodeScalarView(plain.unicodeScalars.prefix(limit - 1)))
        if let space = kept.lastIndex(of: " "), kept.distance(from: space, to: kept.endIndex) < limit / 2 {
            kept = String(kept[..<space])
        }
        while let last = kept.last, last == " " || last == "," || last == "." { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines of a few words.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > longestLine {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        return current.isEmpty ? lines : lines + [current]
    }

    /// The first words of what a prompt says in the bot's first language.
    static func excerpt(_ prompt: Prompt?, of bot: Bot) -> [String] {
        guard let prompt else { return [] }
        var text = ""
        for piece in prompt.pieces(in: bot.defaultLanguage) {
            switch piece {
            case .text(let template, _): text += " " + readable(template)
            case .recording(let name, _): text += " ♪ \(name)"
            }
            // What comes after that is not shown, however long it is.
            if text.unicodeScalars.count > 2 * longestPrompt { break }
        }
        return lines(shortened(text, to: longestPrompt))
    }

    /// A template's text with each expression as ‹what it reads›.
    static func readable(_ template: Template) -> String {
        let scalars = Array(template.source.unicodeScalars)
        var text = String.UnicodeScalarView()
        var next = 0
        for embedded in template.expressions {
            var start = min(embedded.offset, scalars.count)
            while start > next, scalars[start - 1] != "{" { start -= 1 }
            text.append(contentsOf: scalars[next..<max(next, start - 2)])
            text.append(contentsOf: "‹\(name(of: embedded.expression))›".unicodeScalars)
            next = min(embedded.offset + embedded.expression.source.unicodeScalars.count, scalars.count)
            while next < scalars.count, scalars[next] != "}" { next += 1 }
            next = min(next + 2, scalars.count)
        }
        text.append(contentsOf: scalars[next...])
        return String(text).replacing("\\{{", with: "{{")
    }

    /// What an expression reads first; its own beginning where it reads nothing.
    private static func name(of expression: Expression) -> String {
        guard let reference = expression.references.first else { return shortened(expression.source, to: 16) }
        return reference.path.joined(separator: ".")
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

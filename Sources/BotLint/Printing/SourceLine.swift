/// A line of source and the marks under it, as a terminal shows them.
struct SourceLine {
    /// The line, with nothing in it that a terminal would act on, and cut to a window when it is long.
    let text: String
    /// Blanks and marks that stand under the place.
    let marks: String

    /// How many scalars of a long line are shown.
    private static let window = 160

    /// - Parameters:
    ///   - line: The whole line.
    ///   - column: The place's first scalar, from 1. Past the end of the line it is the scalar after the last.
    ///   - length: How many scalars the place covers. What goes beyond the line is left off.
    init(_ line: some StringProtocol, column: Int, length: Int) {
        let scalars = Array(line.unicodeScalars)
        let place = min(max(0, column - 1), scalars.count)
        let first = scalars.count > SourceLine.window ? max(0, place - SourceLine.window / 2) : 0
        let last = min(scalars.count, first + SourceLine.window)
        let shown = scalars[first..<last].map(SourceLine.harmless)

        var text = String.UnicodeScalarView(shown)
        var marks = String.UnicodeScalarView()
        if first > 0 {
            text.insert(contentsOf: "… ".unicodeScalars, at: text.startIndex)
            marks.append(contentsOf: "  ".unicodeScalars)
        }
        if last < scalars.count { text.append(contentsOf: " …".unicodeScalars) }
        for scalar in shown.prefix(place - first) {
            // A tab stays one, so that it is as wide under the line as in it.
            if scalar == "\t" {
                marks.append(scalar)
            } else {
                marks.append(contentsOf: repeatElement(" ", count: SourceLine.columns(of: scalar)))
            }
        }
        let covered = shown.dropFirst(place - first).prefix(max(1, length))
        let width = covered.reduce(0) { $0 + SourceLine.columns(of: $1) }
        marks.append("^")
        marks.append(contentsOf: repeatElement("~", count: max(0, width - 1)))
        self.text = String(text)
        self.marks = String(marks)
    }

    /// A control character could move the cursor or hide text, so the line shows a placeholder.
    private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\t" ? scalar : "\u{FFFD}"
        case .lineSeparator, .paragraphSeparator: "\u{FFFD}"
        // The signs that turn the direction of text round.
        case .format:
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value) ? "\u{FFFD}" : scalar
        default: scalar
        }
    }

    /// How many columns a terminal gives a scalar: none to marks, two to wide scripts and emoji.
    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        case 0x1F300...0x1FAFF: return 2
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}

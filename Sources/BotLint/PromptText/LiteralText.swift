import Airscript

/// A prompt's own text by scalar, with its expressions masked.
struct LiteralText {
    /// The scalars of the template's source; those of an expression are U+0001.
    let scalars: [Unicode.Scalar]

    init(_ template: Template) {
        var scalars = Array(template.source.unicodeScalars)
        if !template.expressions.isEmpty {
            let folded = FoldedPrompt(template).bytes
            for index in scalars.indices where folded[index] == FoldedPrompt.unknown { scalars[index] = "\u{1}" }
        }
        self.scalars = scalars
    }

    static let expression: Unicode.Scalar = "\u{1}"

    subscript(index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    func isDigit(_ index: Int) -> Bool { self[index].map { ("0"..."9").contains($0) } ?? false }

    func isLetter(_ index: Int) -> Bool {
        guard let scalar = self[index], scalar != LiteralText.expression else { return false }
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return scalar.properties.isAlphabetic
    }

    func isBlank(_ index: Int) -> Bool { self[index].map { $0 == " " || $0 == "\n" || $0 == "\t" } ?? true }

    /// The word that ends before an index, in lower case, blanks between them skipped.
    func word(before index: Int) -> String {
        var end = index
        while end > 0, self[end - 1] == " " { end -= 1 }
        var start = end
        while start > 0, isLetter(start - 1) { start -= 1 }
        return text(start..<end).lowercased()
    }

    /// The word that begins at or behind an index, in lower case.
    func word(after index: Int) -> String {
        var start = index
        while self[start] == " " { start += 1 }
        var end = start
        while isLetter(end) { end += 1 }
        return text(start..<end).lowercased()
    }

    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// Whether the text at an index is this, in ASCII, upper and lower case alike.
    func has(_ wanted: StaticString, at index: Int) -> Bool {
        let count = wanted.utf8CodeUnitCount
        guard index + count <= scalars.count else { return false }
        return wanted.withUTF8Buffer { bytes in
            bytes.indices.allSatisfy { offset in
                let scalar = scalars[index + offset].value
                return (scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar) == UInt32(bytes[offset])
            }
        }
    }
}

import Telephony

extension BotReading {
    /// A text that is not empty.
    ///
    /// A number or boolean without quotes is not text.
    ///
    /// - Parameters:
    ///   - field: The value.
    ///   - isName: Whether it has to be a name, which quotes do not make of a number.
    /// - Returns: The text; nil when there is none, which is reported.
    func text(_ field: Field?, isName: Bool = false) -> String? {
        guard let field, let scalar = scalar(field, expected: "text") else { return nil }
        switch scalar.type {
        case .text: break
        case .null: return nothing(field, expected: "text")
        case .boolean, .number:
            report(
                .wrongType,
                "\(field.name) is text, not \(scalar.kind); write \"\(scalar.text.forMessage)\" in quotes",
                at: field.value,
                fix: isName ? nil : quoting(field.value)
            )
            return nil
        }
        guard scalar.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            return nothing(field, expected: "text")
        }
        return scalar.text
    }

    /// `true` or `false`.
    func boolean(_ field: Field?) -> Bool? {
        guard let field, let scalar = scalar(field, expected: "true or false") else { return nil }
        guard case .boolean(let value) = scalar.type else {
            report(.wrongType, "\(field.name) is true or false, not \(scalar.kind)", at: field.value)
            return nil
        }
        return value
    }

    /// A whole number in a range.
    func count(_ field: Field?, in range: ClosedRange<Int>) -> Int? {
        guard let field, let scalar = scalar(field, expected: "a whole number") else { return nil }
        guard case .number(let number) = scalar.type, let value = Int(exactly: number) else {
            report(.wrongType, "\(field.name) is a whole number, not \(scalar.kind)", at: field.value)
            return nil
        }
        guard range.contains(value) else {
            report(
                .badCount,
                "\(field.name) is \(value); it has to be from \(range.lowerBound) to \(range.upperBound)",
                at: field.value
            )
            return nil
        }
        return value
    }

    /// One of an enumeration's words.
    func word<Word: RawRepresentable & CaseIterable>(
        _ field: Field?,
        _ type: Word.Type
    ) -> Word? where Word.RawValue == String {
        var words: [String] { type.allCases.map(\.rawValue) }
        var list: String { words.joined(separator: ", ") }
        guard let field, let scalar = scalar(field, expected: "one of: \(list)") else { return nil }
        if let word = Word(rawValue: scalar.text) { return word }
        let meant = suggestion(for: scalar.text, among: words)
        report(
            .unknownWord,
            "\(field.name) is \(scalar.kind)" + (meant.isEmpty ? "; " : meant + " ") + "expected one of: \(list)",
            at: field.value
        )
        return nil
    }

    /// A duration in whole seconds, which is how the provider counts.
    func duration(_ field: Field?, in range: ClosedRange<Int>) -> Duration? {
        guard let field, let scalar = scalar(field, expected: "a duration such as 5s") else { return nil }
        guard let milliseconds = milliseconds(scalar.text) else {
            let hint =
                if case .number = scalar.type { "; write the unit: \(scalar.text.forMessage)s" } else { "" }
            report(
                .badDuration,
                "\(field.name) is \(scalar.kind), not a duration such as 5s or 2m\(hint)",
                at: field.value
            )
            return nil
        }
        guard milliseconds % 1_000 == 0 else {
            report(
                .badDuration,
                "\(field.name) is \(scalar.text.forMessage); the provider counts whole seconds, such as "
                    + "\(max(range.lowerBound, milliseconds / 1_000))s",
                at: field.value
            )
            return nil
        }
        guard range.contains(milliseconds / 1_000) else {
            report(
                .badDuration,
                "\(field.name) is \(scalar.text.forMessage); it has to be from \(range.lowerBound)s to \(range.upperBound)s",
                at: field.value
            )
            return nil
        }
        return .seconds(milliseconds / 1_000)
    }

    /// The name of a bot, node, option: a letter, then letters, digits, hyphens and underscores.
    func name<Name>(_ field: Field?, _ make: (String) -> Name?) -> Name? {
        guard let field, let text = text(field, isName: true) else { return nil }
        if let name = make(text) { return name }
        reportBadName(text, field.name, at: field.value.location, length: text.unicodeScalars.count)
        return nil
    }

    func reportBadName(_ text: String, _ owner: String, at location: SourceLocation, length: Int) {
        report(
            .badName,
            "\(owner): '\(text.forMessage)' is no name; a name is a letter and up to 63 letters, digits, '-' and '_'",
            at: location,
            length: length
        )
    }

    /// A node to go to.
    func target(_ field: Field?) -> Target? {
        guard let field, let id = name(field, NodeID.init) else { return nil }
        let target = Target(id, at: field.value.location)
        note(target: target)
        return target
    }

    /// A language in full and in its usual spelling.
    func language(_ text: String, _ owner: String, at location: SourceLocation) -> LanguageTag? {
        let length = text.unicodeScalars.count
        guard let tag = LanguageTag(text) else {
            let example = ["en": "en-US", "es": "es-US", "fr": "fr-CA", "de": "de-DE", "pt": "pt-BR"][text.lowercased()]
            report(
                .badLanguage,
                "\(owner): '\(text.forMessage)' is no language with its region; write it in full, such as \(example ?? "en-US")",
                at: location,
                length: length
            )
            return nil
        }
        let usual = BotReading.usualSpelling(of: text)
        guard usual == text else {
            report(
                .badLanguage,
                "\(owner): write '\(usual)' for '\(text)'",
                at: location,
                length: length,
                fix: spelling(text, as: usual, at: location)
            )
            return nil
        }
        return tag
    }

    /// Writes a word in its usual spelling; nil where the word does not stand at the place as it is.
    private func spelling(_ text: String, as usual: String, at location: SourceLocation) -> Fix? {
        guard var start = source.index(of: location) else { return nil }
        if source[start] == "\"" || source[start] == "'" { start += 1 }
        let written = Array(text.unicodeScalars)
        guard source.scalars[start...].starts(with: written) else { return nil }
        let edit = Fix.Edit(at: source.location(of: start), length: written.count, replacement: usual)
        return Fix("write \(usual)", edits: [edit])
    }

    /// A scalar; anything else is reported.
    func scalar(_ field: Field, expected: @autoclosure () -> String) -> YAMLScalar? {
        guard case .scalar(let scalar) = field.value.content else {
            report(.wrongType, "\(field.name) is \(expected()), not \(field.value.kind)", at: field.value)
            return nil
        }
        guard !scalar.isNull else { return nothing(field, expected: expected()) }
        return scalar
    }

    private func nothing<Value>(_ field: Field, expected: String) -> Value? {
        report(.wrongType, "\(field.name) is empty; it has to be \(expected)", at: field.value)
        return nil
    }

    private func milliseconds(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), digits.count <= 9 else { return nil }
        switch text.dropFirst(digits.count) {
        case "ms": return count
        case "s": return count * 1_000
        case "m": return count * 60_000
        default: return nil
        }
    }

    /// Lower case for the language, upper for the region, as in `zh-Hans-CN`.
    private static func usualSpelling(of text: String) -> String {
        let parts = text.split(separator: "-").enumerated().map { index, part in
            let lower = part.lowercased()
            if index == 0 { return lower }
            switch lower.utf8.count {
            case 2: return lower.uppercased()
            case 4: return lower.prefix(1).uppercased() + lower.dropFirst()
            default: return lower
            }
        }
        return parts.joined(separator: "-")
    }
}

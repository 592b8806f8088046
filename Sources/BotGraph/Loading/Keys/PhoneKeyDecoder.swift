import Telephony

extension BotReading {
    /// One or several keys of the telephone, in quotes.
    func keys(_ field: Field?) -> Digits? {
        guard let field, let text = keyText(field) else { return nil }
        guard let digits = Digits(text), !digits.isEmpty, digits.count <= 32 else {
            report(
                .badKey,
                "\(field.name) is '\(text.forMessage)'; it is 1 to 32 keys of 0-9, * and #",
                at: field.value
            )
            return nil
        }
        return digits
    }

    /// One key of the telephone, in quotes.
    func key(_ field: Field?) -> Key? {
        guard let field, let text = keyText(field) else { return nil }
        guard text.count == 1, let first = text.first, let key = Key(rawValue: first) else {
            report(.badKey, "\(field.name) is '\(text.forMessage)'; it is one key of 0-9, * and #", at: field.value)
            return nil
        }
        return key
    }

    /// The text of a key.
    ///
    /// A bare `1` is a number to YAML, `012` another one, and `#` begins a comment.
    private func keyText(_ field: Field) -> String? {
        guard case .scalar(let scalar) = field.value.content else {
            report(.badKey, "\(field.name) is keys in quotes, not \(field.value.kind)", at: field.value)
            return nil
        }
        switch scalar.type {
        case .text: return scalar.text
        case .number:
            report(
                .badKey,
                "\(field.name) is a number; keys are text, so write \(field.keyName): \"\(scalar.text.forMessage)\"",
                at: field.value,
                fix: isDigits(scalar.text) ? quoting(field.value) : nil
            )
        case .null:
            report(
                .badKey,
                "\(field.name) is empty; a bare # begins a comment, so write \(field.keyName): \"#\"",
                at: field.value
            )
        case .boolean:
            report(.badKey, "\(field.name) is \(scalar.kind); it is keys of 0-9, * and # in quotes", at: field.value)
        }
        return nil
    }

    /// Whether a number was written as keys are: `-1`, `1.5` and `0x1` were not.
    private func isDigits(_ text: String) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension Field {
    /// The key as the file has it: `press` of `'press' of option 'a'`.
    fileprivate var keyName: String { String(name.dropFirst().prefix { $0 != "'" }) }
}

import BotGraph
import Compliance
import Telephony

/// Values that several steps take.
extension CallScriptReader {
    /// Notes a word that is none of a few, with the one that was probably meant and all there are.
    mutating func unknown(_ id: String, _ what: String, _ word: String, known: [String], at location: SourceLocation) {
        let guess = LocatedYAML.didYouMean(word, among: known) ?? "there are: \(known.joined(separator: ", "))"
        note(id, "\(what) '\(word)'; \(guess)", at: location)
    }

    /// The values of a map by key; unknown keys and keys that stand twice are noted.
    mutating func fields(_ entries: [LocatedYAML.Entry], known: [String], of what: String) -> [String: LocatedYAML] {
        var fields: [String: LocatedYAML] = [:]
        for entry in entries {
            guard known.contains(entry.key) else {
                unknown("unknown-key", "\(what) has no key", entry.key, known: known, at: entry.location)
                continue
            }
            if fields[entry.key] != nil {
                note("duplicate-key", "'\(entry.key)' stands twice", at: entry.location)
            }
            fields[entry.key] = entry.value
        }
        return fields
    }

    /// Text that says something; a number is not text, since `012` would lose its zero.
    mutating func text(_ value: LocatedYAML, for key: String) -> String? {
        guard case .text(let text, _) = value else {
            let hint = if case .number = value { "; put it in quotes" } else { "" }
            note("wrong-type", "'\(key)' takes text, not \(value.kind)\(hint)", at: value.location)
            return nil
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            note("wrong-type", "'\(key)' takes text that is not empty", at: value.location)
            return nil
        }
        return text
    }

    mutating func number(_ value: LocatedYAML, for key: String) -> PhoneNumber? {
        guard let text = text(value, for: key) else { return nil }
        guard let number = PhoneNumber(text) else {
            note("bad-number", "'\(key)' takes a number in E.164 form, such as \"+12065550101\"", at: value.location)
            return nil
        }
        return number
    }

    mutating func boolean(_ value: LocatedYAML, for key: String) -> Bool? {
        guard case .boolean(let boolean, _) = value else {
            note("wrong-type", "'\(key)' takes true or false, not \(value.kind)", at: value.location)
            return nil
        }
        return boolean
    }

    /// One of the words that a type has.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ value: LocatedYAML,
        for key: String,
        of type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = text(value, for: key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        unknown("unknown-word", "'\(key)' is never", text, known: type.allCases.map(\.rawValue), at: value.location)
        return nil
    }

    /// How long something takes: a number with its unit, such as `5s`, `1.5s`, `40m`.
    mutating func duration(_ value: LocatedYAML, for key: String) -> Duration? {
        guard case .text(let text, let location) = value, let duration = Duration(scriptText: text) else {
            let hint = if case .number(_, let text, _) = value { "; write the unit: \(text)s" } else { "" }
            note(
                "bad-duration",
                "'\(key)' takes a duration such as 5s, 1.5s, 40m, 2h or 3d, not \(value.kind)\(hint)",
                at: value.location
            )
            return nil
        }
        guard duration > .zero, duration <= .seconds(10 * 366 * 86_400) else {
            note("bad-duration", "'\(key)' takes a duration of more than nothing and at most 3660d", at: location)
            return nil
        }
        return duration
    }

    mutating func instant(_ value: LocatedYAML, for key: String) -> Instant? {
        guard let text = text(value, for: key) else { return nil }
        guard let instant = Instant(rfc3339: text) else {
            note(
                "bad-instant",
                "'\(key)' takes an instant as RFC 3339 writes it, such as \"2026-12-01T09:00:00-08:00\"",
                at: value.location
            )
            return nil
        }
        return instant
    }
}

extension Duration {
    /// A number and its unit: ms, s, m, h or d; what is less than a millisecond is dropped.
    fileprivate init?(scriptText text: String) {
        let units: [(name: String, milliseconds: Double)] = [
            ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
        ]
        guard let unit = units.first(where: { text.hasSuffix($0.name) }) else { return nil }
        let number = text.dropLast(unit.name.count)
        guard !number.isEmpty, number.utf8.count <= 12, number.first != ".", number.last != ".",
            number.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }), let amount = Double(number)
        else { return nil }
        // What is longer than any call is told as such, and must not overflow before.
        self = .milliseconds(Int64(min(amount * unit.milliseconds, 1e15)))
    }
}

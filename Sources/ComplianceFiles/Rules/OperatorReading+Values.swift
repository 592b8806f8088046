import BotGraph
import Compliance

/// Single values of an operator's file, each checked where it stands.
extension OperatorReading {
    mutating func report(_ message: String, _ location: SourceLocation, _ id: String = "operator-rules") {
        findings.append(Diagnostic(id: id, severity: .error, message: message, location: location))
    }

    /// The values of a map by key; unknown, missing and doubled keys are reported.
    mutating func fields(
        _ value: LocatedYAML,
        _ owner: String,
        required: [String],
        optional: [String]
    ) -> [String: LocatedYAML]? {
        let known = (required + optional).sorted()
        guard case .map(let entries, let location) = value else {
            report("\(owner) is a map of \(known.joined(separator: ", ")), not \(value.kind)", value.location)
            return nil
        }
        var found: [String: LocatedYAML] = [:]
        for entry in entries {
            if !known.contains(entry.key) {
                report(
                    "unknown key '\(entry.key)' in \(owner)" + choice(entry.key, known),
                    entry.location,
                    "unknown-key"
                )
            } else if found[entry.key] != nil {
                report("key '\(entry.key)' of \(owner) stands twice; remove one", entry.location, "duplicate-key")
            } else {
                found[entry.key] = entry.value
            }
        }
        for key in required where found[key] == nil {
            report("\(owner) has no '\(key)'", location, "missing-key")
        }
        return found
    }

    mutating func items(_ value: LocatedYAML?, _ name: String) -> [LocatedYAML] {
        guard let value else { return [] }
        guard case .list(let items, _) = value else {
            report("'\(name)' is a list, not \(value.kind)", value.location)
            return []
        }
        return items
    }

    /// A text that is not empty.
    mutating func line(_ value: LocatedYAML, _ name: String) -> String? {
        guard case .text(let text, let location) = value else {
            report("'\(name)' is a text, not \(value.kind)", value.location)
            return nil
        }
        guard text.contains(where: { $0 != " " }) else {
            report("'\(name)' is empty", location)
            return nil
        }
        return text
    }

    mutating func date(_ value: LocatedYAML, _ name: String) -> CivilDate? {
        if case .text(let text, _) = value, let date = CivilDate(text) { return date }
        report("'\(name)' is a date such as 2026-12-24, not \(value.kind)", value.location)
        return nil
    }

    mutating func word<Word: RawRepresentable<String>>(
        _ value: LocatedYAML,
        _ name: String,
        _ all: [Word]
    ) -> Word? {
        let known = all.map(\.rawValue)
        guard case .text(let text, let location) = value else {
            report("'\(name)' is one of: \(known.joined(separator: ", ")); not \(value.kind)", value.location)
            return nil
        }
        if let word = Word(rawValue: text) { return word }
        report("'\(text)' is no value of '\(name)'" + choice(text, known), location)
        return nil
    }

    /// A list of words, which is not empty.
    mutating func words<Word: RawRepresentable<String>>(
        _ value: LocatedYAML,
        _ name: String,
        _ all: [Word]
    ) -> [Word] {
        let items = items(value, name)
        if case .list = value, items.isEmpty { report("'\(name)' is an empty list; leave the key out", value.location) }
        var found: [Word] = []
        for item in items {
            if let word = word(item, name, all) { found.append(word) }
        }
        return found
    }

    /// `all`, or a list of regions' codes, `US` and `Canada`.
    mutating func places(_ value: LocatedYAML) -> [RulePlace]? {
        if case .text("all", _) = value { return [.unitedStates, .canada] }
        guard case .list(let items, _) = value, !items.isEmpty else {
            let what = if case .list = value { "an empty list" } else { value.kind }
            report("'regions' is a list of codes such as [FL, ON], or all, not \(what)", value.location)
            return nil
        }
        var places: [RulePlace] = []
        for item in items {
            guard let code = line(item, "a region") else { continue }
            switch code {
            case "US": places.append(.unitedStates)
            case "Canada": places.append(.canada)
            default:
                if let region = Region(code) {
                    places.append(.region(region))
                } else {
                    report("unknown region '\(code)'; give a two-letter code", item.location)
                }
            }
        }
        return places.count == items.count ? places : nil
    }

    /// The end of a message about an unknown word: the nearest known one, and all of them.
    func choice(_ word: String, _ known: [String]) -> String {
        let meant = LocatedYAML.didYouMean(word, among: known).map { "; \($0)" } ?? ";"
        return "\(meant) expected one of: \(known.joined(separator: ", "))"
    }
}

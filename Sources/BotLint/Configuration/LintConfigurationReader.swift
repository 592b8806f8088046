package import BotGraph

extension LintConfiguration {
    /// Reads a configuration's text; everything that is wrong with it is found at once.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - path: The file's path as findings shall name it.
    ///   - names: The rules there are.
    /// - Returns: The configuration, and what is wrong, sorted; with any of that it is not to be used.
    package static func read(
        _ text: String,
        path: String,
        names: RuleNames = .all
    ) -> (configuration: LintConfiguration, findings: [Diagnostic]) {
        var reader = LintConfigurationReader(names: names)
        switch LocatedYAML.read(text, path: path) {
        case .failure(let failure): return (.none, [failure.diagnostic])
        case .success(nil): break
        case .success(.map(let entries, _)?): reader.read(entries)
        case .success(let root?): reader.complain(.noMap(root.kind), at: root.location)
        }
        return (reader.configuration, reader.findings.sorted())
    }
}

/// A configuration as far as it has been read.
private struct LintConfigurationReader {
    private static let keys = ["exclude", "paths", "provider", "rules", "strict"]

    let names: RuleNames
    var configuration = LintConfiguration()
    var findings: [Diagnostic] = []

    init(names: RuleNames) {
        self.names = names
    }

    mutating func complain(_ message: LintMessage, at location: SourceLocation, length: Int = 1) {
        findings.append(
            Diagnostic(
                id: "configuration",
                severity: .error,
                message: message.text,
                location: location,
                length: length
            )
        )
    }

    mutating func read(_ entries: [LocatedYAML.Entry]) {
        for entry in unique(entries) {
            switch entry.key {
            case "rules": configuration.levels = levels(entry.value)
            case "paths": configuration.paths = items(entry).compactMap { pathRules($0) }
            case "exclude": configuration.exclude = patterns(entry)
            case "provider": configuration.provider = word(entry.value, as: ProviderName.self, "'provider'")
            case "strict":
                guard case .boolean(let isStrict, _) = entry.value else {
                    complain(.expected("'strict'", "true or false", entry.value.kind), at: entry.value.location)
                    continue
                }
                configuration.isStrict = isStrict
            default: unknown(entry, among: LintConfigurationReader.keys)
            }
        }
    }

    private mutating func pathRules(_ value: LocatedYAML) -> LintConfiguration.PathRules? {
        guard case .map(let entries, let location) = value else {
            complain(.expected("an item of 'paths'", "a map of match and rules", value.kind), at: value.location)
            return nil
        }
        var found: [PathPattern]?
        var levels: [String: RuleLevel]?
        for entry in unique(entries) {
            switch entry.key {
            case "match": found = patterns(entry)
            case "rules": levels = self.levels(entry.value)
            default: unknown(entry, among: ["match", "rules"])
            }
        }
        guard let found, let levels else {
            complain(.missing(found == nil ? "match" : "rules"), at: location)
            return nil
        }
        return LintConfiguration.PathRules(patterns: found, levels: levels)
    }

    private mutating func levels(_ value: LocatedYAML) -> [String: RuleLevel] {
        guard case .map(let entries, _) = value else {
            complain(.expected("'rules'", "a map of rules to severities", value.kind), at: value.location)
            return [:]
        }
        var levels: [String: RuleLevel] = [:]
        for entry in unique(entries) {
            let id = entry.key
            if names.checks.contains(id) {
                complain(.fixedLevel(id), at: entry.location, length: id.unicodeScalars.count)
            } else if !names.contains(id) {
                let message = LintMessage.unknownRule(id, names.hint(for: id))
                complain(message, at: entry.location, length: id.unicodeScalars.count)
            } else {
                levels[id] = word(entry.value, as: RuleLevel.self, "'\(id)'")
            }
        }
        return levels
    }

    /// One pattern, or a list of them.
    private mutating func patterns(_ entry: LocatedYAML.Entry) -> [PathPattern] {
        let values = if case .text = entry.value { [entry.value] } else { items(entry) }
        return values.compactMap { value in
            guard case .text(let text, let location) = value else {
                complain(
                    .expected("'\(entry.key)'", "a path such as \"bots/legacy/**\"", value.kind),
                    at: value.location
                )
                return nil
            }
            guard let pattern = PathPattern(text) else {
                complain(.badPattern(text), at: location)
                return nil
            }
            return pattern
        }
    }

    private mutating func items(_ entry: LocatedYAML.Entry) -> [LocatedYAML] {
        guard case .list(let items, _) = entry.value else {
            complain(.expected("'\(entry.key)'", "a list", entry.value.kind), at: entry.value.location)
            return []
        }
        return items
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ value: LocatedYAML,
        as type: Word.Type,
        _ owner: String
    ) -> Word? where Word.RawValue == String {
        let words = type.allCases.map(\.rawValue)
        guard case .text(let text, let location) = value else {
            complain(.expected(owner, "one of \(words.joined(separator: ", "))", value.kind), at: value.location)
            return nil
        }
        if let word = Word(rawValue: text) { return word }
        let hint = LocatedYAML.didYouMean(text, among: words).map { "; \($0)" } ?? ""
        complain(.unknownWord(owner, text, hint, words), at: location, length: text.unicodeScalars.count)
        return nil
    }

    private mutating func unknown(_ entry: LocatedYAML.Entry, among keys: [String]) {
        let hint = LocatedYAML.didYouMean(entry.key, among: keys).map { "; \($0)" } ?? ";"
        complain(.unknownKey(entry.key, hint, keys), at: entry.location, length: entry.key.unicodeScalars.count)
    }

    /// The entries without those whose key stands earlier already, which are told.
    private mutating func unique(_ entries: [LocatedYAML.Entry]) -> [LocatedYAML.Entry] {
        var first: [String: SourceLocation] = [:]
        var kept: [LocatedYAML.Entry] = []
        for entry in entries {
            if let earlier = first[entry.key] {
                complain(.twice(entry.key, line: earlier.line), at: entry.location)
            } else {
                first[entry.key] = entry.location
                kept.append(entry)
            }
        }
        return kept
    }
}

extension LintMessage {
    fileprivate static func noMap(_ kind: String) -> LintMessage {
        "a lint configuration is a map of keys, not \(kind)"
    }

    fileprivate static func expected(_ owner: String, _ what: String, _ kind: String) -> LintMessage {
        "\(owner) is \(what), not \(kind)"
    }

    fileprivate static func missing(_ key: String) -> LintMessage {
        "this item of 'paths' has no '\(key)'; it is a map of match and rules"
    }

    fileprivate static func fixedLevel(_ id: String) -> LintMessage {
        "'\(id)' is always an error, as such a file holds no bot that could be served; delete it here"
    }

    fileprivate static func unknownRule(_ id: String, _ hint: String) -> LintMessage {
        "there is no rule '\(id.prefix(64))'\(hint.isEmpty ? "; see 'touchtone lint --rules'" : hint)"
    }

    fileprivate static func unknownWord(
        _ owner: String,
        _ word: String,
        _ hint: String,
        _ words: [String]
    )
        -> LintMessage
    {
        "\(owner) is '\(word.prefix(64))'\(hint.isEmpty ? ";" : hint) expected one of: \(words.joined(separator: ", "))"
    }

    fileprivate static func unknownKey(_ key: String, _ hint: String, _ keys: [String]) -> LintMessage {
        "unknown key '\(key.prefix(64))'\(hint) expected one of: \(keys.joined(separator: ", "))"
    }

    fileprivate static func twice(_ key: String, line: Int) -> LintMessage {
        "the key '\(key.prefix(64))' stands twice, first in line \(line); keep one of the two"
    }

    fileprivate static func badPattern(_ text: String) -> LintMessage {
        "'\(text.prefix(64))' is no path below this file's folder, such as bots/legacy/**"
    }
}

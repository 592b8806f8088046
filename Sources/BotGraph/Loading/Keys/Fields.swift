/// A map of the file whose keys were checked against their table.
struct Fields {
    /// What the map is, for messages: `decision_menu 'main'`.
    var owner: String { nameOwner() }
    /// Where a missing key is reported.
    let location: SourceLocation
    private let entries: [YAMLEntry]
    private let isWholeFile: Bool
    // Only messages need the words, and most maps have nothing wrong.
    private let nameOwner: () -> String

    /// What messages call the file's outermost map; its keys need no owner.
    static let wholeFile = "the bot file"

    fileprivate init(owner: @escaping () -> String, isWholeFile: Bool, location: SourceLocation, entries: [YAMLEntry]) {
        nameOwner = owner
        self.isWholeFile = isWholeFile
        self.location = location
        self.entries = entries
    }

    subscript(key: String) -> Field? {
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        guard !isWholeFile else { return Field(name: "'\(key)'", value: entry.value, keyLocation: entry.location) }
        let nameOwner = nameOwner
        return Field(name: "'\(key)' of \(nameOwner())", value: entry.value, keyLocation: entry.location)
    }
}

/// A value with the words that messages call it by.
struct Field {
    /// Such as `'timeout' of decision_menu 'main'`.
    var name: String { makeName() }
    let value: YAMLValue
    let keyLocation: SourceLocation
    // Only messages need the words.
    private let makeName: () -> String

    init(name: @autoclosure @escaping () -> String, value: YAMLValue, keyLocation: SourceLocation? = nil) {
        makeName = name
        self.value = value
        self.keyLocation = keyLocation ?? value.location
    }
}

extension BotReading {
    /// Checks a map's keys: unknown ones, missing ones, those that stand twice.
    ///
    /// - Parameters:
    ///   - value: What should be the map.
    ///   - table: The keys it may have.
    ///   - owner: What messages call the map.
    ///   - location: Where a missing key is reported; where the map begins unless given.
    /// - Returns: The map with each key once; nil when it is none.
    func fields(
        of value: YAMLValue,
        _ table: KeyTable,
        owner: @autoclosure @escaping () -> String,
        at location: SourceLocation? = nil
    ) -> Fields? {
        guard case .map(let all) = value.content else {
            report(
                .wrongType,
                "\(owner()) is a map of \(table.names.joined(separator: ", ")), not \(value.kind)",
                at: value
            )
            return nil
        }
        let entries = unique(all, in: owner())
        for entry in entries where table[entry.key] == nil {
            report(
                .unknownKey,
                unknownKey(entry.key, in: owner(), expected: table.names),
                at: entry.location,
                length: entry.key.unicodeScalars.count
            )
        }
        // Found one by one: no table has many keys, while a damaged file may have any number of unknown ones.
        let known = entries.count <= table.entries.count ? entries : entries.filter { table[$0.key] != nil }
        let fields = Fields(
            owner: owner,
            isWholeFile: table.name == KeyTable.bot.name,
            location: location ?? value.location,
            entries: known
        )
        for key in table.entries where key.isRequired && fields[key.name] == nil {
            report(.missingKey, "\(owner()) has no '\(key.name)': \(key.summary)", at: fields.location)
        }
        return fields
    }

    /// The entries of a map whose keys are free, each key once.
    func entries(
        of field: Field,
        what: String
    ) -> [YAMLEntry]? {
        guard case .map(let all) = field.value.content else {
            report(.wrongType, "\(field.name) is \(what), not \(field.value.kind)", at: field.value)
            return nil
        }
        return unique(all, in: field.name)
    }

    /// The items of a list.
    func items(of field: Field, what: String, _ range: ClosedRange<Int> = 0...Int.max) -> [Field]? {
        guard case .list(let items) = field.value.content else {
            report(.wrongType, "\(field.name) is a list of \(what), not \(field.value.kind)", at: field.value)
            return nil
        }
        if items.count < range.lowerBound {
            report(
                .badCount,
                "\(field.name) is an empty list; give it \(what) or leave the key out",
                at: field.value
            )
        } else if items.count > range.upperBound {
            report(
                .badCount,
                "\(field.name) has \(items.count) \(what), \(range.upperBound) are possible",
                at: field.value
            )
        }
        return items.enumerated().map { Field(name: "item \($0 + 1) of \(field.name)", value: $1) }
    }

    /// Drops the later ones of equal keys and reports them with the place of the first.
    func unique(
        _ entries: [YAMLEntry],
        in owner: @autoclosure () -> String,
        as check: LoaderCheck = .duplicateKey,
        called word: String = "key"
    ) -> [YAMLEntry] {
        guard hasRepeatedKey(entries) else { return entries }
        let owner = owner()
        var first: [String: SourceLocation] = [:]
        var kept: [YAMLEntry] = []
        for entry in entries {
            guard let earlier = first[entry.key] else {
                first[entry.key] = entry.location
                kept.append(entry)
                continue
            }
            let place = "\(earlier.line):\(earlier.column)"
            report(
                check,
                "\(word) '\(entry.key.forMessage)' of \(owner) is already defined at \(place); remove or rename one",
                at: entry.location,
                length: entry.key.unicodeScalars.count,
                notes: [Diagnostic.Note("'\(entry.key.forMessage)' is first defined here", at: earlier)]
            )
        }
        return kept
    }

    private func hasRepeatedKey(_ entries: [YAMLEntry]) -> Bool {
        guard entries.count <= 16 else { return Set(entries.lazy.map(\.key)).count < entries.count }
        return entries.indices.contains { later in
            entries[..<later].contains { $0.key == entries[later].key }
        }
    }

    private func unknownKey(_ key: String, in owner: String, expected: [String]) -> String {
        if key == "<<" {
            return "merge keys ('<<') are not read in \(owner); write the keys out, or use an alias for a whole value"
        }
        let meant = suggestion(for: key, among: expected)
        let list = expected.sorted().joined(separator: ", ")
        return "unknown key '\(key.forMessage)' in \(owner)" + (meant.isEmpty ? "; " : meant + " ")
            + "expected one of: \(list)"
    }
}

import Airscript
import Telephony

extension KeyTable {
    static let variable = KeyTable(
        name: "variable",
        summary: "A variable.",
        entries: [
            Entry(
                "type",
                .word(VariableDeclaration.Kind.allCases.map(\.rawValue)),
                required: true,
                "what the variable holds"
            ),
            Entry("required", .boolean, "whether the call cannot start without it"),
            Entry("secret", .boolean, "whether the value may never be spoken, logged or stored in the clear"),
            Entry("default", .any, "the value where none is given"),
        ]
    )
}

extension BotReading {
    /// Reads `variables` and makes them known to every expression that follows.
    func variables(_ field: Field?) -> [VariableDeclaration] {
        guard let field, let entries = entries(of: field, what: "a map of names and types") else { return [] }
        var declarations: [VariableDeclaration] = []
        for entry in entries {
            let owner = Field(
                name: "variable '\(entry.key.forMessage)'",
                value: entry.value,
                keyLocation: entry.location
            )
            let isGoodName = checkVariableName(entry)
            guard let declaration = declaration(entry.key, owner) else {
                // Uses of a variable whose declaration is wrong are not wrong as well.
                variables[entry.key] = VariableDeclaration(
                    name: entry.key,
                    kind: .any,
                    isRequired: false,
                    isSecret: false,
                    defaultValue: nil,
                    location: entry.location
                )
                continue
            }
            variables[entry.key] = declaration
            if isGoodName { declarations.append(declaration) }
        }
        return declarations
    }

    private func declaration(_ name: String, _ field: Field) -> VariableDeclaration? {
        guard case .map = field.value.content else {
            return word(Field(name: "the type of \(field.name)", value: field.value), VariableDeclaration.Kind.self).map
            {
                VariableDeclaration(
                    name: name,
                    kind: $0,
                    isRequired: false,
                    isSecret: false,
                    defaultValue: nil,
                    location: field.keyLocation
                )
            }
        }
        guard let fields = fields(of: field.value, .variable, owner: field.name, at: field.keyLocation) else {
            return nil
        }
        let kind = word(fields["type"], VariableDeclaration.Kind.self)
        let isRequired = boolean(fields["required"]) ?? false
        let isSecret = boolean(fields["secret"]) ?? false
        let value = kind.flatMap { defaultValue(fields["default"], of: $0) }
        if isRequired, let written = fields["default"] {
            report(
                .conflictingKeys,
                "\(field.name) is required and has a default; a required one never uses it, so keep one of them",
                at: written.keyLocation,
                length: 7
            )
        }
        return kind.map {
            VariableDeclaration(
                name: name,
                kind: $0,
                isRequired: isRequired,
                isSecret: isSecret,
                defaultValue: value,
                location: field.keyLocation
            )
        }
    }

    private func checkVariableName(_ entry: YAMLEntry) -> Bool {
        let name = entry.key
        let length = name.unicodeScalars.count
        if BotReading.builtInNames.contains(name) {
            report(
                .badName,
                "'\(name)' is always there to read; give the variable another name",
                at: entry.location,
                length: length
            )
            return false
        }
        let bytes = name.utf8
        let isWord = bytes.allSatisfy {
            ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x5F
        }
        let startsWell = bytes.first.map { !($0 >= 0x30 && $0 <= 0x39) } ?? false
        guard isWord, startsWell, bytes.count <= 64, !BotReading.keywords.contains(name.uppercased()) else {
            report(
                .badName,
                "'\(name.forMessage)' is no variable's name; it is a letter, then letters, digits and '_', and no word of Airscript",
                at: entry.location,
                length: length
            )
            return false
        }
        return true
    }

    /// The words that Airscript keeps for itself.
    static let keywords: Set<String> = [
        "TRUE", "FALSE", "NULL", "AND", "OR", "XOR", "LET", "IN", "FROM", "WHERE", "ORDER", "BY", "LIMIT", "OFFSET",
        "SELECT", "DISTINCT", "ASCENDING", "DESCENDING",
    ]
}

/// Why a text is not the JSON that was asked for, and where.
struct JSONFault: Error {
    /// The finding's name, in kebab case.
    let id: String
    /// A sentence in lower case without a full stop.
    let message: String
    /// The byte, from the beginning of the file.
    let offset: Int

    init(_ id: JSONCheck, _ message: String, at offset: Int) {
        self.init(name: id.rawValue, message, at: offset)
    }

    init(name: String, _ message: String, at offset: Int) {
        id = name
        self.message = message
        self.offset = offset
    }
}

/// What can be wrong with JSON before anybody asks what it means.
enum JSONCheck: String, CaseIterable {
    case syntax = "json-syntax"
    case encoding = "bad-utf8"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case unknownWord = "unknown-word"
    case badValue = "bad-value"
    case tooLarge = "too-large"
}

/// The names of an object's members; the raw value is what the file has.
protocol JSONKey: RawRepresentable<String>, CaseIterable, Equatable, Sendable {}

/// The members that an object had, each with where its value began.
struct JSONMembers<Key: JSONKey> {
    /// Where the object begins.
    let offset: Int
    private(set) var members: [(key: Key, offset: Int)] = []

    init(offset: Int) {
        self.offset = offset
        members.reserveCapacity(8)
    }

    func contains(_ key: Key) -> Bool {
        members.contains { $0.key == key }
    }

    mutating func append(_ key: Key, at offset: Int) {
        members.append((key, offset))
    }

    /// Where the member's value begins; the object's own beginning where it has none.
    subscript(key: Key) -> Int {
        members.first { $0.key == key }?.offset ?? offset
    }

    /// The value, unless it was left out.
    func require<Field>(_ field: Field?, _ key: Key) throws(JSONFault) -> Field {
        guard let field else { throw JSONFault(.missingKey, "'\(key.rawValue)' is missing", at: offset) }
        return field
    }

    /// Refuses members that do not go together.
    func require(only allowed: [Key], in what: String) throws(JSONFault) {
        for (key, offset) in members where !allowed.contains(key) {
            let known = allowed.map(\.rawValue).joined(separator: ", ")
            throw JSONFault(
                .unknownKey,
                "'\(key.rawValue)' does not belong into \(what), which takes: \(known)",
                at: offset
            )
        }
    }
}

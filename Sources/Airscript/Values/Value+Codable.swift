/// A value is stored as plain JSON: `null`, `true`, `3`, `"x"`, `[…]`, `{…}`. Whole numbers are written as integers.
///
/// JSON coders do not keep the order of an object's names. They are decoded by name, so that the same bytes always give
/// the same value; for the same bytes from the same value the encoder has to sort its keys.
extension Value: Codable {
    package init(from decoder: any Decoder) throws {
        // The commonest type first: a type that does not fit costs an error that nobody reads.
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let boolean = try? container.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let container = try? decoder.container(keyedBy: Name.self) {
            let names = container.allKeys.sorted { $0.stringValue < $1.stringValue }
            self = .object(
                Record(
                    unique: try names.map { name in
                        Record.Entry(name: name.stringValue, value: try container.decode(Value.self, forKey: name))
                    }
                )
            )
        } else {
            var container = try decoder.unkeyedContainer()
            var items: [Value] = []
            items.reserveCapacity(container.count ?? 0)
            while !container.isAtEnd { items.append(try container.decode(Value.self)) }
            self = .list(items)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .boolean(let boolean):
            var container = encoder.singleValueContainer()
            try container.encode(boolean)
        case .number(let number):
            var container = encoder.singleValueContainer()
            if let integer = number.exactInteger {
                try container.encode(integer)
            } else {
                try container.encode(number)
            }
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .list(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .object(let record):
            var container = encoder.container(keyedBy: Name.self)
            for entry in record.entries { try container.encode(entry.value, forKey: Name(entry.name)) }
        }
    }
}

/// An object's name as a coding key.
private struct Name: CodingKey {
    let stringValue: String

    init(_ name: String) {
        stringValue = name
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    init?(intValue: Int) { nil }

    var intValue: Int? { nil }
}

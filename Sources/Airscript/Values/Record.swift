/// An object's names and values in the order they were written.
package struct Record: Hashable, Sendable {
    /// One name with its value.
    package struct Entry: Hashable, Sendable {
        package let name: String
        package var value: Value

        package init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var entries: [Entry]

    package init() {
        entries = []
    }

    /// Takes the pairs in order; where a name comes twice the later value wins, in the earlier one's place.
    package init(_ pairs: [(String, Value)]) {
        entries = []
        entries.reserveCapacity(pairs.count)
        // A table of places, because a hostile object may have very many names.
        var places: [String: Int] = [:]
        for (name, value) in pairs {
            if let place = places[name] {
                entries[place].value = value
            } else {
                places[name] = entries.count
                entries.append(Entry(name: name, value: value))
            }
        }
    }

    /// Takes entries of which no two have the same name.
    init(unique entries: [Entry]) {
        self.entries = entries
    }

    package subscript(name: String) -> Value? {
        get { entries.first { $0.name == name }?.value }
        set {
            let index = entries.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Objects are equal when they hold the same names with the same values, whatever the order.
    package static func == (left: Record, right: Record) -> Bool {
        guard left.entries.count == right.entries.count else { return false }
        // Nearly always the order is the same too; sorting is for the rest, so that no object costs its square.
        if zip(left.entries, right.entries).allSatisfy({ $0.name == $1.name }) {
            return zip(left.entries, right.entries).allSatisfy { $0.value == $1.value }
        }
        return zip(left.sorted, right.sorted).allSatisfy { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        // A sum does not depend on the order, as equality does not.
        var sum = 0
        for entry in entries { sum &+= entry.hashValue }
        hasher.combine(entries.count)
        hasher.combine(sum)
    }

    /// The entries by name.
    var sorted: [Entry] { entries.sorted { $0.name < $1.name } }
}

/// The names an expression may read.
package struct Scope: Sendable {
    private let values: [String: Value]

    package init(_ values: [String: Value] = [:]) {
        self.values = values
    }

    /// The value of a top-level name; NULL when there is none.
    package subscript(name: String) -> Value { values[name] ?? .null }
}

/// A path that an expression reads from its scope, such as `actor.first_name`.
package struct Reference: Hashable, Sendable {
    /// The names, the top-level one first; it ends where the path stops being plain names.
    package let path: [String]
    /// Where it starts, in Unicode scalars from the start of the source.
    package let offset: Int

    package init(path: [String], offset: Int) {
        self.path = path
        self.offset = offset
    }
}

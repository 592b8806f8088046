/// What is wrong with rule data, and where; any finding is an error, and data with one is not used.
package struct RuleFinding: Hashable, Sendable, Error {
    package let file: String
    package let line: Int
    package let column: Int
    /// The finding's name, in kebab case.
    package let id: String
    /// A sentence in lower case without a full stop.
    package let message: String

    package init(file: String, line: Int, column: Int, id: String, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.id = id
        self.message = message
    }
}

extension RuleFinding: Comparable, CustomStringConvertible {
    package static func < (left: RuleFinding, right: RuleFinding) -> Bool {
        (left.file, left.line, left.column, left.message) < (right.file, right.line, right.column, right.message)
    }

    package var description: String { "\(file):\(line):\(column): error: [\(id)] \(message)" }
}

/// One finding about a bot file.
package struct Diagnostic: Hashable, Sendable {
    /// How grave a finding is.
    ///
    /// A bot with an error is not served.
    package enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
        case note
        case warning
        case error

        package static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }

        private var order: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// An earlier or other place that explains the finding.
    package struct Note: Hashable, Sendable {
        package let location: SourceLocation
        package let message: String

        package init(_ message: String, at location: SourceLocation) {
            self.message = message
            self.location = location
        }
    }

    /// The finding's name, in kebab case, never reused: `unknown-key`, `unreachable-node`.
    package let id: String
    package let severity: Severity
    /// A sentence in lower case without a full stop: what is wrong, with which value, what to do.
    package let message: String
    package let location: SourceLocation
    /// How many scalars the finding covers, for the line under the source; at least 1.
    package let length: Int
    package let notes: [Note]
    /// The change that certainly mends it; nil where a person has to decide.
    package let fix: Fix?

    package init(
        id: String,
        severity: Severity,
        message: String,
        location: SourceLocation,
        length: Int = 1,
        notes: [Note] = [],
        fix: Fix? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.location = location
        self.length = max(1, length)
        self.notes = notes
        self.fix = fix
    }
}

extension Diagnostic: Comparable, CustomStringConvertible {
    /// By place, then gravest first, then by id, so that output is stable.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.location != right.location { return left.location < right.location }
        if left.severity != right.severity { return left.severity > right.severity }
        return (left.id, left.message) < (right.id, right.message)
    }

    /// Reads `path:line:column: error: [id] sentence`.
    package var description: String { "\(location): \(severity.rawValue): [\(id)] \(message)" }
}

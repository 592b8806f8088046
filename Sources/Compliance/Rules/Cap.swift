/// How often one person may be contacted.
///
/// Calls and texts count together. Time slides: the contacts of the last so many hours count, not those of a date.
package struct Cap: Hashable, Sendable {
    package let limit: Limit
    package let scope: Scope
    /// What lifts the cap, where something does.
    package let exception: Exception?

    package enum Limit: Hashable, Sendable {
        /// At most so many contacts in any stretch of so many seconds.
        case sliding(count: Int, seconds: Int)
        /// At most so many contacts about one event, such as a package or a breach, however long it takes.
        case perEvent(count: Int)
        /// No further call once the person has hung up on one.
        case noneAfterHangUp
    }

    /// Which earlier contacts count.
    package enum Scope: String, Hashable, Sendable, CaseIterable {
        /// Those on the same subject, from any of the caller's numbers.
        case sameSubject = "same subject"
        /// All of them.
        case any
    }

    package enum Exception: Hashable, Sendable {
        /// A business relationship of the last so many months.
        case businessRelationship(months: Int)
    }

    package init(_ limit: Limit, scope: Scope = .any, exception: Exception? = nil) {
        self.limit = limit
        self.scope = scope
        self.exception = exception
    }
}

extension Cap: CustomStringConvertible {
    package var description: String {
        var words: String
        switch limit {
        case .sliding(let count, let seconds):
            words =
                "\(count) per "
                + (seconds % 86_400 == 0 && seconds > 86_400 ? "\(seconds / 86_400) days" : "\(seconds / 3_600) h")
        case .perEvent(let count): words = "\(count) per event"
        case .noneAfterHangUp: words = "none after a hang-up"
        }
        if scope == .sameSubject { words += " on the same subject" }
        switch exception {
        case nil: break
        case .businessRelationship(let months):
            words += ", not with a business relationship of the last \(months) months"
        }
        return words
    }
}

extension Cap {
    /// Reads a cap as the tables and an operator's file write it.
    ///
    /// `3/24h`, `1 per 8h`, `3/30d`, `3/event` or `no second call after a hang-up`; then perhaps `same subject` and
    /// `, any number` (which is so at all times); then perhaps
    /// `(not with an 18-month established business relationship)`.
    /// A cap that does not say which contacts it counts counts all of them.
    package init?(table text: some StringProtocol) {
        var rest = Substring(text)
        if rest == "no second call after a hang-up" {
            self.init(.noneAfterHangUp)
            return
        }
        guard let count = rest.takeNumber(), count > 0, rest.take("/") || rest.take(" per ") else { return nil }
        let limit: Limit
        if rest.take("event") {
            limit = .perEvent(count: count)
        } else {
            guard let length = rest.takeNumber(), length > 0, length <= 1_000 else { return nil }
            if rest.take("h") {
                limit = .sliding(count: count, seconds: length * 3_600)
            } else if rest.take("d") {
                limit = .sliding(count: count, seconds: length * 86_400)
            } else {
                return nil
            }
        }
        let scope: Scope = rest.take(" same subject") ? .sameSubject : .any
        _ = rest.take(", any number")
        var exception: Exception?
        if rest.take(" (not with an ") {
            guard let months = rest.takeNumber(), months > 0, rest.take("-month established business relationship)")
            else { return nil }
            exception = .businessRelationship(months: months)
        }
        guard rest.isEmpty else { return nil }
        self.init(limit, scope: scope, exception: exception)
    }
}

extension Substring {
    /// Drops a beginning, if it is there.
    fileprivate mutating func take(_ beginning: String) -> Bool {
        guard hasPrefix(beginning) else { return false }
        removeFirst(beginning.count)
        return true
    }

    /// Drops and returns up to six digits.
    fileprivate mutating func takeNumber() -> Int? {
        let digits = prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.utf8.count <= 6 else { return nil }
        removeFirst(digits.count)
        return Int(digits)
    }
}

/// Some paths below a folder, as `bots/legacy/**` has it.
///
/// `*` stands for any characters of one name, `?` for one of them, `**` for any number of folders. A pattern that fits a folder
/// fits what is in it.
package struct PathPattern: Hashable, Sendable {
    package let text: String
    private let parts: [[Character]]

    /// Reads a pattern.
    ///
    /// - Parameter text: Names divided by `/`. Nil when it is empty, starts at the root, or leads upwards.
    package init?(_ text: String) {
        let names = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let parts = names.last?.isEmpty == true ? names.dropLast() : names[...]
        let relevant = parts.first == "." ? parts.dropFirst() : parts
        guard !relevant.isEmpty, text.utf8.count <= 1_024 else { return nil }
        guard relevant.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
        self.text = text
        self.parts = relevant.map(Array.init)
    }

    /// Whether a path below the same folder, its names divided by `/`, is among them.
    package func matches(_ path: String) -> Bool {
        let names = path.split(separator: "/").filter { $0 != "." }.map(Array.init)
        // Which beginnings of the pattern fit what has been read of the path.
        var fitting = opened([0])
        for name in names {
            if fitting.contains(parts.count) { return true }
            var next: Set<Int> = []
            for position in fitting where position < parts.count {
                if parts[position] == ["*", "*"] {
                    next.insert(position)
                } else if PathPattern.fits(parts[position], name) {
                    next.insert(position + 1)
                }
            }
            fitting = opened(next)
        }
        return fitting.contains(parts.count)
    }

    /// The same positions and those behind a `**`, which may stand for nothing.
    private func opened(_ positions: Set<Int>) -> Set<Int> {
        var opened = positions
        for position in positions.sorted() {
            var next = position
            while next < parts.count, parts[next] == ["*", "*"] {
                next += 1
                opened.insert(next)
            }
        }
        return opened
    }

    /// Whether a name is of the form of one part; after a `*` that went too far it goes on one character later.
    private static func fits(_ pattern: [Character], _ name: [Character]) -> Bool {
        var (place, index) = (0, 0)
        var star: (place: Int, index: Int)?
        while index < name.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == name[index] {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.place, last.index + 1)
                (place, index) = (last.place + 1, last.index + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}

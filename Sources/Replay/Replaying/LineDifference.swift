/// Two lists of lines as one, each line kept, gone or new.
enum LineDifference {
    enum Line: Hashable {
        case kept(String)
        case gone(String)
        case new(String)
    }

    /// The difference with the fewest lines that change.
    static func lines(from before: [String], to now: [String]) -> [Line] {
        var gone: Set<Int> = []
        var new: Set<Int> = []
        for change in now.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): new.insert(offset)
            }
        }
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < before.count || right < now.count {
            if gone.contains(left), left < before.count {
                lines.append(.gone(before[left]))
                left += 1
            } else if new.contains(right), right < now.count {
                lines.append(.new(now[right]))
                right += 1
            } else if left < before.count, right < now.count {
                lines.append(.kept(before[left]))
                left += 1
                right += 1
            } else {
                break
            }
        }
        return lines
    }
}

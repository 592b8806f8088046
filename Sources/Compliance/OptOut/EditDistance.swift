/// How many slips of the typing hand lie between two words: a letter left out, put in, changed, or two swapped.
enum EditDistance {
    static func isWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard abs(left.count - right.count) <= limit else { return false }
        var older: [Int] = []
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(
                    previous[column + 1] + 1,
                    current[column] + 1,
                    previous[column] + (letter == other ? 0 : 1)
                )
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, older[column - 1] + 1)
                }
                current.append(best)
            }
            if (current.min() ?? 0) > limit { return false }
            older = previous
            previous = current
        }
        return previous[right.count] <= limit
    }
}

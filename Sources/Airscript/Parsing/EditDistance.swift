extension String {
    /// How many letters have to be put in, left out or replaced, or neighbours swapped, to make the other text.
    func editDistance(to other: String) -> Int {
        let left = Array(self)
        let right = Array(other)
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, candidate) in right.enumerated() {
                var ways = [last[column] + (letter == candidate ? 0 : 1), last[column + 1] + 1, current[column] + 1]
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == candidate {
                    ways.append(beforeLast[column - 1] + 1)
                }
                current.append(ways.min() ?? 0)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}

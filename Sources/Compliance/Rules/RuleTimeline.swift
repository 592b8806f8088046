/// The rows that hold in one place for one kind of contact, by date.
package struct RuleTimeline: Sendable {
    /// From the first to the last; the first holds before all dates.
    package let segments: [Segment]

    package struct Segment: Sendable {
        /// The first date of the segment; nil in the first one.
        package let from: CivilDate?
        package let rows: [RuleRow]
    }

    /// Sorts rows into stretches of dates in which the same ones hold.
    init(_ rows: [RuleRow]) {
        self.init(rows) { _, holding in holding }
    }

    /// Sorts rows into stretches of dates, and makes each stretch's rows of those that hold in it.
    init(_ rows: [RuleRow], _ make: (CivilDate?, [RuleRow]) -> [RuleRow]) {
        let edges = Set(rows.flatMap { [$0.from, $0.until] }.compactMap(\.self)).sorted()
        let starts = [nil] + edges.map(Optional.some)
        segments = starts.map { start in
            let day = start ?? .earliest
            return Segment(from: start, rows: make(start, rows.filter { $0.holds(on: day) }))
        }
    }

    package func rows(on date: CivilDate) -> [RuleRow] {
        var index = segments.count - 1
        while index > 0 {
            if let from = segments[index].from, from <= date { break }
            index -= 1
        }
        return segments[index].rows
    }
}

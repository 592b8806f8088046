/// The rows that hold in one place for one kind of contact, by date.
package struct RuleTimeline: Sendable {
    /// From the first to the last; the first holds before all dates.
    package let segments: [Segment]

    package struct Segment: Sendable {
        /// The first date of the segment; nil in the first one.
        package let from: CivilDate?
        package let rows: [RuleRow]
        /// The same rows, each in one place, for whoever hands many of them about.
        package let shared: [SharedRow]

        init(from: CivilDate?, rows: [RuleRow]) {
            self.from = from
            self.rows = rows
            shared = rows.map { SharedRow($0) }
        }
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

    package func rows(on date: CivilDate) -> [RuleRow] { segment(on: date).rows }

    private func segment(on date: CivilDate) -> Segment {
        var index = segments.count - 1
        while index > 0 {
            if let from = segments[index].from, from <= date { break }
            index -= 1
        }
        return segments[index]
    }

    /// The rows that hold on a date, without a copy of any.
    func shared(on date: CivilDate) -> [SharedRow] {
        if segments.count == 1 { return segments[0].shared }
        return segment(on: date).shared
    }
}

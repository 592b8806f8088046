import Telephony

extension ZoneRules {
    /// The year up to which the rule's transitions are worked out beforehand.
    private static let tableEnd = 2_100

    /// Reads a compiled time zone, TZif version 1 to 4 (RFC 9636).
    ///
    /// Data that count leap seconds give the same clock as data that do not.
    package init(tzif bytes: [UInt8]) throws(ZoneDataError) {
        var reader = TZifReader(bytes: bytes)
        let contents = try reader.contents()
        let rule: PosixRule?
        if let text = contents.rule { rule = try PosixRule(parsing: text) } else { rule = nil }

        var table = Stretches(initialOffset: contents.initialOffset)
        for (time, offset) in zip(contents.times, contents.offsets) {
            table.append(time, offset)
        }
        guard let rule else {
            let last = contents.times.last.map(Stretches.milliseconds)
            self.init(
                starts: table.starts,
                offsets: table.offsets,
                rule: nil,
                computedFrom: .max,
                knownUntil: last.map { Instant(milliseconds: $0) }
            )
            return
        }
        let computedFrom = try table.append(rule, after: contents.times.last, until: ZoneRules.tableEnd)
        self.init(
            starts: table.starts,
            offsets: table.offsets,
            rule: rule.daylight == nil ? nil : rule,
            computedFrom: rule.daylight == nil ? .max : computedFrom,
            knownUntil: nil
        )
    }
}

/// Stretches of equal offset while they are collected.
private struct Stretches {
    var starts: [Int64] = [.min]
    var offsets: [Int32]

    init(initialOffset: Int) {
        offsets = [Int32(initialOffset)]
    }

    /// Times far outside the calendar, such as the Big Bang of some files, are moved to its edge.
    static func milliseconds(_ seconds: Int64) -> Int64 {
        let first = CalendarEdge.first / 1_000 - 200_000
        let last = CalendarEdge.last / 1_000 + 200_000
        return min(max(seconds, first), last) * 1_000
    }

    mutating func append(_ seconds: Int64, _ offset: Int) {
        append(millisecond: Stretches.milliseconds(seconds), offset)
    }

    private mutating func append(millisecond: Int64, _ offset: Int) {
        let last = starts.count - 1
        guard Int32(offset) != offsets[last] else { return }
        // Two transitions moved to the same edge, or brought together by leap seconds: the later one holds.
        guard millisecond > starts[last] else {
            starts.removeLast()
            offsets.removeLast()
            append(millisecond: millisecond, offset)
            return
        }
        starts.append(millisecond)
        offsets.append(Int32(offset))
    }

    /// Appends a rule's transitions up to a year, and says from which millisecond on the rule must be asked.
    mutating func append(_ rule: PosixRule, after last: Int64?, until year: Int) throws(ZoneDataError) -> Int64 {
        let end = Int64(CivilDate.days(year: year, month: 1, day: 1)) * 86_400_000
        guard let last else {
            // Without any transition the rule is all there is.
            offsets = [Int32(rule.offset(at: CalendarEdge.first))]
            append(rule, from: CalendarEdge.first, firstYear: 0, lastYear: year, until: end)
            return end
        }
        let from = Stretches.milliseconds(last)
        let held = Int(offsets[offsets.count - 1])
        let predicted = rule.offset(at: from)
        guard predicted == held else { throw .ruleDisagrees(rule: predicted, data: held) }
        let firstYear = CivilDate(days: Int(from.flooredQuotient(by: 86_400_000)))?.year ?? 0
        append(rule, from: from, firstYear: firstYear - 2, lastYear: year, until: end)
        return max(end, from)
    }

    private mutating func append(
        _ rule: PosixRule,
        from: Int64,
        firstYear: Int,
        lastYear: Int,
        until end: Int64
    ) {
        guard let daylight = rule.daylight, firstYear <= lastYear else { return }
        // One more year on either side, so that the first and last edges are real ones.
        let edges = rule.edges(years: firstYear - 1...lastYear + 1)
        for (index, edge) in edges.enumerated() where edge > from && edge < end {
            append(millisecond: edge, index % 2 == 0 ? daylight.offset : rule.standard)
        }
    }
}

import Telephony

extension TimeSlot {
    /// The blocks a slot adds that share an instant with a range, each whole, in order of their dates.
    ///
    /// Where the clock is set on such a day, the shorter reading holds, so that fewer people are contacted. A part left
    /// over when a block is split, and any part shorter than the others, is dropped: no appointment fits in it.
    func openings(in range: Range<Instant>, clock: ZoneRules) -> [AvailabilityBlock] {
        var blocks: [AvailabilityBlock] = []
        for occurrence in occurrences(near: range) {
            guard let (first, from, last, until) = edges(of: occurrence.date) else { continue }
            let opens = clock.instant(of: first, from, as: .opening)
            let closes = clock.instant(of: last, until, as: .closing)
            guard opens < closes, opens < range.upperBound, range.lowerBound < closes else { continue }
            for part in parts(of: opens..<closes) where part.overlaps(range) {
                blocks.append(
                    AvailabilityBlock(
                        part,
                        slot: id,
                        occurrence: occurrence.index,
                        capacity: capacity,
                        isPart: split != .none
                    )
                )
            }
        }
        return blocks
    }

    /// The times a slot takes away within reach of a range; they may overlap each other.
    ///
    /// Here the longer reading is the one that contacts fewer people: the first of two readings begins the closure, the
    /// last ends it.
    func closures(in range: Range<Instant>, clock: ZoneRules) -> [Range<Instant>] {
        occurrences(near: range).compactMap { occurrence in
            guard let (first, from, last, until) = edges(of: occurrence.date) else { return nil }
            let begins = clock.instant(of: first, from, as: .closing)
            let ends = clock.instant(of: last, until, as: .opening)
            return begins < ends && (begins..<ends).overlaps(range) ? begins..<ends : nil
        }
    }

    /// The two times that bound the slot on a date; nil on the calendar's last day for a slot that passes midnight.
    private func edges(of date: CivilDate) -> (CivilDate, TimeOfDay, CivilDate, TimeOfDay)? {
        switch hours {
        case .allDay:
            return (date, .midnight, date, .endOfDay)
        case .between(let from, let until):
            guard until < from else { return (date, from, date, until) }
            return date.adding(days: 1).map { (date, from, $0, until) }
        }
    }

    /// The occurrences whose blocks may touch a range.
    private func occurrences(near range: Range<Instant>) -> [Recurrence.Occurrence] {
        // A local date lies up to two days beside the date in UTC, and a block that passes midnight began a day earlier.
        let first = range.lowerBound.milliseconds.flooredQuotient(by: 86_400_000) - 3
        let last = range.upperBound.milliseconds.flooredQuotient(by: 86_400_000) + 2
        guard first <= Int64(CivilDate.latest.days), last >= Int64(CivilDate.earliest.days) else { return [] }
        let lower = CivilDate(unchecked: max(Int(first), CivilDate.earliest.days))
        let upper = CivilDate(unchecked: min(Int(last), CivilDate.latest.days))
        return recurrence.occurrences(in: lower...upper)
    }

    /// Cuts a block into parts of equal length in elapsed time.
    private func parts(of block: Range<Instant>) -> [Range<Instant>] {
        guard split != .none else { return [block] }
        let length = Int64(split.minutes) * 60_000
        var parts: [Range<Instant>] = []
        var start = block.lowerBound.milliseconds
        while start + length <= block.upperBound.milliseconds {
            parts.append(Instant(milliseconds: start)..<Instant(milliseconds: start + length))
            start += length
        }
        return parts
    }
}

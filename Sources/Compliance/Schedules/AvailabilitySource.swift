package import Telephony

/// Whatever says when something may be done: an operator's schedule, or the rules of a region.
package protocol AvailabilitySource: Sendable {
    /// The blocks that share at least one instant with a range, in order of start, then of end.
    ///
    /// Blocks are whole even where they reach beyond the range. Where nothing is known there is no block.
    func blocks(overlapping range: Range<Instant>) -> [AvailabilityBlock]
}

/// How far a search looks.
package enum AvailabilityHorizon {
    /// 400 days: a yearly slot is found whatever the day, and a schedule that never opens again costs a bounded time.
    package static let standard: Duration = .seconds(400 * 86_400)
}

extension AvailabilitySource {
    /// The times of a range that are open, in order and apart.
    package func intervals(in range: Range<Instant>) -> [Range<Instant>] {
        guard !range.isEmpty else { return [] }
        return blocks(overlapping: range).map { $0.range.clamped(to: range) }.merged()
    }

    /// Whether an instant is open: the start of a block is, its end is not.
    package func contains(_ instant: Instant) -> Bool {
        let next = instant + .milliseconds(1)
        return instant < next && !blocks(overlapping: instant..<next).isEmpty
    }

    /// The first open instant that is not before another: that instant itself if it is open.
    ///
    /// Nil where there is none less than the horizon away.
    package func nextAvailable(
        from instant: Instant,
        within horizon: Duration = AvailabilityHorizon.standard
    ) -> Instant? {
        for stage in SearchStages.forward(from: instant, horizon) {
            if let block = blocks(overlapping: stage).first { return max(block.start, stage.lowerBound) }
        }
        return nil
    }

    /// The last open time that ended at or before an instant.
    ///
    /// Nil where none ended less than the horizon ago. A time that began earlier than that begins at the horizon. If the
    /// instant is itself open, what it lies in is not a previous window.
    package func previousWindow(
        before instant: Instant,
        within horizon: Duration = AvailabilityHorizon.standard
    ) -> Range<Instant>? {
        // What is found from the back may go on further back, so it is kept until its start is certain.
        var window: Range<Instant>? = contains(instant) ? instant..<(instant + .milliseconds(1)) : nil
        var isOwn = window != nil
        for stage in SearchStages.backward(from: instant, horizon) {
            for interval in intervals(in: stage).reversed() {
                guard let later = window else {
                    window = interval
                    continue
                }
                if interval.upperBound == later.lowerBound {
                    window = interval.lowerBound..<later.upperBound
                } else if isOwn {
                    isOwn = false
                    window = interval
                } else {
                    return later
                }
            }
            guard let found = window, found.lowerBound > stage.lowerBound else { continue }
            if !isOwn { return found }
            isOwn = false
            window = nil
        }
        return isOwn ? nil : window
    }
}

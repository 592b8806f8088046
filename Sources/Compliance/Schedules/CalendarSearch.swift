package import Telephony

/// Finds the block of a schedule that holds a time, or the one next to it.
///
/// A block that holds the time is the answer whatever the restriction. If there is none, then with `none` and `skip` there
/// is no answer; with `next` it is the first block after the time, with `previous` the last one before it. Of several
/// blocks that would do, the one that starts first is taken, and with `previous` the one that ends last.
///
/// The search window reaches into the future and into the past. The next block must start within it, the previous one end
/// within it; a block that holds the time always does. A negative window is none at all, and none is larger than
/// ``AvailabilityHorizon/standard``. The behaviour is that of `reference/airkit.md`, section 4.1; where the platform's
/// pages are silent the choice is ours.
package struct CalendarSearch: Hashable, Sendable {
    package let restriction: CalendarRestriction
    package let window: Duration

    package init(_ restriction: CalendarRestriction, window: Duration = AvailabilityHorizon.standard) {
        self.restriction = restriction
        self.window = min(max(window, .zero), AvailabilityHorizon.standard)
    }

    /// The block found, or nil, which an expression sees as null; without a time there is nothing to find.
    package func block(at time: Instant?, in source: some AvailabilitySource) -> AvailabilityBlock? {
        guard let time else { return nil }
        let after = time + .milliseconds(1)
        guard time < after else { return nil }
        if let holding = source.blocks(overlapping: time..<after).first { return holding }
        switch restriction {
        case .none, .skip:
            return nil
        case .next:
            // The block may start on the window's last instant.
            for stage in SearchStages.forward(from: after, window) {
                if let block = source.blocks(overlapping: stage).first { return block }
            }
            return nil
        case .previous:
            // The block may end on the window's last instant.
            for stage in SearchStages.backward(from: time, window + .milliseconds(1)) {
                let blocks = source.blocks(overlapping: stage)
                if let last = blocks.max(by: { ($0.end, $0.start) < ($1.end, $1.start) }) { return last }
            }
            return nil
        }
    }
}

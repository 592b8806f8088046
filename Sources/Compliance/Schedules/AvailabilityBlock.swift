package import Telephony

/// A block of time in which something may be done, start inclusive, end exclusive.
package struct AvailabilityBlock: Hashable, Sendable {
    package let range: Range<Instant>
    /// The slot it comes from; nil where rules of law and no slots made it.
    package let slot: TimeSlot.ID?
    /// The slot's occurrence, counted from zero.
    package let occurrence: Int?
    package let capacity: TimeSlot.Capacity
    /// Whether it is one part of a split block, which is taken away whole or not at all.
    let isPart: Bool

    package init(_ range: Range<Instant>) {
        self.init(range, slot: nil, occurrence: nil, capacity: .unlimited, isPart: false)
    }

    init(
        _ range: Range<Instant>,
        slot: TimeSlot.ID?,
        occurrence: Int?,
        capacity: TimeSlot.Capacity,
        isPart: Bool
    ) {
        self.range = range
        self.slot = slot
        self.occurrence = occurrence
        self.capacity = capacity
        self.isPart = isPart
    }

    package var start: Instant { range.lowerBound }
    package var end: Instant { range.upperBound }

    /// The same block with other times.
    func cut(to range: Range<Instant>) -> AvailabilityBlock {
        AvailabilityBlock(range, slot: slot, occurrence: occurrence, capacity: capacity, isPart: isPart)
    }
}

extension [AvailabilityBlock] {
    /// Puts blocks in order of start, then of end; equal ones keep their order.
    mutating func sortByTime() {
        sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// The blocks without the times of some closures, which are in order and apart.
    ///
    /// A part of a split block goes whole as soon as it is touched; any other block keeps what is left of it.
    func subtracting(_ closures: [Range<Instant>]) -> [AvailabilityBlock] {
        guard !closures.isEmpty else { return self }
        var left: [AvailabilityBlock] = []
        left.reserveCapacity(count)
        for block in self {
            var index = closures.firstIndexEnding(after: block.start)
            guard index < closures.count, closures[index].lowerBound < block.end else {
                left.append(block)
                continue
            }
            if block.isPart { continue }
            var start = block.start
            while index < closures.count, closures[index].lowerBound < block.end {
                if start < closures[index].lowerBound { left.append(block.cut(to: start..<closures[index].lowerBound)) }
                start = closures[index].upperBound
                index += 1
            }
            if start < block.end { left.append(block.cut(to: start..<block.end)) }
        }
        left.sortByTime()
        return left
    }
}

extension [Range<Instant>] {
    /// The same time in ranges that are in order, not empty, and apart.
    func merged() -> [Range<Instant>] {
        var merged: [Range<Instant>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// The index of the first range that ends after an instant, by halving.
    func firstIndexEnding(after instant: Instant) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound > instant { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

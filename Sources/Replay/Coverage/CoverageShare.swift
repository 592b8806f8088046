/// So many of so many.
package struct CoverageShare: Sendable, Hashable {
    package let passed: Int
    package let total: Int

    package init(passed: Int, total: Int) {
        self.passed = passed
        self.total = total
    }

    package static let none = CoverageShare(passed: 0, total: 0)

    /// In per cent, rounded down, so that 100 means all; 100 where there is nothing to pass.
    package var percent: Int { total == 0 ? 100 : passed * 100 / total }

    /// Whether it is at least so many per cent, to the last point: 89.9 is not 90.
    package func reaches(_ percent: Int) -> Bool { passed * 100 >= percent * total }

    package static func + (left: CoverageShare, right: CoverageShare) -> CoverageShare {
        CoverageShare(passed: left.passed + right.passed, total: left.total + right.total)
    }
}

extension [Coverage] {
    /// How much of all the bots was passed.
    package var share: CoverageShare { reduce(.none) { $0 + $1.share } }

    /// How much of one group was passed in all the bots.
    package func share(of group: CoveragePoint.Group) -> CoverageShare {
        reduce(.none) { $0 + $1.share { $0.group == group } }
    }

    /// Why a wanted share was not reached, as a sentence; nil when it was.
    package func shortfall(below percent: Int) -> String? {
        let share = share
        guard !share.reaches(percent) else { return nil }
        return "Coverage is \(share.percent) % (\(share.passed) of \(share.total) points); \(percent) % is asked for."
    }
}

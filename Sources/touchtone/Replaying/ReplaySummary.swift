import BotGraph

/// What a replay of many calls comes to: how many hear something else, and where.
struct ReplaySummary {
    let cases: [ReplayCase]

    /// How many examples are named for one node.
    private static let examples = 3

    /// Reads `12 passed, 1 failed`, with the rewritten ones where there are any.
    var closingLine: String {
        let updated = cases.count { $0.status == .updated }
        let note = updated == 0 ? "" : " (\(updated) updated)"
        return "\(cases.count { $0.status != .failed }) passed, \(cases.count { $0.status == .failed }) failed\(note)"
    }

    /// Where the recorded calls part from what they were, node by node, the commonest first; empty when none does.
    var partings: [String] {
        let recordings = cases.filter { $0.kind == .recording }
        let changed = recordings.filter { !$0.failures.isEmpty }
        guard changed.count > 1 else { return [] }
        let share = recordings.isEmpty ? 0 : changed.count * 100 / recordings.count
        var lines = ["\(changed.count) of \(recordings.count) recorded calls (\(share) %) go differently:"]
        let groups = Dictionary(grouping: changed) { Place(bot: $0.bot, node: $0.partsAt) }
        let sorted = groups.sorted { left, right in
            left.value.count == right.value.count ? left.key < right.key : left.value.count > right.value.count
        }
        for (place, calls) in sorted {
            lines.append("  \(calls.count) at \(place)")
            for call in calls.sorted(by: { $0.path < $1.path }).prefix(ReplaySummary.examples) {
                lines.append("    \(call.path)")
            }
        }
        return lines
    }

    private struct Place: Hashable, Comparable, CustomStringConvertible {
        let bot: BotName
        let node: NodeID?

        var description: String { node.map { "'\($0)' of \(bot)" } ?? "the start of \(bot)" }

        static func < (left: Place, right: Place) -> Bool { left.description < right.description }
    }
}

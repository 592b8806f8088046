import Telephony

/// The stages of a search: short ones near the instant, since the answer mostly is.
enum SearchStages {
    private static let reaches: [Duration] = [.seconds(2 * 86_400), .seconds(10 * 86_400), .seconds(60 * 86_400)]

    /// Ranges that follow each other from an instant to the horizon, which is not part of them.
    static func forward(from instant: Instant, _ horizon: Duration) -> [Range<Instant>] {
        var stages: [Range<Instant>] = []
        var start = instant
        for reach in reaches.filter({ $0 < horizon }) + [horizon] {
            let end = instant + reach
            guard start < end else { continue }
            stages.append(start..<end)
            start = end
        }
        return stages
    }

    /// Ranges that lead from an instant, which is not part of them, back to the horizon.
    static func backward(from instant: Instant, _ horizon: Duration) -> [Range<Instant>] {
        var stages: [Range<Instant>] = []
        var end = instant
        for reach in reaches.filter({ $0 < horizon }) + [horizon] {
            let start = instant + (.zero - reach)
            guard start < end else { continue }
            stages.append(start..<end)
            end = start
        }
        return stages
    }
}

/// What a run comes to.
struct Figures {
    /// Nanoseconds of each counted request.
    private var latencies: [UInt64] = []
    private var reasons: [Failure: Int] = [:]
    /// Replies in all, those of the warm-up among them.
    var answered = 0
    var calls = 0
    var mostInProgress = 0
    /// Requests that were due and could not be sent by the end of the run.
    var unsent = 0
    var elapsed: UInt64 = 0

    var failures: Int { reasons.values.reduce(0, +) }

    mutating func count(_ latency: UInt64) {
        latencies.append(latency)
    }

    mutating func count(_ failure: Failure) {
        reasons[failure, default: 0] += 1
    }

    /// A name and a figure a line, for people and for scripts.
    var text: String {
        let sorted = latencies.sorted()
        func milliseconds(at share: Double) -> String {
            guard !sorted.isEmpty else { return "-" }
            let rank = Int((share * Double(sorted.count)).rounded(.up))
            return Figures.decimal(Double(sorted[min(max(rank, 1), sorted.count) - 1]) / 1e6, places: 2)
        }
        let seconds = Double(elapsed) / 1e9
        var lines = [
            "requests   \(sorted.count)",
            "answered   \(answered)",
            "seconds    \(Figures.decimal(seconds, places: 2))",
            "rate       \(seconds > 0 ? Int(Double(sorted.count) / seconds) : 0)",
            "p50-ms     \(milliseconds(at: 0.5))",
            "p90-ms     \(milliseconds(at: 0.9))",
            "p99-ms     \(milliseconds(at: 0.99))",
            "p99.9-ms   \(milliseconds(at: 0.999))",
            "max-ms     \(milliseconds(at: 1))",
            "calls      \(calls)",
            "concurrent \(mostInProgress)",
            "unsent     \(unsent)",
            "failures   \(failures)",
        ]
        lines += reasons.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }.map {
            "  \($0.value) times \($0.key)"
        }
        return lines.joined(separator: "\n")
    }

    private static func decimal(_ value: Double, places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        return "\(scaled / scale).\(String(repeating: "0", count: places - fraction.utf8.count))\(fraction)"
    }
}

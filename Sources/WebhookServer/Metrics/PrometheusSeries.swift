import CoreMetrics
import Synchronization

final class PrometheusCounter: CounterHandler, MetricSeries {
    private let value = Mutex<Int64>(0)

    func increment(by amount: Int64) {
        value.withLock { $0 &+= amount }
    }

    func reset() {
        value.withLock { $0 = 0 }
    }

    func lines(name: String, labels: MetricLabels) -> [String] {
        ["\(name)\(labels.text()) \(value.withLock { $0 })"]
    }
}

final class PrometheusGauge: RecorderHandler, MeterHandler, MetricSeries {
    private let value = Mutex<Double>(0)

    func set(_ value: Int64) { set(Double(value)) }

    func set(_ new: Double) {
        value.withLock { $0 = new }
    }

    func increment(by amount: Double) {
        value.withLock { $0 += amount }
    }

    func decrement(by amount: Double) {
        value.withLock { $0 -= amount }
    }

    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }

    func lines(name: String, labels: MetricLabels) -> [String] {
        ["\(name)\(labels.text()) \(value.withLock { $0 })"]
    }
}

/// Durations in buckets, in seconds.
final class PrometheusHistogram: TimerHandler, MetricSeries {
    private struct Figures {
        var counts = [Int](repeating: 0, count: PrometheusHistogram.bounds.count)
        var count = 0
        var nanoseconds: Int64 = 0
    }

    /// From well under a step's usual cost to the provider's own limit of 15 seconds.
    static let bounds: [Double] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15]

    private let figures = Mutex(Figures())

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1_000_000_000
        let bucket = PrometheusHistogram.bounds.firstIndex { seconds <= $0 }
        figures.withLock { figures in
            if let bucket { figures.counts[bucket] += 1 }
            figures.count += 1
            figures.nanoseconds &+= duration
        }
    }

    func lines(name: String, labels: MetricLabels) -> [String] {
        let figures = self.figures.withLock { $0 }
        var total = 0
        var lines: [String] = []
        for (bound, count) in zip(PrometheusHistogram.bounds, figures.counts) {
            total += count
            lines.append("\(name)_bucket\(labels.text(adding: "le=\"\(bound)\"")) \(total)")
        }
        lines.append("\(name)_bucket\(labels.text(adding: "le=\"+Inf\"")) \(figures.count)")
        lines.append("\(name)_sum\(labels.text()) \(Double(figures.nanoseconds) / 1_000_000_000)")
        lines.append("\(name)_count\(labels.text()) \(figures.count)")
        return lines
    }
}

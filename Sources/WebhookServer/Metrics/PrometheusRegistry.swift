package import CoreMetrics
import Synchronization

/// A metrics backend that keeps its figures in memory and prints them as Prometheus text.
///
/// Format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
package final class PrometheusRegistry: MetricsFactory {
    private let families = Mutex<[String: MetricFamily]>([:])
    private let help: [String: String]

    /// An empty registry, with a sentence for each name that has one.
    package init(help: [String: String] = ServerMetrics.help) {
        self.help = help
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, kind: .counter) { PrometheusCounter() }
    }

    package func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        series(label, dimensions, kind: .gauge) { PrometheusGauge() }
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, kind: .gauge) { PrometheusGauge() }
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, kind: .histogram) { PrometheusHistogram() }
    }

    // A series stays for as long as the process runs: figures that vanish cannot be graphed.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// All figures as text, sorted by name and labels.
    package var text: String {
        let families = self.families.withLock { $0 }
        return families.sorted { $0.key < $1.key }.map { $0.value.text(name: $0.key, help: help[$0.key]) }.joined()
    }

    private func series<Handler: MetricSeries>(
        _ label: String,
        _ dimensions: [(String, String)],
        kind: MetricFamily.Kind,
        make: () -> Handler
    ) -> Handler {
        let labels = MetricLabels(dimensions)
        return families.withLock { families in
            let name = MetricLabels.name(label)
            if let known = families[name]?.series[labels] as? Handler { return known }
            let handler = make()
            families[name, default: MetricFamily(kind: kind)].series[labels] = handler
            return handler
        }
    }
}

/// All series of one name.
struct MetricFamily: Sendable {
    enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    let kind: Kind
    var series: [MetricLabels: any MetricSeries] = [:]

    func text(name: String, help: String?) -> String {
        let lines = series.sorted { $0.key < $1.key }.flatMap { $0.value.lines(name: name, labels: $0.key) }
        let head = (help.map { ["# HELP \(name) \($0)"] } ?? []) + ["# TYPE \(name) \(kind.rawValue)"]
        return (head + lines).joined(separator: "\n") + "\n"
    }
}

/// The labels of one series, sorted, with their values escaped.
struct MetricLabels: Hashable, Comparable, Sendable {
    private let pairs: [String]

    init(_ dimensions: [(String, String)]) {
        pairs = dimensions.map { "\(MetricLabels.name($0.0))=\"\(MetricLabels.escaped($0.1))\"" }.sorted()
    }

    static func < (left: MetricLabels, right: MetricLabels) -> Bool {
        left.pairs.lexicographicallyPrecedes(right.pairs)
    }

    /// The labels in braces, with one more if given; empty when there are none.
    func text(adding extra: String? = nil) -> String {
        let all = pairs + (extra.map { [$0] } ?? [])
        return all.isEmpty ? "" : "{" + all.joined(separator: ",") + "}"
    }

    /// A name from letters, digits and underscores, as the format wants it.
    static func name(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    private static func escaped(_ value: String) -> String {
        value.reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
    }
}

/// One series, which can print itself.
protocol MetricSeries: Sendable {
    func lines(name: String, labels: MetricLabels) -> [String]
}

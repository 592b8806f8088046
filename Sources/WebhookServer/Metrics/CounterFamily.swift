import CoreMetrics
import Synchronization

/// Counters of one name, one for each label, each made when it is first counted.
///
/// Making a counter writes out its labels; a webhook should not pay for that each time.
final class CounterFamily<Label: Hashable & Sendable>: Sendable {
    private let name: String
    private let registry: PrometheusRegistry
    private let dimensions: @Sendable (Label) -> [(String, String)]
    private let counters = Mutex<[Label: Counter]>([:])

    init(_ name: String, in registry: PrometheusRegistry, dimensions: @escaping @Sendable (Label) -> [(String, String)])
    {
        self.name = name
        self.registry = registry
        self.dimensions = dimensions
    }

    subscript(label: Label) -> Counter {
        counters.withLock { counters in
            if let counter = counters[label] { return counter }
            let counter = Counter(label: name, dimensions: dimensions(label), factory: registry)
            counters[label] = counter
            return counter
        }
    }
}

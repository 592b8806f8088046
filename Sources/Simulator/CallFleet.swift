package import Telephony

/// Many calls at once.
package enum CallFleet {
    /// Runs calls, so many at a time, and counts what came of them.
    ///
    /// - Parameters:
    ///   - count: How many in all.
    ///   - concurrency: How many at a time.
    ///   - make: Makes the call of that number, from 0, with its caller.
    /// - Returns: The counts and times.
    package static func run<Person: Caller>(
        count: Int,
        concurrency: Int,
        make: @escaping @Sendable (Int) -> (SimulatedCall, Person)
    ) async -> FleetReport {
        let clock = ContinuousClock()
        let start = clock.now
        var report = FleetReport()
        await withTaskGroup(of: CallResult.self) { group in
            var next = 0
            func add() {
                guard next < count else { return }
                let number = next
                next += 1
                group.addTask {
                    let (call, caller) = make(number)
                    return await call.run(caller: caller)
                }
            }
            for _ in 0..<max(1, concurrency) { add() }
            while let result = await group.next() {
                report.count(result)
                add()
            }
        }
        report.finish(after: clock.now - start)
        return report
    }
}

/// What came of many calls.
package struct FleetReport: Sendable, Hashable {
    package private(set) var calls = 0
    package private(set) var statuses: [CallStatus: Int] = [:]
    package private(set) var faults: [CallFault: Int] = [:]
    package private(set) var warnings: [String: Int] = [:]
    /// How long each request took in real time, shortest first.
    package private(set) var latencies: [Duration] = []
    package private(set) var elapsed = Duration.zero

    package var requests: Int { latencies.count }
    package var faultCount: Int { faults.values.reduce(0, +) }
    package var warningCount: Int { warnings.values.reduce(0, +) }

    package var requestsPerSecond: Double {
        let (seconds, attoseconds) = elapsed.components
        let time = Double(seconds) + Double(attoseconds) / 1e18
        return time > 0 ? Double(requests) / time : 0
    }

    /// The time within which that share of the requests was answered, such as 0.99; zero when there were none.
    package func latency(at share: Double) -> Duration {
        guard !latencies.isEmpty else { return .zero }
        let rank = Int((share * Double(latencies.count)).rounded(.up))
        return latencies[min(max(rank, 1), latencies.count) - 1]
    }

    fileprivate mutating func count(_ result: CallResult) {
        calls += 1
        statuses[result.status, default: 0] += 1
        for fault in result.faults { faults[fault, default: 0] += 1 }
        for warning in result.warnings { warnings[warning, default: 0] += 1 }
        latencies += result.latencies
    }

    fileprivate mutating func finish(after duration: Duration) {
        elapsed = duration
        latencies.sort()
    }
}

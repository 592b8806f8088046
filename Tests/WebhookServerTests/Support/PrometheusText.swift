/// Figures as a Prometheus server reads them.
///
/// Format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
struct PrometheusText {
    enum Fault: Error {
        case notTerminated
        case badType(String)
        case typeTwice(String)
        case helpTwice(String)
        case badSample(String)
        case sampleWithoutType(String)
        case sampleTwice(String)
    }

    /// The value of each series, by its name and labels as written.
    private(set) var values: [String: Double] = [:]
    /// What each name is said to mean.
    private(set) var help: [Substring: Substring] = [:]
    private(set) var names: Set<Substring> = []

    subscript(series: String) -> Double? { values[series] }

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Fault.notTerminated }
        var kinds: [Substring: Substring] = [:]
        let type = /# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)/
        let sentence = /# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ([^\\\n]+)/
        let sample =
            /(([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"(?:,[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*")*\})?) (\S+)/
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: sentence) {
                guard help.updateValue(match.2, forKey: match.1) == nil, kinds[match.1] == nil else {
                    throw Fault.helpTwice(String(line))
                }
                continue
            }
            if line.hasPrefix("#") {
                guard let match = line.wholeMatch(of: type) else { throw Fault.badType(String(line)) }
                names.insert(match.1)
                guard kinds.updateValue(match.2, forKey: match.1) == nil else { throw Fault.typeTwice(String(line)) }
                continue
            }
            guard let match = line.wholeMatch(of: sample), let value = Double(match.3) else {
                throw Fault.badSample(String(line))
            }
            let parts = ["_bucket", "_sum", "_count"].compactMap {
                match.2.hasSuffix($0) ? match.2.dropLast($0.count) : nil
            }
            guard kinds[match.2] != nil || parts.contains(where: { kinds[$0] == "histogram" }) else {
                throw Fault.sampleWithoutType(String(line))
            }
            guard values.updateValue(value, forKey: String(match.1)) == nil else {
                throw Fault.sampleTwice(String(line))
            }
        }
    }
}

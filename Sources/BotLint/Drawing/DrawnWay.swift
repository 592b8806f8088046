import Airscript
import BotGraph
import Telephony

/// One way out of a node as it is drawn, with the places in the file that belong to it.
struct DrawnWay {
    /// Where it leads; nil to where the call ends without a node of the file.
    let to: Destination
    let labels: [String]
    /// Where a finding about this way stands.
    let places: [SourceLocation]
    /// The edges of the graph that it stands for; none where the way is drawn and no edge is written.
    let edges: [Edge.Label]

    /// What a way leads to.
    enum Destination: Hashable {
        case node(NodeID)
        /// The opt-out stands and the call ends.
        case optedOut
        /// The call goes on where the caller asked to stop.
        case back
        /// The call ends without a word.
        case end
    }

    /// The ways out of a node, in the order of the file.
    static func ways(from node: Node) -> [DrawnWay] {
        switch node.body {
        case .decisionMenu(let menu): ways(from: menu)
        case .touchtoneCapture(let capture):
            [
                DrawnWay(
                    to: .node(capture.go.node),
                    labels: [digits(capture.minDigits, capture.maxDigits)],
                    places: [capture.go.location],
                    edges: [.next]
                )
            ] + exits(capture.noInput, capture.noMatch)
        case .message(let message): [plain(to: message.go)]
        case .set(let set): [plain(to: set.go)]
        case .condition(let condition):
            condition.cases.enumerated().map { index, each in
                DrawnWay(
                    to: .node(each.go.node),
                    labels: [DrawnText.shortened(each.when.expression.source)],
                    places: [each.when.location, each.go.location],
                    edges: [.case(index + 1)]
                )
            } + [
                DrawnWay(
                    to: .node(condition.otherwise.node),
                    labels: ["else"],
                    places: [condition.otherwise.location],
                    edges: [.otherwise]
                )
            ]
        case .forwardCall(let forward): ways(from: forward)
        case .hangUp: []
        }
    }

    private static func plain(to target: Target) -> DrawnWay {
        DrawnWay(to: .node(target.node), labels: [], places: [target.location], edges: [.next])
    }

    private static func digits(_ least: Int, _ most: Int) -> String {
        if least == most { return least == 1 ? "1 digit" : "\(least) digits" }
        return "\(least) to \(most) digits"
    }

    // MARK: - Menus

    private static func ways(from menu: DecisionMenu) -> [DrawnWay] {
        var ways = menu.options.map(way)
        ways += exits(menu.noInput, menu.noMatch)
        let unanswered = [(word: "silence", menu.noInput), (word: "wrong answer", menu.noMatch)].filter {
            $0.1?.then == nil
        }
        if let fallback = menu.fallback {
            let labels = unanswered.map { times($0.word, $0.1) }
            ways.append(
                DrawnWay(
                    to: .node(fallback.node),
                    labels: labels.isEmpty ? ["default"] : labels,
                    places: [fallback.location],
                    edges: [.fallback]
                )
            )
        } else if menu.decidesOptOut, !unanswered.isEmpty {
            // Whoever was asked whether they meant it, and says nothing, has said it.
            ways.append(DrawnWay(to: .optedOut, labels: unanswered.map { times($0.word, $0.1) }, places: [], edges: []))
        }
        return ways
    }

    private static func way(of option: DecisionMenu.Option) -> DrawnWay {
        let destination: Destination =
            switch (option.optOut, option.go) {
            case (.confirmed?, _): .optedOut
            case (_, let go?): .node(go.node)
            case (.withdrawn?, nil): .back
            case (nil, nil): .end
            }
        var places = [option.location]
        places += option.say.map(\.location) + option.set.flatMap { [$0.location, $0.value.location] }
        if let go = option.go { places.append(go.location) }
        return DrawnWay(
            to: destination,
            labels: label(option.press?.unmasked, option.name, option.say),
            places: places,
            edges: [.option(option.name)]
        )
    }

    /// `1 · confirm`, and below it what may be said beside the name.
    static func label(_ keys: String?, _ name: String, _ phrases: [SpokenPhrase]) -> [String] {
        let others = phrases.filter { $0.text.lowercased() != name.lowercased() }
        let shown = others.prefix(2).map { "“\(DrawnText.shortened($0.text, to: 24))”" }
        let first = [keys, name].compactMap(\.self).joined(separator: " · ")
        guard !shown.isEmpty else { return [first] }
        return [first, shown.joined(separator: ", ") + (others.count > 2 ? " …" : "")]
    }

    // MARK: - Silence and wrong answers

    private static func exits(_ noInput: Retries?, _ noMatch: Retries?) -> [DrawnWay] {
        let all: [(word: String, retries: Retries?, edge: Edge.Label)] = [
            ("silence", noInput, .noInput), ("wrong answer", noMatch, .noMatch),
        ]
        return all.compactMap { word, retries, edge in
            guard let retries, let then = retries.then else { return nil }
            return DrawnWay(
                to: .node(then.node),
                labels: [times(word, retries)],
                places: [retries.location, then.location] + retries.prompts.map(\.location),
                edges: [edge]
            )
        }
    }

    /// `silence ×3`: the third silence takes the way, after two prompts.
    private static func times(_ word: String, _ retries: Retries?) -> String {
        let prompts = retries?.prompts.count ?? 0
        return prompts == 0 ? word : "\(word) ×\(prompts + 1)"
    }

    // MARK: - Forwarding

    private static func ways(from forward: ForwardCall) -> [DrawnWay] {
        let outcomes = [
            ("completed", forward.completed), ("busy", forward.busy), ("no answer", forward.noAnswer),
            ("failed", forward.failed),
        ]
        var ways = outcomes.compactMap { outcome, target in
            target.map { target in
                DrawnWay(
                    to: .node(target.node),
                    labels: [outcome],
                    places: [target.location],
                    edges: [.forward(outcome.replacing(" ", with: "_"))]
                )
            }
        }
        let others = outcomes.filter { $0.1 == nil }.map(\.0)
        let labels = others.count == outcomes.count ? [] : others
        if let go = forward.go {
            ways.append(DrawnWay(to: .node(go.node), labels: labels, places: [go.location], edges: [.next]))
        } else if !others.isEmpty {
            ways.append(DrawnWay(to: .end, labels: labels, places: [], edges: []))
        }
        return ways
    }
}

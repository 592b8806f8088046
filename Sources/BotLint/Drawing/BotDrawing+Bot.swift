import Airscript
package import BotGraph
import Telephony

extension BotDrawing {
    /// The drawing of a bot.
    ///
    /// - Parameters:
    ///   - bot: The bot.
    ///   - findings: What was found in it, to be marked where it shows.
    ///   - title: What stands above it; the bot's own title unless given.
    ///   - walk: How far calls have walked a part; nil for one that is not counted, which is drawn as it always is.
    package init(
        _ bot: Bot,
        findings: [Diagnostic] = [],
        title: String? = nil,
        walk: (DrawnPart) -> DrawnWalk? = { _ in nil }
    ) {
        self.init(title: DrawnText.plain(title ?? bot.title))
        let places = FindingPlaces(findings, in: bot)
        let graph = LintSubject(bot).graph
        addEntry(of: bot, places, walk(.node(bot.start)))
        addEveryMenu(of: bot, places, walk)
        for node in bot.nodes {
            let isReachable = graph.isReachable(node.id)
            add(
                Node(
                    id: node.id.text,
                    shape: Shape(node.body),
                    title: node.id.text,
                    kind: node.body.kind.words,
                    lines: BotDrawing.lines(of: node, in: bot),
                    marks: places.marks(at: node.id),
                    isReachable: isReachable,
                    isStart: node.id == bot.start,
                    walk: walk(.node(node.id))
                )
            )
            for (index, way) in DrawnWay.ways(from: node).enumerated() {
                add(
                    Edge(
                        from: node.id.text,
                        to: BotDrawing.name(of: way.to, in: bot),
                        labels: way.labels,
                        isDashed: way.to == .back,
                        marks: places.marks(at: node.id, way: index),
                        isReachable: isReachable,
                        walk: way.edges.compactMap { walk(.way(node.id, $0)) }.sum
                    )
                )
            }
        }
        addEnds(of: bot, graph)
    }

    private static let entry = "call in"
    private static let everyMenu = "at every menu"
    private static let optedOut = "opted out"
    private static let end = "call ends"

    private static func name(of destination: DrawnWay.Destination, in bot: Bot) -> String {
        switch destination {
        case .node(let id): id.text
        case .optedOut: optedOut
        case .back: bot.hasEveryMenu ? everyMenu : end
        case .end: end
        }
    }

    // MARK: - What the drawing adds

    private mutating func addEntry(of bot: Bot, _ places: FindingPlaces, _ walk: DrawnWalk?) {
        let title = bot.direction == .outbound ? "the person answers" : "a call comes in"
        add(Node(id: BotDrawing.entry, shape: .entry, title: title, kind: "", lines: [], marks: places.header))
        // The way in is walked where the start is, whatever of the start's own words was spoken.
        let way = walk.map { DrawnWalk(walked: $0.passes > 0 ? 1 : 0, points: 1, passes: $0.passes) }
        add(
            Edge(
                from: BotDrawing.entry,
                to: bot.start.text,
                labels: [],
                isDashed: false,
                marks: places.start,
                walk: way
            )
        )
    }

    /// What holds at every menu is drawn once: an edge from each would hide the rest.
    private mutating func addEveryMenu(of bot: Bot, _ places: FindingPlaces, _ walk: (DrawnPart) -> DrawnWalk?) {
        guard bot.hasEveryMenu else { return }
        let universals = bot.universals
        var lines: [String] = []
        if let trigger = universals.repetition { lines.append(BotDrawing.line(trigger, "repeat")) }
        if let trigger = universals.help { lines.append(BotDrawing.line(trigger, "help")) }
        add(
            Node(
                id: BotDrawing.everyMenu,
                shape: .everyMenu,
                title: "at every menu",
                kind: "",
                lines: lines,
                marks: places.universals,
                walk: walk(.universals)
            )
        )
        addOptOut(of: bot, places, walk(.optOut))
        if let trigger = universals.operator, let target = universals.operatorTarget {
            add(
                Edge(
                    from: BotDrawing.everyMenu,
                    to: target.node.text,
                    labels: BotDrawing.label(trigger, "operator"),
                    isDashed: true,
                    marks: places.operator,
                    walk: walk(.operator)
                )
            )
        }
    }

    private mutating func addOptOut(of bot: Bot, _ places: FindingPlaces, _ walk: DrawnWalk?) {
        guard let policy = bot.optOut else { return }
        let asked = DrawnWay.label(policy.press.map { String($0.rawValue) }, "stop calling", policy.say)
        let ways: [(to: String, labels: [String])] =
            switch (policy.ask, policy.confirm) {
            case (.always, let confirm?): [(confirm.text, asked)]
            case (.ambiguous, let confirm?):
                [(BotDrawing.optedOut, asked), (confirm.text, ["stop?", "(when in doubt)"])]
            case (.never, _), (_, nil): [(BotDrawing.optedOut, asked)]
            }
        for (index, way) in ways.enumerated() {
            let marks = index == 0 ? places.optOut : []
            add(
                Edge(
                    from: BotDrawing.everyMenu,
                    to: way.to,
                    labels: way.labels,
                    isDashed: true,
                    marks: marks,
                    walk: walk
                )
            )
        }
    }

    /// The ends without a node of the file, where something leads to them.
    private mutating func addEnds(of bot: Bot, _ graph: CallGraph) {
        let targets = Set(edges.filter(\.isReachable).map(\.to))
        let named = Set(edges.map(\.to))
        if named.contains(BotDrawing.optedOut) {
            add(
                Node(
                    id: BotDrawing.optedOut,
                    shape: .end,
                    title: "calls stopped",
                    kind: "the call ends",
                    lines: DrawnText.excerpt(bot.optOutGoodbye, of: bot),
                    isReachable: targets.contains(BotDrawing.optedOut)
                )
            )
        }
        if named.contains(BotDrawing.end) {
            let isReachable = targets.contains(BotDrawing.end)
            add(
                Node(
                    id: BotDrawing.end,
                    shape: .end,
                    title: "the call ends",
                    kind: "",
                    lines: [],
                    isReachable: isReachable
                )
            )
        }
    }

    private static func label(_ trigger: Universals.Trigger, _ name: String) -> [String] {
        DrawnWay.label(trigger.press.map { String($0.rawValue) }, name, trigger.say)
    }

    private static func line(_ trigger: Universals.Trigger, _ name: String) -> String {
        label(trigger, name).joined(separator: ", ")
    }

    /// The lines below a node's name.
    private static func lines(of node: BotGraph.Node, in bot: Bot) -> [String] {
        let spoken = DrawnText.excerpt(node.prompt, of: bot)
        switch node.body {
        case .set(let set):
            return set.values.prefix(4).map {
                DrawnText.shortened("\($0.variable) = \($0.value.expression.source)")
            } + (set.values.count > 4 ? ["…"] : [])
        case .touchtoneCapture(let capture): return spoken + ["→ \(capture.variable)"]
        case .forwardCall(let forward):
            let numbers = forward.numbers.prefix(2).map { DrawnText.readable($0.template) }.joined(separator: ", ")
            return spoken + ["☎ " + DrawnText.shortened(numbers + (forward.numbers.count > 2 ? ", …" : ""))]
        case .decisionMenu, .message, .condition, .hangUp: return spoken
        }
    }
}

extension Bot {
    /// Whether anything holds at every menu.
    fileprivate var hasEveryMenu: Bool {
        optOut != nil || universals.repetition != nil || universals.help != nil || universals.operator != nil
    }
}

extension BotDrawing.Shape {
    fileprivate init(_ body: NodeBody) {
        self =
            switch body {
            case .decisionMenu: .menu
            case .touchtoneCapture: .capture
            case .message: .message
            case .condition: .condition
            case .set: .set
            case .forwardCall: .forward
            case .hangUp: .end
            }
    }
}

extension NodeKind {
    /// The type in words.
    fileprivate var words: String { rawValue.replacing("_", with: " ") }
}

package import BotGraph
import Telephony

extension CoveragePoint {
    /// All points of a bot, sorted by place.
    ///
    /// What no call can reach is among them: a test that never comes there is told so, and the linter says why.
    package static func all(of bot: Bot) -> [CoveragePoint] {
        let header = bot.languages.map { language in
            CoveragePoint(kind: .language(language), location: bot.location, name: "language \(language)")
        }
        var all: [CoveragePoint] = header + universals(of: bot)
        for node in bot.nodes { all += points(of: node, in: bot) }
        // What a YAML anchor repeats stands in one place, and is one point.
        var seen: Set<Kind> = []
        return all.filter { seen.insert($0.kind).inserted }.sorted()
    }

    private static func points(of node: Node, in bot: Bot) -> [CoveragePoint] {
        var points = [CoveragePoint(kind: .node(node.id), location: node.location, name: "node '\(node.id)'")]
        points += node.edges.compactMap { edge in
            if case .option = edge.label { return nil }
            return CoveragePoint(
                kind: .edge(node.id, edge.label),
                location: edge.target.location,
                name: "\(edge.label.words) of '\(node.id)'"
            )
        }
        if let prompt = node.prompt { points += prompts(prompt, in: bot) }
        switch node.body {
        case .decisionMenu(let menu):
            points += menu.options.map { option in
                CoveragePoint(
                    kind: .edge(node.id, .option(option.name)),
                    location: option.location,
                    name: "option '\(option.name)' of '\(node.id)'"
                )
            }
            points += retries(menu.noInput, menu.noMatch, of: node, in: bot)
        case .touchtoneCapture(let capture): points += retries(capture.noInput, capture.noMatch, of: node, in: bot)
        case .message, .condition, .set, .forwardCall, .hangUp: break
        }
        return points
    }

    private static func retries(
        _ noInput: Retries?,
        _ noMatch: Retries?,
        of node: Node,
        in bot: Bot
    ) -> [CoveragePoint] {
        let silences = (noInput?.prompts ?? []).enumerated().map { index, prompt in
            CoveragePoint(
                kind: .silence(node.id, index + 1),
                location: prompt.location,
                name: "silence \(index + 1) at '\(node.id)'"
            )
        }
        let wrong = (noMatch?.prompts ?? []).enumerated().map { index, prompt in
            CoveragePoint(
                kind: .wrongAnswer(node.id, index + 1),
                location: prompt.location,
                name: "wrong answer \(index + 1) at '\(node.id)'"
            )
        }
        let spoken = ((noInput?.prompts ?? []) + (noMatch?.prompts ?? [])).flatMap { prompts($0, in: bot) }
        return silences + wrong + spoken
    }

    private static func universals(of bot: Bot) -> [CoveragePoint] {
        var points: [CoveragePoint] = []
        if let policy = bot.optOut {
            points.append(CoveragePoint(kind: .optOut, location: policy.location, name: "opt-out"))
            // The standard sentence stands nowhere in the file, and gets the place of what it belongs to.
            if policy.goodbye.location != policy.location { points += prompts(policy.goodbye, in: bot) }
        }
        let universals = bot.universals
        if let trigger = universals.repetition {
            points.append(CoveragePoint(kind: .repetition, location: trigger.location, name: "universal 'repeat'"))
        }
        if let trigger = universals.help {
            points.append(CoveragePoint(kind: .help, location: trigger.location, name: "universal 'help'"))
        }
        if let trigger = universals.operator {
            points.append(CoveragePoint(kind: .operator, location: trigger.location, name: "universal 'operator'"))
        }
        if let prompt = universals.helpPrompt { points += prompts(prompt, in: bot) }
        return points
    }

    /// A prompt's pieces; one that stands in for several languages counts once.
    private static func prompts(_ prompt: Prompt, in bot: Bot) -> [CoveragePoint] {
        var seen: Set<SourceLocation> = []
        return bot.languages.flatMap { language in
            let suffix = prompt.byLanguage[language] == nil ? "" : " in \(language)"
            return prompt.pieces(in: language).map(\.location).filter { seen.insert($0).inserted }.map { location in
                CoveragePoint(kind: .prompt(location), location: location, name: "prompt\(suffix)")
            }
        }
    }
}

extension Prompt.Piece {
    fileprivate var location: SourceLocation {
        switch self {
        case .text(_, let location), .recording(_, let location): location
        }
    }
}

extension Edge.Label {
    /// The edge in words.
    package var words: String {
        switch self {
        case .option(let name): "option '\(name)'"
        case .noInput: "silence exit"
        case .noMatch: "wrong-answer exit"
        case .fallback: "default exit"
        case .next: "way on"
        case .case(let number): "case \(number)"
        case .otherwise: "else"
        case .forward(let outcome): "outcome '\(outcome)'"
        }
    }
}

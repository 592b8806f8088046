import Airscript
import BotGraph
import Compliance
import Telephony

/// The walk from the answer to wherever a call first waits, in one language.
///
/// Conditions are followed both ways. Ways that come to the same node with the same words spoken are one.
struct OpeningWalk {
    /// How many openings of a language are looked at, the shortest first: a bot that branches more is judged by these.
    static let mostOpenings = 64
    private static let mostSteps = 1_000
    /// The engine ends a call that enters more nodes for one event.
    private static let longestPath = 100

    /// A piece that was spoken.
    private struct Piece: Hashable {
        let text: String?
        let template: Template?
        let location: SourceLocation
        /// Nil for a recording whose length is not known.
        let milliseconds: Int64?
        let guesses: [String]
    }

    /// Where a walk is, and what it has spoken and set.
    private struct Step {
        var node: NodeID
        var path: [CallGraph.Way] = []
        var pieces: [Piece] = []
        var assigned: [String: Value] = [:]
    }

    private struct Situation: Hashable {
        let node: NodeID
        let pieces: [Piece]
        let assigned: [String: Value]
    }

    private let bot: Bot
    private let graph: CallGraph
    private let recordings: PromptCatalogue?
    private let language: LanguageTag
    private let samples: SampleValues

    init(_ bot: Bot, _ graph: CallGraph, recordings: PromptCatalogue?, language: LanguageTag) {
        self.bot = bot
        self.graph = graph
        self.recordings = recordings
        self.language = language
        samples = SampleValues(bot, language: language)
    }

    /// The openings, those by shorter paths first.
    func openings() -> [Opening] {
        var openings: [Opening] = []
        var queue = [Step(node: bot.start)]
        var seen: Set<Situation> = []
        var next = 0
        while next < queue.count, next < OpeningWalk.mostSteps, openings.count < OpeningWalk.mostOpenings {
            var step = queue[next]
            next += 1
            guard let node = bot[step.node] else { continue }
            enter(node, &step)
            switch node.body {
            case .decisionMenu, .touchtoneCapture, .forwardCall, .hangUp:
                openings.append(opening(step, at: node))
                continue
            case .set(let set): assign(set.values, &step)
            case .message, .condition: break
            }
            guard step.path.count < OpeningWalk.longestPath else { continue }
            for way in graph.ways(from: node.id) where !step.path.contains(where: { $0.from == way.to }) {
                guard way.to != node.id else { continue }
                let situation = Situation(node: way.to, pieces: step.pieces, assigned: step.assigned)
                guard seen.insert(situation).inserted else { continue }
                var following = step
                following.node = way.to
                following.path.append(way)
                queue.append(following)
            }
        }
        return openings
    }

    private func enter(_ node: Node, _ step: inout Step) {
        run(node.before, &step)
        if let prompt = node.prompt { step.pieces += pieces(of: prompt, step.assigned) }
        run(node.after, &step)
    }

    private func run(_ actions: [Action], _ step: inout Step) {
        for action in actions {
            switch action {
            case .set(let assignments): assign(assignments, &step)
            case .condition(let when, let then, let otherwise):
                let holds = samples.value(of: when.expression, assigned: step.assigned).isTruthy
                run(holds ? then : otherwise, &step)
            }
        }
    }

    private func assign(_ assignments: [Assignment], _ step: inout Step) {
        for assignment in assignments {
            let value = samples.value(of: assignment.value.expression, assigned: step.assigned)
            step.assigned[assignment.variable] = value
        }
    }

    private func pieces(of prompt: Prompt, _ assigned: [String: Value]) -> [Piece] {
        prompt.pieces(in: language).compactMap { piece in
            switch piece {
            case .text(let template, let location):
                let text = samples.rendered(template, assigned: assigned)
                guard text.contains(where: { !$0.isWhitespace }) else { return nil }
                return Piece(
                    text: text,
                    template: template,
                    location: location,
                    milliseconds: SpokenLength.milliseconds(of: text),
                    guesses: samples.guesses(in: template, assigned: assigned)
                )
            case .recording(let name, let location):
                let found = recordings?[name, language] ?? recordings?[name, bot.defaultLanguage]
                return Piece(
                    text: nil,
                    template: nil,
                    location: location,
                    milliseconds: found?.duration?.inMilliseconds,
                    guesses: []
                )
            }
        }
    }

    private func opening(_ step: Step, at node: Node) -> Opening {
        var timeline = Timeline()
        timeline.speak(step.pieces, at: 0)
        if let (prompts, timeout) = node.silence {
            for prompt in prompts {
                timeline.speak(pieces(of: prompt, step.assigned), at: timeline.end + timeout.inMilliseconds)
            }
        }
        return Opening(
            language: language,
            path: step.path,
            end: node,
            passages: timeline.passages,
            timing: bot.intent.map {
                IntentTiming(timeline.documents, until: timeline.end, intent: $0, language: language)
            }
        )
    }

    /// Pieces laid end to end, as the intent clock lays them.
    private struct Timeline {
        private(set) var passages: [Opening.Passage] = []
        private(set) var documents: [IntentTiming.Document] = []
        private(set) var end: Int64 = 0

        mutating func speak(_ pieces: [Piece], at moment: Int64) {
            end = moment
            documents.append(
                IntentTiming.Document(
                    at: moment,
                    pieces: pieces.map { piece in
                        piece.text.map { .speech(text: $0, milliseconds: piece.milliseconds ?? 0) }
                            ?? .recording(milliseconds: piece.milliseconds)
                    }
                )
            )
            for piece in pieces {
                let start = end
                end += piece.milliseconds ?? 0
                passages.append(
                    Opening.Passage(
                        text: piece.text,
                        template: piece.template,
                        location: piece.location,
                        startsAt: start,
                        endsAt: end,
                        guesses: piece.guesses,
                        isAfterSilence: documents.count > 1
                    )
                )
            }
        }
    }
}

extension Node {
    /// The prompts for silence of a node that listens, and how long it waits before each.
    fileprivate var silence: (prompts: [Prompt], timeout: Duration)? {
        switch body {
        case .decisionMenu(let menu): (menu.noInput?.prompts ?? [], menu.timeout)
        case .touchtoneCapture(let capture): (capture.noInput?.prompts ?? [], capture.timeout)
        case .message, .condition, .set, .forwardCall, .hangUp: nil
        }
    }
}

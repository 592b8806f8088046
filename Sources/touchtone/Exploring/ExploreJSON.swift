import Airscript
import BotGraph
import Foundation
import Replay

/// What was found, for programs.
enum ExploreJSON {
    private struct Report: Encodable {
        let bot: String
        let path: String
        let clean: Bool
        let states: Int
        let starts: Int
        let paths: Paths
        let longest: Longest
        let edges: Edges
        let cannotEnd: [Finding]
        let faults: [Finding]
        let optOutMissing: [Finding]
        let cutOff: [String]
        let scripts: Scripts?

        enum CodingKeys: String, CodingKey {
            case bot, path, clean, states, starts, paths, longest, edges, faults, scripts
            case cannotEnd = "cannot_end"
            case optOutMissing = "opt_out_missing"
            case cutOff = "cut_off"
        }
    }

    private struct Paths: Encodable {
        let count: Double
        /// `acyclic` or `within-depth`.
        let kind: String
        let depth: Int?
        let exact: Bool
    }

    private struct Longest: Encodable {
        let exact: Bool
        let acts: [String]
        let steps: Int
        let spokenSeconds: Double
        let spokenActs: [String]

        enum CodingKeys: String, CodingKey {
            case exact, acts, steps
            case spokenSeconds = "spoken_seconds"
            case spokenActs = "spoken_acts"
        }
    }

    private struct Edges: Encodable {
        let taken: Int
        let total: Int
        let neverTaken: [Edge]

        enum CodingKeys: String, CodingKey {
            case taken, total
            case neverTaken = "never_taken"
        }
    }

    private struct Edge: Encodable {
        let path: String
        let line: Int
        let column: Int
        let name: String
    }

    private struct Finding: Encodable {
        let path: String
        let line: Int
        let column: Int
        let node: String?
        let message: String
        let set: [String: String]
        let acts: [String]
    }

    private struct Scripts: Encodable {
        let folder: String
        let count: Int
    }

    static func print(_ exploration: Exploration, written: ExploredFiles.Written?) throws -> String {
        let report = Report(
            bot: exploration.bot.name.text,
            path: exploration.bot.location.path,
            clean: exploration.isClean,
            states: exploration.stateCount,
            starts: exploration.startCount,
            paths: paths(exploration.paths),
            longest: Longest(
                exact: exploration.isLongest,
                acts: exploration.mostActs.path.acts.map(\.words),
                steps: exploration.mostActs.path.acts.count,
                spokenSeconds: Double(exploration.mostSpeech.speech) / 1_000,
                spokenActs: exploration.mostSpeech.path.acts.map(\.words)
            ),
            edges: Edges(
                taken: exploration.share.passed,
                total: exploration.share.total,
                neverTaken: exploration.missed.map { point in
                    Edge(
                        path: point.location.path,
                        line: point.location.line,
                        column: point.location.column,
                        name: point.name
                    )
                }
            ),
            cannotEnd: exploration.endless.map { finding($0.location, $0.node, $0.sentence, $0.path) },
            faults: exploration.faults.map { finding($0.location, $0.node, $0.reason, $0.path) },
            optOutMissing: exploration.deaf.map { deaf in
                finding(deaf.location, deaf.node, deaf.sentence(of: exploration.bot), deaf.path)
            },
            cutOff: exploration.cutOff.map(\.rawValue),
            scripts: written.map { Scripts(folder: $0.folder, count: $0.count) }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    private static func paths(_ paths: PathCount) -> Paths {
        switch paths.kind {
        case .withoutReturn: Paths(count: paths.calls, kind: "acyclic", depth: nil, exact: paths.isExact)
        case .withinDepth(let depth):
            Paths(count: paths.calls, kind: "within-depth", depth: depth, exact: paths.isExact)
        }
    }

    private static func finding(
        _ location: SourceLocation,
        _ node: NodeID?,
        _ message: String,
        _ path: ExploredPath
    ) -> Finding {
        Finding(
            path: location.path,
            line: location.line,
            column: location.column,
            node: node?.text,
            message: message,
            set: path.values.mapValues(\.rendered),
            acts: path.acts.map(\.words)
        )
    }
}

import Airscript
import BotGraph
import CallEngine
import Foundation
import Replay
import Telephony

/// What was found, for people.
enum ExploreText {
    /// So many acts of a path are shown; the rest is counted.
    private static let actLimit = 12

    static func print(_ exploration: Exploration, written: ExploredFiles.Written?) -> String {
        var lines = findings(exploration)
        if !lines.isEmpty { lines.append("") }
        let starts = exploration.startCount == 1 ? "" : " from \(exploration.startCount) choices of start values"
        lines.append("\(exploration.bot.name): \(exploration.stateCount) states\(starts), \(count(exploration.paths)).")
        let least = exploration.isLongest ? "" : "at least "
        lines.append(
            "The longest call: \(least)\(exploration.mostActs.path.acts.count) acts (\(words(exploration.mostActs.path)));"
                + " the most that is spoken in one: \(least)\(seconds(exploration.mostSpeech.speech)) s."
        )
        let share = exploration.share
        lines.append("Edges taken: \(share.passed) of \(share.total).")
        if !exploration.cutOff.isEmpty { lines.append(bounds(exploration)) }
        if let written {
            let scripts = written.count == 1 ? "1 call script" : "\(written.count) call scripts"
            lines.append("Wrote \(scripts) to \(written.folder), explored-001.yaml and on.")
        }
        return lines.joined(separator: "\n")
    }

    private static func findings(_ exploration: Exploration) -> [String] {
        var found: [(location: SourceLocation, line: String)] = []
        for point in exploration.missed {
            let within = exploration.cutOff.isEmpty ? "" : " within the bounds"
            found.append((point.location, "edge never taken\(within): \(point.name)"))
        }
        for endless in exploration.endless {
            found.append((endless.location, "\(endless.sentence), after: \(words(endless.path))"))
        }
        for fault in exploration.faults {
            let node = fault.node.map { " at '\($0)'" } ?? ""
            found.append((fault.location, "fault\(node): \(fault.reason), after: \(words(fault.path))"))
        }
        for deaf in exploration.deaf {
            found.append((deaf.location, "\(deaf.sentence(of: exploration.bot)), after: \(words(deaf.path))"))
        }
        return found.sorted { ($0.location, $0.line) < ($1.location, $1.line) }
            .map { "\($0.location.path):\($0.location.line): \($0.line)" }
    }

    private static func count(_ paths: PathCount) -> String {
        let about = paths.isExact ? "" : "about "
        let calls = paths.calls == 1 ? "call" : "calls"
        switch paths.kind {
        case .withoutReturn: return "\(about)\(figure(paths.calls)) \(calls) that come to no place twice"
        case .withinDepth(let depth): return "\(about)\(figure(paths.calls)) \(calls) of at most \(depth) acts"
        }
    }

    /// A whole number in full, a very large one by its power of ten.
    private static func figure(_ number: Double) -> String {
        number < 1e15 ? String(Int64(number)) : String(format: "%.1e", number)
    }

    private static func words(_ path: ExploredPath) -> String {
        var words = path.acts.prefix(actLimit).map(\.words).joined(separator: ", ")
        if path.acts.isEmpty { words = path.words }
        if path.acts.count > actLimit { words += " and \(path.acts.count - actLimit) more" }
        guard !path.values.isEmpty else { return words }
        let values = path.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rendered)" }
        return "\(words) [\(values.joined(separator: ", "))]"
    }

    private static func seconds(_ milliseconds: Int64) -> String { String((milliseconds + 500) / 1_000) }

    private static func bounds(_ exploration: Exploration) -> String {
        let what = exploration.cutOff.map { bound in
            switch bound {
            case .depth: "acts in a call (--depth)"
            case .states: "states (--states)"
            case .events: "acts tried"
            case .startValues: "choices of start values"
            case .time: "time (--time-limit)"
            }
        }
        return "Not all was looked at: the bound on \(what.joined(separator: ", on ")) was reached."
    }
}

extension Exploration.Endless {
    /// What is wrong: lower case, no full stop.
    var sentence: String {
        switch cause {
        case .noWayOut: "a call cannot end from '\(node)' on but by hanging up"
        case .silence(let reason): "a caller who keeps silent from '\(node)' on ends in a fault (\(reason.rawValue))"
        case .wrongAnswers(let reason):
            "a caller who answers wrongly from '\(node)' on ends in a fault (\(reason.rawValue))"
        }
    }
}

extension Exploration.Deaf {
    /// What is wrong: lower case, no full stop.
    func sentence(of bot: Bot) -> String {
        let key = bot.optOut?.press.map { String($0.rawValue) } ?? ""
        return isKey
            ? "the opt-out key \(key) does not stop the calls at '\(node)'"
            : "a request to stop in words does not stop the calls at '\(node)'"
    }
}

import BotGraph
import BotLint
import CallEngine
import Foundation
import Replay
import WebhookServer

/// What the calls of a replay have passed, bot by bot, and how it is told.
struct CoverageReport {
    /// The bots, by name, each with the file that it is from.
    private(set) var bots: [(file: BotFiles.Loaded, coverage: Coverage)]

    /// - Parameter files: The bots that the calls are of.
    init(_ files: [BotFiles.Loaded]) {
        bots = files.compactMap { file in file.result.bot.map { (file: file, coverage: Coverage(of: $0)) } }
            .sorted { $0.coverage.bot.name < $1.coverage.bot.name }
    }

    /// Adds what one call of a bot passed.
    mutating func add(_ passages: [Passage], of bot: BotName) {
        guard let index = bots.firstIndex(where: { $0.coverage.bot.name == bot }) else { return }
        bots[index].coverage.add(passages)
    }

    var coverages: [Coverage] { bots.map(\.coverage) }

    /// For people: the lines never walked, and the shares.
    var text: String { CoverageText.lines(of: coverages).joined(separator: "\n") }

    /// For programs.
    var json: String { CoverageJSON.text(of: coverages) }

    /// A JSON object, such as the outcome of a replay, with the coverage as one more member.
    func added(to object: String) -> String {
        guard let end = object.lastIndex(of: "}") else { return object }
        let members = object[..<end].reversed().drop { $0.isWhitespace }.reversed()
        return String(members) + ",\n  \"coverage\" : \(json)\n}"
    }

    /// Writes the page; Graphviz draws the graphs where it is there.
    ///
    /// - Parameter path: Where to.
    /// - Throws: `CommandFailure` when the file cannot be written.
    func writePage(to path: String) throws {
        let page = CoveragePage(
            bots.map { file, coverage in
                CoveragePage.Subject(coverage: coverage, source: file.text, drawing: CoverageReport.drawing(coverage))
            }
        )
        do { try Data(page.html.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw CommandFailure.impossible("Could not write '\(path)': \(error.localizedDescription)")
        }
    }

    /// Fails the command when less than so many per cent were passed.
    func require(_ minimum: Int?) throws {
        guard let minimum, let sentence = coverages.shortfall(below: minimum) else { return }
        Console.error("error: [coverage-low] \(sentence)")
        throw CommandFailure.findings
    }

    private static func drawing(_ coverage: Coverage) -> CoveragePage.Drawing {
        let dot = BotDrawing(coverage.bot, walk: coverage.walk(of:)).dot
        do { return .svg(try Graphviz(timeLimit: 60).svg(of: dot)) } catch {
            let reason = (error as? CommandFailure)?.message ?? "\(error)"
            let sentence = reason.hasPrefix("Error: ") ? String(reason.dropFirst(7)) : reason
            return .missing("The graph is not drawn here. \(sentence) The list below says the same, line by line.")
        }
    }
}

extension Coverage {
    /// How far a part of the drawing was walked; nil for what this bot does not have.
    func walk(of part: DrawnPart) -> DrawnWalk? {
        let found = points.filter { $0.isDrawn(in: part) }
        guard !found.isEmpty else { return nil }
        let all = found.map { passes(of: $0) }
        let own = found.filter { if case .node = $0.kind { true } else { false } }.map { passes(of: $0) }
        // A node is passed as often as it is entered; what it says besides only makes it whole.
        let count = (own.isEmpty ? all : own).reduce(0, +)
        return DrawnWalk(walked: all.count { $0 > 0 }, points: all.count, passes: count)
    }
}

extension CoveragePoint {
    /// Whether the point shows in a part of the drawing.
    fileprivate func isDrawn(in part: DrawnPart) -> Bool {
        switch (part, kind) {
        case (.node(let id), .node(let own)), (.node(let id), .silence(let own, _)),
            (.node(let id), .wrongAnswer(let own, _)):
            id == own
        case (.way(let id, let label), .edge(let own, let ownLabel)): id == own && label == ownLabel
        case (.optOut, .optOut), (.operator, .operator), (.universals, .repetition), (.universals, .help): true
        default: false
        }
    }
}

import BotGraph
import BotLint
import Foundation

/// The outcome as text, for people.
enum ReplayText {
    static func print(_ cases: [ReplayCase], isColoured: Bool, showsPassed: Bool) -> String {
        var lines: [String] = []
        for item in cases {
            if item.status == .passed, !showsPassed { continue }
            let title = item.title.map { " (\($0))" } ?? ""
            lines.append("\(paint(item.status, isColoured))  \((item.path + title).visible)")
            for line in item.failures.prefix(3).flatMap(\.lines) {
                // What a recording has comes from outside: it neither moves a terminal's cursor nor passes for a line of ours.
                for part in line.split(separator: "\n") {
                    lines.append("    " + colour(String(part).visible, isColoured))
                }
            }
            if item.failures.count > 3 { lines.append("    and \(item.failures.count - 3) more after that") }
        }
        return lines.joined(separator: "\n")
    }

    private static func paint(_ status: ReplayCase.Status, _ isColoured: Bool) -> String {
        guard isColoured else { return status.rawValue }
        let code =
            switch status {
            case .passed: "32"
            case .failed: "1;31"
            case .updated: "33"
            }
        return "\u{1B}[\(code)m\(status.rawValue)\u{1B}[0m"
    }

    private static func colour(_ line: String, _ isColoured: Bool) -> String {
        guard isColoured else { return line }
        if line.hasPrefix("  - ") { return "\u{1B}[31m\(line)\u{1B}[0m" }
        if line.hasPrefix("  + ") { return "\u{1B}[32m\(line)\u{1B}[0m" }
        return line
    }
}

/// The outcome as JSON, for programs.
enum ReplayJSON {
    private struct Report: Encodable {
        let passed: Int
        let failed: Int
        let updated: Int
        let cases: [Case]
    }

    private struct Case: Encodable {
        let path: String
        let kind: String
        let bot: String
        let title: String?
        let status: String
        let partsAt: String?
        let failures: [Failure]

        enum CodingKeys: String, CodingKey {
            case path, kind, bot, title, status, failures
            case partsAt = "parts_at"
        }
    }

    private struct Failure: Encodable {
        let line: Int
        let message: String
        let details: [String]
    }

    static func print(_ cases: [ReplayCase]) throws -> String {
        let report = Report(
            passed: cases.count { $0.status != .failed },
            failed: cases.count { $0.status == .failed },
            updated: cases.count { $0.status == .updated },
            cases: cases.map { item in
                Case(
                    path: item.path,
                    kind: item.kind.rawValue,
                    bot: item.bot.text,
                    title: item.title,
                    status: item.status.rawValue,
                    partsAt: item.partsAt?.text,
                    failures: item.failures.map {
                        Failure(line: $0.line, message: $0.message, details: Array($0.lines.dropFirst()))
                    }
                )
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}

/// The outcome as a JUnit report: a suite a bot, a case a file.
enum ReplayJUnit {
    static func print(_ cases: [ReplayCase]) -> String {
        let byBot = Dictionary(grouping: cases, by: \.bot)
        let suites = byBot.keys.sorted().map { bot in
            JUnitDocument.Suite(
                name: bot.text,
                cases: (byBot[bot] ?? []).map { JUnitDocument.Case(name: $0.path, outcome: outcome(of: $0)) }
            )
        }
        return JUnitDocument(name: "touchtone replay", suites: suites).text
    }

    private static func outcome(of item: ReplayCase) -> JUnitDocument.Case.Outcome {
        let text = item.failures.flatMap(\.lines).joined(separator: "\n")
        switch item.status {
        case .passed: return .passed
        case .updated: return .noted(text: "rewritten:\n\(text)")
        case .failed:
            return .failed(message: item.failures.first?.message ?? "", type: item.kind.rawValue, text: text)
        }
    }
}

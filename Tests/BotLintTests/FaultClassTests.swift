import BotGraph
import BotLint
import Foundation
import Testing

/// The table of other tools' fault classes.
struct FaultClassTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/touchtone/Documentation.docc/FaultClasses.md")

    @Test func `every finding that the table of fault classes names is one there is`() throws {
        let text = try String(contentsOf: FaultClassTests.page, encoding: .utf8)
        let known = Set(LintRules.all.map(\.id) + LoaderCheck.allCases.map(\.rawValue))
        let named = Set(text.matches(of: /`([a-z]+(?:-[a-z]+)+)`/).map { String($0.output.1) })
        #expect(named.count > 30)
        #expect(named.subtracting(known) == [])
    }

    @Test func `every row of the table has a rule or a reason`() throws {
        let rows = try String(contentsOf: FaultClassTests.page, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| fault") }
        #expect(rows.count > 40)
        for row in rows {
            let answer = row.split(separator: "|").last.map(String.init) ?? ""
            let isReason = answer.split(separator: " ").count > 4
            #expect(answer.contains("`") || answer.contains("none") || isReason, "\(row)")
        }
    }
}

import BotGraph
import BotLint
import Foundation
import Testing

/// One example of a rule, for a test of its own.
struct RuleExample: CustomTestStringConvertible {
    let rule: any LintRule
    let number: Int
    let marked: String

    var testDescription: String { "\(rule.id) \(number)" }

    static let passing = LintRules.all.flatMap { rule in
        rule.examples.passing.enumerated().map { RuleExample(rule: rule, number: $0 + 1, marked: $1) }
    }
    static let failing = LintRules.all.flatMap { rule in
        rule.examples.failing.enumerated().map { RuleExample(rule: rule, number: $0 + 1, marked: $1) }
    }
    /// What stands before an example: nothing, or what an index of bytes would count wrongly.
    static let prefixes = ["", "# 🦷 año 日本語 e\u{301}\n"]
}

struct RuleExampleTests {
    @Test(arguments: RuleExample.passing, RuleExample.prefixes)
    func `no rule finds anything in a passing example`(example: RuleExample, prefix: String) throws {
        let source = MarkedSource(prefix + example.marked)
        let result = source.load()
        #expect(result.diagnostics == [], "\(result.diagnostics)")
        let bot = try #require(result.bot)
        #expect(source.places == [])
        let linter = Linter(provider: example.rule.examples.provider)
        #expect(linter.lint(bot, source: result.source) == [])
    }

    @Test(arguments: RuleExample.failing, RuleExample.prefixes)
    func `a rule finds its mistake in a failing example exactly at the mark`(
        example: RuleExample,
        prefix: String
    ) throws {
        let source = MarkedSource(prefix + example.marked)
        let result = source.load()
        let bot = try #require(result.bot, "\(result.diagnostics)")
        let examples = example.rule.examples
        let findings = Linter(provider: examples.provider)
            .lint(bot, source: result.source, recordings: examples.recordings)
            .filter { $0.id == example.rule.id }
        #expect(!source.places.isEmpty)
        #expect(findings.map(\.location) == source.places, "\(findings)")
    }

    @Test func `ids are unique and in kebab case`() {
        let ids = LintRules.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids == ids.sorted())
        for id in ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(id)") }
    }

    @Test func `no rule has the id of a finding of the loader`() {
        #expect(Set(LintRules.all.map(\.id)).isDisjoint(with: LoaderCheck.allCases.map(\.rawValue)))
    }

    @Test(arguments: LintFamily.allCases)
    func `the files of a family's folder are its registered rules`(family: LintFamily) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/BotLint/Rules/\(family.rawValue.capitalized)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(!files.isEmpty)
        let registered = LintRules.all.filter { $0.family == family }.map { "\(type(of: $0)).swift" }
        #expect(files.sorted() == registered.sorted())
    }

    @Test(arguments: LintRules.all.indices)
    func `a rule has a page: a summary, an explanation, examples of both kinds`(index: Int) {
        let rule = LintRules.all[index]
        #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."))
        #expect(rule.explanation.hasSuffix("."))
        #expect(!rule.examples.passing.isEmpty)
        #expect(!rule.examples.failing.isEmpty)
        #expect(LintRules.named(rule.id)?.id == rule.id)
    }
}

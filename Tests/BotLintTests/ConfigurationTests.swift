import BotGraph
import BotLint
import Compliance
import Testing

struct ConfigurationTests {
    private static let names = RuleNames(rules: ["dead-end", "silent-loop"], checks: ["unknown-key"])

    private static func read(_ text: String) -> (configuration: LintConfiguration, findings: [String]) {
        let read = LintConfiguration.read(text, path: "c.yaml", names: names)
        return (read.configuration, read.findings.map(\.description))
    }

    @Test func `severities, paths, exclusions, provider and strictness are read`() {
        let (configuration, findings) = ConfigurationTests.read(
            """
            provider: telnyx
            strict: true
            rules: {dead-end: note, suppression-unused: off}
            paths:
              - match: "bots/legacy/**"
                rules: {dead-end: off}
              - match: [bots/legacy/new.yaml, "*.yaml"]
                rules: {dead-end: error}
            exclude: bots/drafts
            """
        )
        #expect(findings == [])
        #expect(configuration.provider == .telnyx)
        #expect(configuration.isStrict)
        #expect(configuration.levels(for: "bots/a.yaml") == ["dead-end": .note, "suppression-unused": .off])
        #expect(configuration.levels(for: nil)["dead-end"] == .note)
        #expect(configuration.levels(for: "bots/legacy/a/bot.yaml")["dead-end"] == .off)
        #expect(configuration.levels(for: "bots/legacy/new.yaml")["dead-end"] == .error)
        #expect(configuration.excludes("bots/drafts/a.yaml"))
        #expect(!configuration.excludes("bots/a.yaml"))
        #expect(!configuration.excludes(nil))
    }

    @Test(arguments: ["", "# nothing yet\n", "rules: {}\n"])
    func `a configuration may say nothing`(text: String) {
        let read = ConfigurationTests.read(text)
        #expect(read.configuration == .none)
        #expect(read.findings == [])
    }

    @Test(arguments: [
        (
            "ruls: {}",
            "c.yaml:1:1: error: [configuration] unknown key 'ruls'; did you mean 'rules'? expected one of: exclude"
        ),
        (
            "rules:\n  dead-edn: off",
            "c.yaml:2:3: error: [configuration] there is no rule 'dead-edn'; did you mean 'dead-end'?"
        ),
        (
            "rules: {dead-end: of}",
            "c.yaml:1:19: error: [configuration] 'dead-end' is 'of'; did you mean 'off'? expected one of: off, note, warning, error"
        ),
        ("rules: {unknown-key: off}", "c.yaml:1:9: error: [configuration] 'unknown-key' is always an error"),
        ("rules: [dead-end]", "c.yaml:1:8: error: [configuration] 'rules' is a map of rules to severities, not a list"),
        (
            "rules: {dead-end: 1}",
            "c.yaml:1:19: error: [configuration] 'dead-end' is one of off, note, warning, error, not the number 1"
        ),
        ("provider: telnix", "'provider' is 'telnix'; did you mean 'telnyx'?"),
        ("strict: often", "c.yaml:1:9: error: [configuration] 'strict' is true or false, not the text 'often'"),
        ("paths: {match: a}", "c.yaml:1:8: error: [configuration] 'paths' is a list, not a map"),
        ("paths:\n  - match: a", "c.yaml:2:5: error: [configuration] this item of 'paths' has no 'rules'"),
        (
            "paths:\n  - {match: /a, rules: {}}",
            "c.yaml:2:13: error: [configuration] '/a' is no path below this file's folder"
        ),
        ("exclude: [5]", "c.yaml:1:11: error: [configuration] 'exclude' is a path such as"),
        ("exclude: [../a]", "'../a' is no path below"),
        ("- a", "c.yaml:1:1: error: [configuration] a lint configuration is a map"),
        (
            "strict: true\nstrict: false",
            "c.yaml:2:1: error: [configuration] the key 'strict' stands twice, first in line 1"
        ),
        ("rules: {", "c.yaml:"),
    ])
    func `what is wrong is told at its place`(text: String, message: String) {
        let findings = ConfigurationTests.read(text).findings
        #expect(findings.contains { $0.contains(message) }, "\(findings)")
    }

    @Test func `all mistakes are told at once`() {
        #expect(ConfigurationTests.read("a: 1\nstrict: 2\nrules: {x: off}\n").findings.count == 3)
    }

    @Test(arguments: [
        ("bots/a.yaml", "bots/a.yaml", true), ("bots/a.yaml", "bots/b.yaml", false), ("bots", "bots/a/bot.yaml", true),
        ("bots/", "bots/a.yaml", true), ("bots", "bots2/a.yaml", false), ("bots/*.yaml", "bots/a.yaml", true),
        ("bots/*.yaml", "bots/a/bot.yaml", false), ("bots/**/bot.yaml", "bots/bot.yaml", true),
        ("bots/**/bot.yaml", "bots/a/b/bot.yaml", true), ("bots/**/bot.yaml", "bots/a/b/x.yaml", false),
        ("**", "a.yaml", true), ("**/legacy", "bots/legacy/a.yaml", true), ("*", "bots/a.yaml", true),
        ("bots/?.yaml", "bots/a.yaml", true), ("bots/?.yaml", "bots/ab.yaml", false), ("./bots", "bots/a.yaml", true),
        ("bots/*a*b*", "bots/xaxxb", true), ("bots/*a*b*", "bots/xbxxa", false), ("bots/año-*", "bots/año-1", true),
        ("bots/**/x", "bots/y", false), ("a/**", "a/b", true), ("a/**", "b/a", false),
        ("bots/legacy/**", "bots", false),
    ])
    func `a pattern fits a path, and all that is in a folder it fits`(pattern: String, path: String, fits: Bool) throws
    {
        #expect(try #require(PathPattern(pattern)).matches(path) == fits)
    }

    @Test(arguments: ["", "/", "/etc", "..", "a/../b", "a//b"])
    func `a pattern stays below the configuration's folder`(pattern: String) {
        #expect(PathPattern(pattern) == nil)
    }

    @Test func `a pattern full of stars is matched in no time`() throws {
        let stars = String(repeating: "*a", count: 100)
        let pattern = try #require(PathPattern(Array(repeating: "**/\(stars)", count: 4).joined(separator: "/")))
        let name = String(repeating: "a", count: 99)
        #expect(!pattern.matches(Array(repeating: name, count: 40).joined(separator: "/")))
    }
}

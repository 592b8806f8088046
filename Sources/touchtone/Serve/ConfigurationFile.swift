import ArgumentParser
import BotGraph
import Foundation
import Telephony

/// The file behind `serve --config`, in YAML.
///
/// ```yaml
/// public_url: https://ivr.example.com
/// listen: 0.0.0.0:8080
/// database: /var/lib/touchtone/touchtone.sqlite
/// bots: bots
/// prompts: prompts
/// log_level: info
/// numbers:
///   "+12065550199": front-desk
/// ```
///
/// Secrets are not among its keys: tokens come from the environment.
struct ConfigurationFile {
    var publicURL: String?
    var listen: String?
    var database: String?
    var bots: String?
    var prompts: String?
    var logLevel: String?
    var numbers: [PhoneNumber: BotName] = [:]

    private static let keys = ["bots", "database", "listen", "log_level", "numbers", "prompts", "public_url"]

    init() {}

    /// Reads the file; everything that is wrong with it is reported at once.
    init(path: String) throws {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw CommandFailure.impossible("Could not read the configuration '\(path)': \(error.localizedDescription)")
        }
        var findings: [Diagnostic] = []
        switch LocatedYAML.read(text, path: path) {
        case .failure(let failure): findings = [failure.diagnostic]
        case .success(nil): break
        case .success(.map(let entries, _)?): for entry in entries { read(entry, &findings) }
        case .success(let root?):
            findings = [ConfigurationFile.finding("a configuration is a map of keys, not \(root.kind)", root.location)]
        }
        guard findings.isEmpty else {
            throw CommandFailure(message: findings.sorted().map(\.description).joined(separator: "\n"), code: .init(3))
        }
    }

    private mutating func read(_ entry: LocatedYAML.Entry, _ findings: inout [Diagnostic]) {
        switch entry.key {
        case "public_url": publicURL = text(entry, &findings)
        case "listen": listen = text(entry, &findings)
        case "database": database = text(entry, &findings)
        case "bots": bots = text(entry, &findings)
        case "prompts": prompts = text(entry, &findings)
        case "log_level": logLevel = text(entry, &findings)
        case "numbers": readNumbers(entry.value, &findings)
        default:
            let hint = LocatedYAML.didYouMean(entry.key, among: ConfigurationFile.keys).map { "; \($0)" } ?? ""
            let known = ConfigurationFile.keys.joined(separator: ", ")
            findings.append(
                ConfigurationFile.finding("unknown key '\(entry.key)'\(hint) expected one of: \(known)", entry.location)
            )
        }
    }

    private func text(_ entry: LocatedYAML.Entry, _ findings: inout [Diagnostic]) -> String? {
        switch entry.value {
        case .text(let text, _): return text
        case .null, .boolean, .number, .list, .map:
            findings.append(
                ConfigurationFile.finding("'\(entry.key)' is a text, not \(entry.value.kind)", entry.value.location)
            )
            return nil
        }
    }

    private mutating func readNumbers(_ value: LocatedYAML, _ findings: inout [Diagnostic]) {
        guard case .map(let entries, _) = value else {
            findings.append(
                ConfigurationFile.finding(
                    "'numbers' is a map of telephone numbers to bots, not \(value.kind)",
                    value.location
                )
            )
            return
        }
        for entry in entries {
            guard let number = PhoneNumber(entry.key) else {
                findings.append(
                    ConfigurationFile.finding(
                        "a number is written in E.164 form and quoted, such as \"+12065550199\"",
                        entry.location
                    )
                )
                continue
            }
            guard let name = text(entry, &findings) else { continue }
            guard let bot = BotName(name) else {
                findings.append(ConfigurationFile.finding("'\(name)' is no name of a bot", entry.value.location))
                continue
            }
            if numbers[number] != nil {
                findings.append(ConfigurationFile.finding("this number stands twice under 'numbers'", entry.location))
            }
            numbers[number] = bot
        }
    }

    private static func finding(_ message: String, _ location: SourceLocation) -> Diagnostic {
        Diagnostic(id: "configuration", severity: .error, message: message, location: location)
    }
}

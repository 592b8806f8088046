import ArgumentParser
import BotGraph
import Foundation
import Logging
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
/// recordings:                      # calls are recorded, with what is personal masked
///   bots: [front-desk]             # or all
///   folder: recordings             # BOT/2026-11-26/CALL.jsonl, for touchtone replay
///   keep: {files: 10000, days: 90}
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
    var recordings: RecordingKeys?

    private static let keys = [
        "bots", "database", "listen", "log_level", "numbers", "prompts", "public_url", "recordings",
    ]

    init() {}

    /// Reads the file; everything that is wrong with it is reported at once.
    init(path: String) throws {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw CommandFailure.impossible("Could not read the configuration '\(path)': \(error.localizedDescription)")
        }
        var findings: [Diagnostic] = []
        switch LocatedYAML.read(text, path: path) {
        case .failure(let failure): findings = [ConfigurationFile.withoutNumbers(failure.diagnostic)]
        case .success(nil): break
        case .success(.map(let entries, _)?):
            var places: [String: SourceLocation] = [:]
            for entry in entries {
                if let first = places[entry.key] {
                    findings.append(
                        ConfigurationFile.finding(
                            "the key '\(entry.key)' stands twice, first in line \(first.line); keep one of the two",
                            entry.location
                        )
                    )
                } else {
                    places[entry.key] = entry.location
                    read(entry, &findings)
                }
            }
        case .success(let root?):
            findings = [ConfigurationFile.finding("a configuration is a map of keys, not \(root.kind)", root.location)]
        }
        guard findings.isEmpty else {
            throw CommandFailure(message: findings.sorted().map(\.description).joined(separator: "\n"), code: .init(3))
        }
    }

    private mutating func read(_ entry: LocatedYAML.Entry, _ findings: inout [Diagnostic]) {
        switch entry.key {
        case "public_url":
            publicURL = text(entry, &findings) { ServeSettings.complaint(aboutPublicURL: $0) }
        case "listen":
            listen = text(entry, &findings) { ListenAddress($0) == nil ? ListenAddress.complaint(about: $0) : nil }
        case "database": database = text(entry, &findings)
        case "bots": bots = text(entry, &findings)
        case "prompts": prompts = text(entry, &findings)
        case "log_level":
            logLevel = text(entry, &findings) { level in
                Logger.Level(rawValue: level) == nil ? ServeSettings.complaint(aboutLogLevel: level) : nil
            }
        case "numbers": readNumbers(entry.value, &findings)
        case "recordings":
            recordings = RecordingKeys(entry.value) { findings.append(ConfigurationFile.finding($0, $1)) }
        case let key where ConfigurationFile.isSecret(key):
            findings.append(
                ConfigurationFile.finding(
                    "'\(key)' is not read from a file: credentials come from the environment, "
                        + "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN; take it out of here",
                    entry.location
                )
            )
        default:
            let hint = LocatedYAML.didYouMean(entry.key, among: ConfigurationFile.keys).map { "; \($0)" } ?? ""
            let known = ConfigurationFile.keys.joined(separator: ", ")
            findings.append(
                ConfigurationFile.finding("unknown key '\(entry.key)'\(hint) expected one of: \(known)", entry.location)
            )
        }
    }

    /// Whether a key looks like one for a credential, however it is spelt.
    private static func isSecret(_ key: String) -> Bool {
        let key = key.lowercased()
        return ["token", "secret", "password", "account_sid", "accountsid", "api_key"].contains { key.contains($0) }
    }

    private func text(
        _ entry: LocatedYAML.Entry,
        _ findings: inout [Diagnostic],
        complaint: (String) -> String? = { _ in nil }
    ) -> String? {
        switch entry.value {
        case .text(let text, _):
            guard let complaint = complaint(text) else { return text }
            findings.append(ConfigurationFile.finding("\(entry.key): \(complaint)", entry.value.location))
            return nil
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
                        "a number is written in E.164 form and quoted, such as \"+12065550199\", "
                            + "not '\(ConfigurationFile.masked(String(entry.key.prefix(40))))'",
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
                findings.append(
                    ConfigurationFile.finding(
                        "the number \(number) stands twice under 'numbers'; keep one",
                        entry.location
                    )
                )
            }
            numbers[number] = bot
        }
    }

    /// The same finding; where it quotes a key, that may be a telephone number.
    private static func withoutNumbers(_ finding: Diagnostic) -> Diagnostic {
        guard finding.id == LoaderCheck.duplicateKey.rawValue else { return finding }
        return ConfigurationFile.finding(masked(finding.message), finding.location)
    }

    /// The text with its digits hidden but the last two: enough to find it, too little to call it.
    private static func masked(_ text: String) -> String {
        let last = Set(text.indices.filter { text[$0].isNumber }.suffix(2))
        return String(text.indices.map { text[$0].isNumber && !last.contains($0) ? "*" : text[$0] })
    }

    private static func finding(_ message: String, _ location: SourceLocation) -> Diagnostic {
        Diagnostic(id: "configuration", severity: .error, message: message, location: location)
    }
}

import BotGraph
import Compliance
import ComplianceFiles
import Foundation
import WebhookServer

/// Holds the schedules that bots name against those that are there.
struct ScheduleCheck {
    private let zones: ZoneDatabase
    private let gate: Gate
    private var catalogues: [String: ScheduleCatalogue] = [:]

    /// - Throws: When the data of zones or the rule tables cannot be read.
    init() throws {
        do {
            gate = try GateFiles.gate()
            zones = gate.zones
        } catch { throw CommandFailure.impossible("\(error)") }
    }

    /// The findings about the bots, each at the key `schedule` of its file.
    mutating func findings(in files: [InspectedBot]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for file in files {
            guard let loaded = file.file, let bot = loaded.result.bot, let key = bot.schedule else { continue }
            guard let reason = complaint(about: key, beside: file.path) else { continue }
            findings.append(
                Diagnostic(
                    id: BotFileCheck.unknownSchedule.rawValue,
                    severity: .warning,
                    message: "\(reason); with a schedule that is not there the bot never calls",
                    location: ScheduleCheck.place(in: loaded.text, path: file.path)
                )
            )
        }
        return findings
    }

    private mutating func complaint(about key: String, beside path: String) -> String? {
        guard let catalogue = catalogue(beside: path) else { return nil }
        do {
            _ = try catalogue.source(for: key)
            return nil
        } catch { return "\(error)".trimmingSuffix(".") }
    }

    /// The schedules in the folder beside the bots; nil where two of them are at odds, which is told already.
    private mutating func catalogue(beside path: String) -> ScheduleCatalogue? {
        let file = URL(fileURLWithPath: path)
        let own = file.deletingLastPathComponent()
        let bots = file.lastPathComponent == "bot.yaml" ? own.deletingLastPathComponent() : own
        let folder = bots.appendingPathComponent(ScheduleFiles.directoryName).path
        if let known = catalogues[folder] { return known }
        let reading = ScheduleFiles.load(directory: folder, zones: zones)
        let hours = gate
        let catalogue = try? ScheduleCatalogue(reading.schedules, zones: zones) { region, zone in
            hours.callingHours(region: region, zone: zone, kind: .automated)
        }
        catalogues[folder] = catalogue
        return catalogue
    }

    /// Where the file's own key `schedule` stands, or its beginning.
    private static func place(in text: String, path: String) -> SourceLocation {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        let line = lines.firstIndex { $0.hasPrefix("schedule:") }
        return SourceLocation(path: path, line: (line ?? 0) + 1, column: 1)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}

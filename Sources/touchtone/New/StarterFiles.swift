import BotGraph
import Compliance
import ComplianceFiles
import Foundation
import Telephony

/// Writes a starter bot into a folder of bots.
///
/// Nothing that is there is written over. What was begun is taken back when it cannot be finished.
struct StarterFiles {
    let folder: String
    /// What was written, in order.
    private(set) var written: [String] = []

    init(folder: String) {
        self.folder = folder
    }

    /// Writes the bot, its call scripts, and what it refers to where that is missing.
    mutating func write(_ bot: StarterBot) throws {
        do {
            let home = "\(folder)/\(bot.name)"
            try make(folder)
            // Fails where something of that name has come in the meantime.
            try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
            written.append(home)
            try make("\(home)/calls")
            for file in bot.files { try write(file.text, to: "\(home)/\(file.path)") }
            if bot.direction == .outbound { try writeSchedule() }
            try writeIfMissing(BotSchema.json, to: "\(folder)/bot.schema.json")
        } catch {
            for path in written.reversed() { try? FileManager.default.removeItem(atPath: path) }
            if let failure = error as? CommandFailure { throw failure }
            throw CommandFailure.impossible("Could not write '\(folder)/\(bot.name)': \(error.localizedDescription)")
        }
    }

    /// The schedule that the bot names, unless one of the folder's files has it.
    private mutating func writeSchedule() throws {
        let schedules = "\(folder)/\(ScheduleFiles.directoryName)"
        let path = "\(schedules)/\(StarterBot.schedule).yaml"
        guard !FileManager.default.fileExists(atPath: path), try !hasSchedule(in: schedules) else { return }
        try make(schedules)
        try write(StarterSchedule.text, to: path)
    }

    private func hasSchedule(in schedules: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: schedules) else { return false }
        let zones: ZoneDatabase
        do { zones = try ZoneFiles.load(names: ZoneFiles.names()) } catch {
            throw CommandFailure.impossible("\(error)")
        }
        return ScheduleFiles.load(directory: schedules, zones: zones).schedules
            .contains { $0.key.text == StarterBot.schedule }
    }

    private mutating func make(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        written.append(path)
    }

    private mutating func writeIfMissing(_ text: String, to path: String) throws {
        if !FileManager.default.fileExists(atPath: path) { try write(text, to: path) }
    }

    private mutating func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        written.append(path)
    }
}

/// The schedule that comes with an outbound starter bot.
enum StarterSchedule {
    static let text = """
        # When the business is there for whom it calls. The law's own hours hold beside it.
        schedules:
          \(StarterBot.schedule):
            description: Weekdays, without the days on which nobody works
            zone: America/New_York
            slots:
              - add: Weekdays
                from: "09:00"
                until: "18:00"
                repeat: weekly
                days: [monday, tuesday, wednesday, thursday, friday]
              - subtract: New Year's Day
                all_day: true
                repeat: yearly
                month: january
                day: 1
              - subtract: Christmas Day
                all_day: true
                repeat: yearly
                month: december
                day: 25

        """
}

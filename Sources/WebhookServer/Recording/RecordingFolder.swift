import BotGraph
import Compliance
import Foundation
import Telephony

/// The folder of recordings: `BOT/DAY/NAME.jsonl`, the oldest removed when there are too many.
struct RecordingFolder {
    private let folder: String
    private let files: Int
    private let days: Int?
    /// What is in the folder, the oldest first; nil until it was looked at.
    private var known: [String]?

    /// A file that is not ours is never removed, whatever its age.
    private static let ending = ".jsonl"

    init(_ settings: ServerConfiguration.Recordings) {
        folder = settings.folder
        files = max(1, settings.files)
        days = settings.days
    }

    /// Writes a file whole or not at all; one of the same name is replaced.
    mutating func write(_ contents: [UInt8], name: String, day: String, bot: BotName) throws(RecordingFolderError) {
        let place = "\(bot.text)/\(day)"
        let path = "\(folder)/\(place)/\(name)"
        let part = "\(folder)/\(place)/.\(name).part"
        let isThere = FileManager.default.fileExists(atPath: path)
        do {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(place)",
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch { throw RecordingFolderError(path: "\(folder)/\(place)", reason: error.localizedDescription) }
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: part, contents: Data(contents), attributes: attributes),
            rename(part, path) == 0
        else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: part)
            throw RecordingFolderError(path: path, reason: reason)
        }
        if !isThere { known?.append("\(place)/\(name)") }
    }

    /// Removes what is too old or too much.
    mutating func tidy(at instant: Instant) {
        var known = self.known ?? found()
        var removed = max(0, known.count - files)
        if let days, let first = RecordingFolder.day(of: instant)?.adding(days: -days) {
            while removed < known.count, let day = RecordingFolder.day(in: known[removed]), day < first { removed += 1 }
        }
        for path in known.prefix(removed) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(path)")
            // Only an empty folder goes.
            rmdir("\(folder)/\(path.split(separator: "/").dropLast().joined(separator: "/"))")
        }
        known.removeFirst(removed)
        self.known = known
    }

    /// The recordings that are there from before, the oldest first.
    private func found() -> [String] {
        let manager = FileManager.default
        let names = { (path: String) -> [String] in (try? manager.contentsOfDirectory(atPath: path)) ?? [] }
        var found: [(path: String, day: CivilDate, at: Date)] = []
        for bot in names(folder) where BotName(bot) != nil {
            for day in names("\(folder)/\(bot)") {
                guard let date = CivilDate(day) else { continue }
                for name in names("\(folder)/\(bot)/\(day)") where name.hasSuffix(RecordingFolder.ending) {
                    let path = "\(bot)/\(day)/\(name)"
                    let attributes = try? manager.attributesOfItem(atPath: "\(folder)/\(path)")
                    found.append((path, date, attributes?[.modificationDate] as? Date ?? .distantPast))
                }
            }
        }
        return found.sorted { ($0.day, $0.at, $0.path) < ($1.day, $1.at, $1.path) }.map(\.path)
    }

    private static func day(in path: String) -> CivilDate? {
        let parts = path.split(separator: "/")
        return parts.count == 3 ? CivilDate(String(parts[1])) : nil
    }

    private static func day(of instant: Instant) -> CivilDate? {
        CivilDate(String(instant.description.prefix(10)))
    }
}

/// Why a recording could not be written.
struct RecordingFolderError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "'\(path)' cannot be written: \(reason); make the folder writable, or name another" }
}

import BotGraph
import WebhookServer

/// What the configuration file says under `recordings`.
struct RecordingKeys {
    var folder = "recordings"
    var bots = ServerConfiguration.Recordings.Bots.all
    var files = 10_000
    var days: Int?

    private static let keys = ["bots", "folder", "keep"]
    private static let keepKeys = ["days", "files"]

    /// Reads the map, and tells what is wrong with it.
    init(_ value: LocatedYAML, _ note: (String, SourceLocation) -> Void) {
        guard case .map(let entries, _) = value else {
            note("'recordings' is a map with bots, folder and keep, not \(value.kind)", value.location)
            return
        }
        var seen: Set<String> = []
        for entry in entries {
            guard seen.insert(entry.key).inserted else {
                note("the key '\(entry.key)' stands twice under 'recordings'; keep one", entry.location)
                continue
            }
            switch (entry.key, entry.value) {
            case ("folder", .text(let text, _)) where !text.isEmpty: folder = text
            case ("folder", let other): note("'folder' is a text, not \(other.kind)", other.location)
            case ("bots", .text("all", _)): bots = .all
            case ("bots", .list(let items, _)): readBots(items, note)
            case ("bots", let other):
                note("'bots' is 'all' or a list of names, such as [front-desk], not \(other.kind)", other.location)
            case ("keep", .map(let keep, _)): for entry in keep { read(keep: entry, note) }
            case ("keep", let other): note("'keep' is a map with files and days, not \(other.kind)", other.location)
            default: RecordingKeys.unknown(entry, "recordings", RecordingKeys.keys, note)
            }
        }
        if !seen.contains("bots") {
            note("'bots' is missing under 'recordings': say whose calls are recorded, or 'all'", value.location)
        }
    }

    private mutating func readBots(_ items: [LocatedYAML], _ note: (String, SourceLocation) -> Void) {
        var names: Set<BotName> = []
        for item in items {
            guard case .text(let text, _) = item, let name = BotName(text) else {
                note("the list under 'bots' has names of bots, such as front-desk", item.location)
                continue
            }
            names.insert(name)
        }
        bots = .named(names)
    }

    private mutating func read(keep entry: LocatedYAML.Entry, _ note: (String, SourceLocation) -> Void) {
        guard RecordingKeys.keepKeys.contains(entry.key) else {
            return RecordingKeys.unknown(entry, "keep", RecordingKeys.keepKeys, note)
        }
        guard case .number(let number, _, _) = entry.value, let count = Int(exactly: number),
            (1...1_000_000).contains(count)
        else {
            return note("'\(entry.key)' is a whole number from 1 to 1000000", entry.value.location)
        }
        if entry.key == "files" { files = count } else { days = count }
    }

    private static func unknown(
        _ entry: LocatedYAML.Entry,
        _ place: String,
        _ keys: [String],
        _ note: (String, SourceLocation) -> Void
    ) {
        let hint = LocatedYAML.didYouMean(entry.key, among: keys).map { "; \($0)" } ?? ""
        note(
            "unknown key '\(entry.key)' under '\(place)'\(hint) expected one of: \(keys.joined(separator: ", "))",
            entry.location
        )
    }
}

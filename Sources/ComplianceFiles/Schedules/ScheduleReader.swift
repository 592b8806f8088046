import BotGraph
import Compliance

/// Reads the tree of a schedule file and notes all that is wrong in it.
struct ScheduleReader {
    let zones: ZoneDatabase
    private(set) var diagnostics: [Diagnostic] = []

    static let scheduleKeys = ["description", "zone", "slots"]

    init(zones: ZoneDatabase) {
        self.zones = zones
    }

    mutating func file(_ root: LocatedYAML) -> [ScheduleFile.Entry] {
        guard case .map(let entries, _) = root else {
            note("wrong-type", "a schedule file is a map with 'schedules', not \(root.kind)", at: root.location)
            return []
        }
        let fields = fields(entries, known: ["schedules"], of: "a schedule file")
        guard let schedules = fields["schedules"] else {
            note("missing-key", "the file has no 'schedules'", at: root.location)
            return []
        }
        guard case .map(let named, _) = schedules.value else {
            let kind = schedules.value.kind
            note("wrong-type", "'schedules' is a map of keys to schedules, not \(kind)", at: schedules.value.location)
            return []
        }
        if named.isEmpty { warn("empty-file", "'schedules' holds no schedule", at: schedules.location) }
        var places: [String: SourceLocation] = [:]
        return named.compactMap { entry in
            if let first = places[entry.key] {
                note(ScheduleReader.clash(entry.key, at: entry.location, first: first))
                return nil
            }
            places[entry.key] = entry.location
            return schedule(entry).map { ScheduleFile.Entry(schedule: $0, location: entry.location) }
        }
    }

    /// Two schedules of one key: neither could be told from the other.
    static func clash(_ key: String, at location: SourceLocation, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            id: "key-clash",
            severity: .error,
            message: "there is a schedule '\(key.shortened)' already; rename one",
            location: location,
            notes: [Diagnostic.Note("the other stands here", at: first)]
        )
    }

    /// A schedule, or nil when anything in it is wrong: half a schedule could be open when the whole is not.
    private mutating func schedule(_ entry: LocatedYAML.Entry) -> AvailabilitySchedule? {
        let errors = errorCount
        let key = key(entry)
        guard case .map(let entries, _) = entry.value else {
            note(
                "wrong-type",
                "a schedule is a map with 'zone' and 'slots', not \(entry.value.kind)",
                at: entry.value.location
            )
            return nil
        }
        let fields = fields(entries, known: ScheduleReader.scheduleKeys, of: "a schedule")
        let description = fields["description"].flatMap { text($0) } ?? entry.key
        var zone: ZoneID?
        if let field = fields["zone"] {
            zone = self.zone(field)
        } else {
            note("missing-key", "the schedule has no 'zone', such as America/New_York", at: entry.location)
        }
        var rows: [AvailabilitySchedule.Row] = []
        if let field = fields["slots"] {
            rows = slots(field, of: entry.key, zone: zone)
        } else {
            note("missing-key", "the schedule has no 'slots'", at: entry.location)
        }
        guard let key, let zone, errorCount == errors else { return nil }
        do {
            return try AvailabilitySchedule(key: key, description: description, zone: zone, rows: rows, zones: zones)
        } catch {
            note("bad-zone", error.description, at: entry.location)
            return nil
        }
    }

    private mutating func key(_ entry: LocatedYAML.Entry) -> ScheduleKey? {
        let text = entry.key
        guard !ScheduleKey.claimsCallingHours(text) else {
            note(
                "reserved-key",
                "'\(text.shortened)' cannot be taken: keys that begin with TCPA- are the calling hours of a region",
                at: entry.location
            )
            return nil
        }
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard isPlain, let key = try? ScheduleKey(text) else {
            note(
                "bad-key",
                "'\(text.shortened)' is no schedule's key; write up to \(ScheduleKey.longest) letters, digits, '-', '_' "
                    + "and '.'",
                at: entry.location
            )
            return nil
        }
        return key
    }

    private mutating func slots(
        _ field: LocatedYAML.Entry,
        of key: String,
        zone: ZoneID?
    ) -> [AvailabilitySchedule.Row] {
        guard case .list(let items, _) = field.value else {
            note(
                "wrong-type",
                "'slots' is a list, not \(field.value.kind); start each slot with '-'",
                at: field.value.location
            )
            return []
        }
        var rows: [AvailabilitySchedule.Row] = []
        var places: [SourceLocation] = []
        for (index, item) in items.enumerated() {
            guard let row = slot(item, id: TimeSlot.ID("\(key)#\(index + 1)"), zone: zone) else { continue }
            check(row, against: rows, places, at: item.location)
            rows.append(row)
            places.append(item.location)
        }
        if rows.count == items.count, !rows.contains(where: { $0.operation == .add }) {
            note("never-open", "the schedule adds no slot, so it is never open", at: field.location)
        }
        return rows
    }

    /// Notes rows that change nothing, or undo a whole row above them.
    private mutating func check(
        _ row: AvailabilitySchedule.Row,
        against rows: [AvailabilitySchedule.Row],
        _ places: [SourceLocation],
        at location: SourceLocation
    ) {
        if row.operation == .subtract, !rows.contains(where: { $0.operation == .add }) {
            warn("idle-slot", "nothing is added above this slot, so there is nothing to subtract from", at: location)
        }
        guard
            let index = rows.lastIndex(where: {
                $0.slot.hours == row.slot.hours && $0.slot.recurrence == row.slot.recurrence
                    && $0.slot.zone == row.slot.zone
            })
        else { return }
        let note = Diagnostic.Note("the other slot stands here", at: places[index])
        switch (rows[index].operation, row.operation) {
        case (.add, .subtract):
            warn("undone-slot", "this takes away all that a slot above it adds", at: location, notes: [note])
        case (.add, .add), (.subtract, .subtract):
            warn("repeated-slot", "a slot above it has the same hours and dates", at: location, notes: [note])
        case (.subtract, .add):
            // Opening again what the rows above closed is what the order is for.
            break
        }
    }
}

// MARK: - Findings

extension ScheduleReader {
    var errorCount: Int { diagnostics.count { $0.severity == .error } }

    mutating func note(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    mutating func note(_ id: String, _ message: String, at location: SourceLocation) {
        diagnostics.append(Diagnostic(id: id, severity: .error, message: message, location: location))
    }

    mutating func warn(_ id: String, _ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = []) {
        diagnostics.append(
            Diagnostic(id: id, severity: .warning, message: message, location: location, notes: notes)
        )
    }

    /// Notes a word that is none of a few, with the one that was probably meant, or all there are.
    mutating func unknown(_ id: String, _ what: String, _ word: String, known: [String], at location: SourceLocation) {
        let guess = LocatedYAML.didYouMean(word, among: known) ?? "write one of: \(known.joined(separator: ", "))"
        note(id, "\(what) '\(word.shortened)'; \(guess)", at: location)
    }

    /// The entries of a map by key; unknown keys and keys that stand twice are noted.
    mutating func fields(
        _ entries: [LocatedYAML.Entry],
        known: [String],
        of what: String
    ) -> [String: LocatedYAML.Entry] {
        var fields: [String: LocatedYAML.Entry] = [:]
        for entry in entries {
            guard known.contains(entry.key) else {
                unknown("unknown-key", "\(what) has no key", entry.key, known: known, at: entry.location)
                continue
            }
            if fields[entry.key] != nil { note("duplicate-key", "'\(entry.key)' stands twice", at: entry.location) }
            fields[entry.key] = entry
        }
        return fields
    }
}

extension String {
    /// A text from a file as a message may show it: short and on one line.
    var shortened: String {
        var short = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(80) {
            let category = scalar.properties.generalCategory
            short.append(category == .control || category == .format ? "?" : scalar)
        }
        return unicodeScalars.count > 80 ? "\(String(short))…" : String(short)
    }
}

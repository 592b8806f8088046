import BotGraph
import Compliance

extension ScheduleReader {
    static let weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Text that says something.
    mutating func text(_ field: LocatedYAML.Entry) -> String? {
        guard case .text(let text, _) = field.value, text.contains(where: { !$0.isWhitespace }) else {
            note(
                "wrong-type",
                "'\(field.key)' takes text that is not empty, not \(field.value.kind)",
                at: field.value.location
            )
            return nil
        }
        return text
    }

    /// What was written, whether YAML takes it for text or for a number.
    mutating func word(_ field: LocatedYAML.Entry) -> String? { word(field.value, for: field.key) }

    mutating func word(_ value: LocatedYAML, for key: String) -> String? {
        switch value {
        case .text(let text, _), .number(_, let text, _): return text
        case .null, .boolean, .list, .map:
            note("wrong-type", "'\(key)' takes one value, not \(value.kind)", at: value.location)
            return nil
        }
    }

    mutating func boolean(_ field: LocatedYAML.Entry) -> Bool? {
        if case .boolean(let value, _) = field.value { return value }
        note("wrong-type", "'\(field.key)' takes true or false, not \(field.value.kind)", at: field.value.location)
        return nil
    }

    mutating func whole(_ field: LocatedYAML.Entry) -> Int? {
        guard let word = word(field) else { return nil }
        if let number = Int(word) { return number }
        note("bad-number", "'\(field.key)' takes a whole number, not '\(word.shortened)'", at: field.value.location)
        return nil
    }

    mutating func zone(_ field: LocatedYAML.Entry) -> ZoneID? {
        guard let name = text(field) else { return nil }
        let zone = ZoneID(name)
        if zones[zone] != nil { return zone }
        // There are some six hundred names; those of the same continent, or without one, can be meant.
        let continent = name.split(separator: "/").first.map { $0.lowercased() } ?? ""
        let candidates = zones.zones.keys.map(\.text).filter { $0.lowercased().hasPrefix(continent.prefix(3)) }.sorted()
        let guess = LocatedYAML.didYouMean(name, among: candidates) ?? "write a name such as America/New_York"
        note(
            "bad-zone",
            "there is no time zone '\(name.shortened)' in the tz data \(zones.version); \(guess)",
            at: field.value.location
        )
        return nil
    }

    mutating func time(_ field: LocatedYAML.Entry) -> TimeOfDay? {
        guard let word = word(field) else { return nil }
        if let time = TimeOfDay(word) { return time }
        note(
            "bad-time",
            "'\(field.key)' takes a time of day such as \"08:00\" or \"24:00\", not '\(word.shortened)'",
            at: field.value.location
        )
        return nil
    }

    mutating func date(_ field: LocatedYAML.Entry) -> CivilDate? { date(field.value, for: field.key) }

    mutating func date(_ value: LocatedYAML, for key: String) -> CivilDate? {
        guard let word = word(value, for: key) else { return nil }
        if let date = CivilDate(word) { return date }
        note(
            "bad-date",
            "'\(key)' takes a date of the calendar such as 2026-11-25, not '\(word.shortened)'",
            at: value.location
        )
        return nil
    }

    /// The items of a list, or the one value that stands in its place.
    mutating func items(_ field: LocatedYAML.Entry) -> [LocatedYAML] {
        if case .list(let items, _) = field.value { return items }
        return [field.value]
    }

    mutating func weekdays(_ field: LocatedYAML.Entry) -> Set<Weekday> {
        var days: Set<Weekday> = []
        for item in items(field) {
            guard let word = word(item, for: field.key) else { continue }
            guard let day = ScheduleReader.weekday(word) else {
                unknown(
                    "unknown-day",
                    "there is no weekday",
                    word,
                    known: ScheduleReader.weekdayNames,
                    at: item.location
                )
                continue
            }
            if !days.insert(day).inserted { warn("repeated-day", "'\(word)' stands twice", at: item.location) }
        }
        return days
    }

    mutating func month(_ field: LocatedYAML.Entry) -> Int? {
        guard let word = word(field) else { return nil }
        if let number = Int(word) { return number }
        let name = word.lowercased()
        if let index = ScheduleReader.monthNames.firstIndex(where: { $0 == name || $0.prefix(3) == name }) {
            return index + 1
        }
        unknown(
            "unknown-month",
            "there is no month",
            word,
            known: ScheduleReader.monthNames,
            at: field.value.location
        )
        return nil
    }

    /// Reads `15`, `4th thursday`, `last monday`, `last day`.
    mutating func monthDay(_ field: LocatedYAML.Entry) -> MonthDay? {
        guard let word = word(field) else { return nil }
        if let number = Int(word) { return .day(number) }
        let parts = word.lowercased().split(separator: " ").map(String.init)
        if parts == ["last", "day"] { return .lastDay }
        let ordinals = ["1st", "2nd", "3rd", "4th", "5th"]
        if parts.count == 2, let day = ScheduleReader.weekday(parts[1]) {
            if parts[0] == "last" { return .last(day) }
            if let index = ordinals.firstIndex(of: parts[0]) { return .nth(index + 1, day) }
        }
        note(
            "bad-day",
            "'day' takes a number, '4th thursday', 'last monday' or 'last day', not '\(word.shortened)'",
            at: field.value.location
        )
        return nil
    }

    private static func weekday(_ word: String) -> Weekday? {
        let name = word.lowercased()
        return weekdayNames.firstIndex { $0 == name || $0.prefix(3) == name }.flatMap(Weekday.init(rawValue:))
    }
}

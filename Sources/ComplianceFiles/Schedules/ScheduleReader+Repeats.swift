import BotGraph
import Compliance

extension ScheduleReader {
    private enum Unit: String, CaseIterable {
        case day
        case week
        case month
        case year
    }

    private static let repeats = ["once", "daily", "weekly", "monthly", "yearly", "dates", "custom"]
    /// The keys that belong to the dates of a slot and not to its hours.
    private static let dateKeys = ["starts", "every", "days", "day", "month", "dates", "ends", "count"]

    mutating func recurrence(_ fields: [String: LocatedYAML.Entry], at location: SourceLocation) -> Recurrence? {
        let errors = errorCount
        var kind = "once"
        if let field = fields["repeat"] {
            guard let word = word(field) else { return nil }
            guard ScheduleReader.repeats.contains(word) else {
                unknown(
                    "unknown-repeat",
                    "a slot cannot repeat",
                    word,
                    known: ScheduleReader.repeats,
                    at: field.value.location
                )
                return nil
            }
            kind = word
        }
        var every = 1
        var unit: Unit?
        switch kind {
        case "daily": unit = .day
        case "weekly": unit = .week
        case "monthly": unit = .month
        case "yearly": unit = .year
        case "custom":
            guard let field = fields["every"] else {
                note(
                    "missing-key",
                    "the slot has no 'every', such as '2 weeks', as 'repeat: custom' must",
                    at: location
                )
                return nil
            }
            guard let read = interval(field) else { return nil }
            (every, unit) = read
        default: break
        }
        refuseKeys(fields, repeat: kind, unit: unit)
        let starts = fields["starts"].flatMap { date($0) }
        if ["once", "custom"].contains(kind) || fields["count"] != nil, fields["starts"] == nil {
            let reason = fields["count"] != nil ? "'count'" : "'repeat: \(kind)'"
            note(
                "missing-key",
                "the slot has no 'starts', the date on which it begins, as \(reason) must",
                at: location
            )
        }
        let pattern = pattern(kind, unit, every, fields, starts: starts, at: location)
        let end = end(fields)
        guard let pattern, let end, errorCount == errors else { return nil }
        return recurrence(pattern, starts: starts, end: end, fields, at: location)
    }

    private mutating func recurrence(
        _ pattern: Recurrence.Pattern,
        starts: CivilDate?,
        end: Recurrence.End,
        _ fields: [String: LocatedYAML.Entry],
        at location: SourceLocation
    ) -> Recurrence? {
        do {
            if case .dates(let dates) = pattern { return try Recurrence.dates(dates) }
            // A slot without a first date has always been; the year 1970 is long before any contact.
            guard let starts = starts ?? CivilDate(year: 1970, month: 1, day: 1) else { return nil }
            return try Recurrence(pattern, startsOn: starts, end: end)
        } catch {
            let field = error.fieldName.flatMap { fields[$0] }
            note("bad-repeat", error.description, at: field?.value.location ?? location)
            return nil
        }
    }

    /// Notes the keys that have no meaning with the way a slot repeats.
    private mutating func refuseKeys(_ fields: [String: LocatedYAML.Entry], repeat kind: String, unit: Unit?) {
        var allowed: Set<String> =
            switch kind {
            case "once": ["starts"]
            case "dates": ["dates"]
            case "custom": ["starts", "ends", "count", "every"]
            default: ["starts", "ends", "count"]
            }
        switch unit {
        case .week: allowed.insert("days")
        case .month: allowed.insert("day")
        case .year: allowed.formUnion(["month", "day"])
        case .day, nil: break
        }
        for key in ScheduleReader.dateKeys where !allowed.contains(key) {
            guard let field = fields[key] else { continue }
            note("idle-key", "'\(key)' has no meaning with 'repeat: \(kind)'", at: field.location)
        }
    }

    private mutating func pattern(
        _ kind: String,
        _ unit: Unit?,
        _ every: Int,
        _ fields: [String: LocatedYAML.Entry],
        starts: CivilDate?,
        at location: SourceLocation
    ) -> Recurrence.Pattern? {
        switch unit {
        case nil:
            return kind == "dates" ? dates(fields["dates"], at: location).map { .dates($0) } : .once
        case .day:
            return .days(every: every)
        case .week:
            let days = fields["days"].map { weekdays($0) } ?? starts.map { [$0.weekday] }
            return required(days, "days", kind, fields, at: location).map { .weeks(every: every, on: $0) }
        case .month:
            let day = fields["day"].map { monthDay($0) } ?? starts.map { .day($0.day) }
            return required(day, "day", kind, fields, at: location).map { .months(every: every, on: $0) }
        case .year:
            let month = fields["month"].map { self.month($0) } ?? starts?.month
            let day = fields["day"].map { monthDay($0) } ?? starts.map { .day($0.day) }
            guard let month = required(month, "month", kind, fields, at: location),
                let day = required(day, "day", kind, fields, at: location)
            else { return nil }
            return .years(every: every, month: month, on: day)
        }
    }

    /// Notes a value that is nowhere; one that is wrong has been noted.
    private mutating func required<Value>(
        _ value: Value?,
        _ key: String,
        _ kind: String,
        _ fields: [String: LocatedYAML.Entry],
        at location: SourceLocation
    ) -> Value? {
        if value == nil, fields[key] == nil, fields["starts"] == nil {
            note("missing-key", "the slot has neither '\(key)' nor 'starts', as 'repeat: \(kind)' must", at: location)
        }
        return value
    }

    private mutating func end(_ fields: [String: LocatedYAML.Entry]) -> Recurrence.End? {
        switch (fields["ends"], fields["count"]) {
        case (nil, nil):
            return .never
        case (let ends?, nil):
            return date(ends).map { .on($0) }
        case (nil, let count?):
            return whole(count).map { .after($0) }
        case (_?, let count?):
            note("two-keys", "a slot has 'ends' or 'count', not both", at: count.location)
            return nil
        }
    }

    private mutating func interval(_ field: LocatedYAML.Entry) -> (Int, Unit?)? {
        guard let word = word(field) else { return nil }
        let parts = word.split(separator: " ")
        if parts.count == 2, let count = Int(parts[0]), count > 0,
            let unit = Unit.allCases.first(where: { $0.rawValue == parts[1] || "\($0.rawValue)s" == parts[1] })
        {
            return (count, unit)
        }
        note(
            "bad-interval",
            "'every' takes a number of days, weeks, months or years, such as '2 weeks', not '\(word.shortened)'",
            at: field.value.location
        )
        return nil
    }

    private mutating func dates(_ field: LocatedYAML.Entry?, at location: SourceLocation) -> [CivilDate]? {
        guard let field else {
            note("missing-key", "the slot has no 'dates', as 'repeat: dates' must", at: location)
            return nil
        }
        let errors = errorCount
        var dates: Set<CivilDate> = []
        for item in items(field) {
            guard let date = date(item, for: "dates") else { continue }
            if !dates.insert(date).inserted { warn("repeated-date", "\(date) stands twice", at: item.location) }
        }
        return errorCount == errors ? dates.sorted() : nil
    }
}

package import BotGraph
package import Compliance

/// An operator's availability schedules in one file of `bots/schedules/`.
///
/// A file holds any number of schedules by their keys. Each has a zone and slots; each slot is added or taken away, from
/// top to bottom:
///
/// ```yaml
/// schedules:
///   office-hours:
///     description: When somebody is at the front desk.
///     zone: America/Los_Angeles
///     slots:
///       - add: Weekdays
///         from: "08:00"
///         until: "18:00"
///         repeat: weekly
///         days: [monday, tuesday, wednesday, thursday, friday]
///       - subtract: Thanksgiving
///         all_day: true
///         repeat: yearly
///         month: november
///         day: 4th thursday
/// ```
///
/// A slot's keys:
///
/// | key | value |
/// | --- | --- |
/// | `add` or `subtract` | the slot's description; exactly one of the two |
/// | `zone` | whose clock the hours are read from; the schedule's zone if it is left out |
/// | `from`, `until` | times of day in quotes; `until` may be `"24:00"` |
/// | `overnight` | `true` for a slot whose `until` is on the next day; it belongs to the date on which it begins |
/// | `all_day` | `true`, in place of `from` and `until` |
/// | `split` | `none` (if left out), `10 min`, `15 min`, `20 min`, `30 min` or `1 h` |
/// | `starts` | the first date; must be there for `once` and `custom` and with `count`; otherwise the slot has always been |
/// | `repeat` | `once` (if left out), `daily`, `weekly`, `monthly`, `yearly`, `dates` or `custom` |
/// | `every` | with `custom`: `2 days`, `2 weeks`, `3 months`, `4 years` |
/// | `days` | with weeks: the weekdays; that of `starts` if left out |
/// | `day` | with months and years: `15`, `4th thursday`, `last monday` or `last day`; that of `starts` if left out |
/// | `month` | with years: a name or a number; that of `starts` if left out |
/// | `dates` | with `dates`: a list of dates |
/// | `ends` | the last date on which the slot may occur |
/// | `count` | how often the slot occurs, in place of `ends` |
/// | `capacity` | appointments in each block: `unlimited` (if left out) or a number |
///
/// Months without the day, such as February for the 30th, are passed over. Weeks begin on Sunday. What the rows mean
/// together is said at ``AvailabilitySchedule``. Keys that begin with `TCPA-` are calling hours and cannot be taken.
package struct ScheduleFile: Sendable {
    /// A schedule and where its key stands.
    package struct Entry: Sendable {
        package let schedule: AvailabilitySchedule
        package let location: SourceLocation
    }

    /// The schedules without an error.
    package let entries: [Entry]
    package let diagnostics: [Diagnostic]

    /// Reads a file's text; a schedule with an error is left out, the others are read.
    package static func read(_ text: String, path: String, zones: ZoneDatabase) -> ScheduleFile {
        var reader = ScheduleReader(zones: zones)
        var entries: [Entry] = []
        switch LocatedYAML.read(text, path: path) {
        case .failure(let failure):
            reader.note(failure.diagnostic)
        case .success(nil):
            let start = SourceLocation(path: path, line: 1, column: 1)
            reader.note("empty-file", "the file is empty; it has at least 'schedules'", at: start)
        case .success(let root?):
            entries = reader.file(root)
        }
        return ScheduleFile(entries: entries, diagnostics: reader.diagnostics.sorted())
    }
}

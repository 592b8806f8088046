import BotGraph
import Compliance

/// The windows of an operator's file.
extension OperatorReading {
    mutating func window(_ item: LocatedYAML) -> OperatorRules.Window? {
        let before = findings.count
        let map = fields(
            item,
            "a window",
            required: ["regions", "weekdays", "saturday", "sunday", "why"],
            optional: ["kinds", "mode", "holidays", "cap", "from", "until"]
        )
        guard let map else { return nil }
        let places = map["regions"].flatMap { self.places($0) } ?? []
        let kinds = map["kinds"].map { words($0, "kinds", ContactKind.allCases) } ?? ContactKind.allCases
        let mode = map["mode"].flatMap { word($0, "mode", OperatorRules.Window.Mode.allCases) } ?? .also
        let hours = WeekWindows(
            weekdays: map["weekdays"].flatMap { dailyWindow($0, "weekdays") },
            saturday: map["saturday"].flatMap { dailyWindow($0, "saturday") },
            sunday: map["sunday"].flatMap { dailyWindow($0, "sunday") }
        )
        var window = OperatorRules.Window(
            places: places,
            kinds: Set(kinds),
            mode: mode,
            windows: hours,
            why: map["why"].flatMap { line($0, "why") } ?? ""
        )
        window.holidays = items(map["holidays"], "holidays").compactMap { holidayList($0) }
        if let value = map["cap"], let text = line(value, "cap") {
            if let cap = Cap(table: text) {
                window.caps = [cap]
            } else {
                report("the cap '\(text)' is not like '2/24h' or '3/24h same subject'", value.location)
            }
        }
        window.from = map["from"].flatMap { date($0, "from") }
        window.until = map["until"].flatMap { date($0, "until") }
        if let from = window.from, let until = window.until, until <= from, let value = map["until"] {
            report("the window ends on \(until), not after its start on \(from)", value.location)
        }
        return findings.count == before ? window : nil
    }

    /// `09:00-18:00`, or `barred`, which is nil without a finding.
    private mutating func dailyWindow(_ value: LocatedYAML, _ name: String) -> DailyWindow? {
        if case .text("barred", _) = value { return nil }
        guard case .text(let text, let location) = value else {
            report("'\(name)' is a window such as 09:00-18:00, or barred, not \(value.kind)", value.location)
            return nil
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let from = TimeOfDay(ends[0]), let to = TimeOfDay(ends[1]) else {
            report("'\(name)' is a window such as 09:00-18:00, or barred, not \(value.kind)", location)
            return nil
        }
        guard let window = DailyWindow(from: from, to: to) else {
            report("'\(name)' ends at \(to), not after its start at \(from)", location)
            return nil
        }
        return window
    }

    private mutating func holidayList(_ value: LocatedYAML) -> HolidayList? {
        guard let name = line(value, "a holiday list") else { return nil }
        if let list = HolidayList.named(name) { return list }
        report("unknown holiday list '\(name)'" + choice(name, HolidayList.all.map(\.name)), value.location)
        return nil
    }
}

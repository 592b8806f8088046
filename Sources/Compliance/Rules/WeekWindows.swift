/// The hours of a day in which contact is allowed: from the start, up to but not including the end.
package struct DailyWindow: Hashable, Sendable {
    package let start: TimeOfDay
    package let end: TimeOfDay

    /// Nil unless the end is after the start; no window of the law runs over midnight.
    package init?(from start: TimeOfDay, to end: TimeOfDay) {
        guard start < end else { return nil }
        self.start = start
        self.end = end
    }

    /// What both windows allow; nil where that is nothing.
    package func intersection(_ other: DailyWindow) -> DailyWindow? {
        DailyWindow(from: max(start, other.start), to: min(end, other.end))
    }
}

extension DailyWindow: CustomStringConvertible {
    package var description: String { "\(start)-\(end)" }
}

/// One window, or none, for each day of the week.
package struct WeekWindows: Hashable, Sendable {
    /// By the weekday's raw value; always seven.
    private let windows: [DailyWindow?]

    /// Takes what a day of the week has; nil bars it.
    package init(_ window: (Weekday) -> DailyWindow?) {
        windows = Weekday.allCases.map(window)
    }

    package init(weekdays: DailyWindow?, saturday: DailyWindow?, sunday: DailyWindow?) {
        self.init { day in
            switch day {
            case .monday, .tuesday, .wednesday, .thursday, .friday: weekdays
            case .saturday: saturday
            case .sunday: sunday
            }
        }
    }

    package subscript(day: Weekday) -> DailyWindow? { windows[day.rawValue] }

    /// Whether no day has a window.
    package var neverOpens: Bool { windows.allSatisfy { $0 == nil } }

    /// What both weeks allow.
    package func intersection(_ other: WeekWindows) -> WeekWindows {
        WeekWindows { day in self[day].flatMap { window in other[day].flatMap(window.intersection) } }
    }
}

extension WeekWindows: CustomStringConvertible {
    /// Such as `Mon-Fri 09:00-18:00, Sat 10:00-17:00, no Sun`, from Monday on, equal neighbours together.
    package var description: String {
        if neverOpens { return "never" }
        let week: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
        if let window = self[.monday], week.allSatisfy({ self[$0] == window }) { return "every day \(window)" }
        var runs: [(first: Weekday, last: Weekday)] = []
        for day in week {
            if let run = runs.last, self[run.last] == self[day] {
                runs[runs.count - 1].last = day
            } else {
                runs.append((day, day))
            }
        }
        return runs.map { run in
            let days = run.first == run.last ? run.first.short : "\(run.first.short)-\(run.last.short)"
            return self[run.first].map { "\(days) \($0)" } ?? "no \(days)"
        }
        .joined(separator: ", ")
    }
}

extension Weekday {
    /// The name in English in three letters.
    var short: String {
        switch self {
        case .sunday: "Sun"
        case .monday: "Mon"
        case .tuesday: "Tue"
        case .wednesday: "Wed"
        case .thursday: "Thu"
        case .friday: "Fri"
        case .saturday: "Sat"
        }
    }

    /// The name in English.
    var long: String {
        switch self {
        case .sunday: "Sunday"
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        }
    }
}

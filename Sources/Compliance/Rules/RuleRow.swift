/// Where a rule holds.
package enum RulePlace: Hashable, Sendable {
    case region(Region)
    /// Every state, district and territory of the United States.
    case unitedStates
    /// Every province of Canada.
    case canada
    /// Wherever the person may be when it is not known.
    case unknown
}

extension RulePlace: CustomStringConvertible {
    package var description: String {
        switch self {
        case .region(let region): region.description
        case .unitedStates: "US"
        case .canada: "Canada"
        case .unknown: "unknown place"
        }
    }

    /// Whether a rule with this place holds in a region.
    package func covers(_ region: Region) -> Bool {
        switch self {
        case .region(let own): own == region
        case .unitedStates: region.country == .unitedStates
        case .canada: region.country == .canada
        case .unknown: false
        }
    }
}

/// How sure a row is: `high` when the rule's text was read, `low` when only vendors' tables say so.
package enum Confidence: String, Hashable, Sendable, Codable, CaseIterable {
    case high
    case medium
    case low
}

/// A switch that bars all solicitation in a region while an emergency lasts; the operator's file throws it.
package struct EmergencySwitch: Hashable, Sendable {
    /// Such as `LA-psc-emergency`.
    package let name: String
    package let citation: String

    package init(name: String, citation: String) {
        self.name = name
        self.citation = citation
    }
}

/// A stretch of dates on which nobody may be contacted: an emergency, or a holiday of the operator's own.
package struct Closure: Hashable, Sendable {
    package let name: String
    package let from: CivilDate
    /// The last day; nil while there is no end in sight.
    package let through: CivilDate?
    package let citation: String

    package init(name: String, from: CivilDate, through: CivilDate?, citation: String) {
        self.name = name
        self.from = from
        self.through = through
        self.citation = citation
    }

    package func bars(_ date: CivilDate) -> Bool {
        guard from <= date else { return false }
        guard let through else { return true }
        return date <= through
    }
}

/// Whether a region's rule for calls reaches texts by its own words.
package enum TextReach: Hashable, Sendable {
    /// Only the federal rule holds for texts.
    case federal
    /// The region's rule names texts, from a date on where one is given.
    case own(from: CivilDate?)
    /// Sources differ, so it is taken to reach them.
    case contested
}

/// One rule of one place: when people there may be contacted, how often, and where that is written.
package struct RuleRow: Hashable, Sendable {
    /// The row's name in messages, such as `AL` or `AL automated`.
    package var id: String
    package var place: RulePlace
    package var kinds: Set<ContactKind>
    package var windows: WeekWindows
    package var holidays: [HolidayList] = []
    /// What is left of a day on a holiday; nil where a holiday is barred.
    package var holidayWindow: DailyWindow?
    package var closures: [Closure] = []
    package var caps: [Cap] = []
    package var texts: TextReach = .federal
    /// What else the law wants, such as a permit; shown and not checked.
    package var needs: String = ""
    package var citation: String
    package var confidence: Confidence
    /// The first local date on which the row holds; nil from ever.
    package var from: CivilDate?
    /// The first local date on which the row no longer holds; nil for ever.
    package var until: CivilDate?
    /// Seconds east of UTC of a clock that never changes, on which the windows must hold as well.
    ///
    /// Mississippi's statute says Central Standard Time all year.
    package var fixedOffset: Int?
    package var emergency: EmergencySwitch?
    /// Whether the row comes from the operator's own file.
    package var isOperators = false
    package var note: String = ""

    package func holds(on date: CivilDate) -> Bool {
        if let from, date < from { return false }
        if let until, date >= until { return false }
        return true
    }

    /// What a local date has: its window, or why it has none.
    package func hours(on date: CivilDate) -> DayHours {
        if let closure = closures.first(where: { $0.bars(date) }) { return .barred(.closure(closure)) }
        if windows.neverOpens { return .barred(.always) }
        let weekday = date.weekday
        guard let window = windows[weekday] else { return .barred(.weekday(weekday)) }
        for list in holidays {
            guard let name = list.holiday(on: date) else { continue }
            guard let holidayWindow, let rest = window.intersection(holidayWindow) else {
                return .barred(.holiday(name, list: list.name))
            }
            return .open(rest)
        }
        return .open(window)
    }
}

/// What one row says of one local date.
package enum DayHours: Hashable, Sendable {
    case open(DailyWindow)
    indirect case barred(DayBar)
}

/// Why a row has no window on a date.
package enum DayBar: Hashable, Sendable, CustomStringConvertible {
    case always
    case weekday(Weekday)
    case holiday(String, list: String)
    case closure(Closure)

    package var description: String {
        switch self {
        case .always: "contact of this kind is barred"
        case .weekday(let weekday): "no contact on \(weekday.long)s"
        case .holiday(let name, let list): "\(name), a holiday of \(list)"
        case .closure(let closure): closure.name
        }
    }
}

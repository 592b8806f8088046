/// Why a time slot makes no sense.
package enum TimeSlotProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case emptyHours(TimeOfDay)
    case startsAtEndOfDay
    case splitTooLong(TimeSlot.Split)
    case badCapacity(Int)
    case badInterval(Int)
    case badCount(Int)
    case noWeekdays
    case noDates
    case noSuchDay(MonthDay)
    case noSuchMonth(Int)
    case endsBeforeStart(starts: CivilDate, ends: CivilDate)
    case neverOccurs

    package var description: String {
        switch self {
        case .emptyHours(let time):
            "the slot runs from \(time) until \(time), which is no time at all; for a whole day use 'all day'"
        case .startsAtEndOfDay:
            "the slot starts at 24:00, the end of its day; start it at 00:00 of the next day"
        case .splitTooLong(let split):
            "the slot is shorter than its parts of \(split.label)"
        case .badCapacity(let capacity):
            "a capacity of \(capacity) is none; write at least 1, or leave it unlimited"
        case .badInterval(let interval):
            "an interval of \(interval) is not within 1 to \(Recurrence.largestNumber)"
        case .badCount(let count):
            "a count of \(count) is not within 1 to \(Recurrence.largestNumber)"
        case .noWeekdays:
            "the slot repeats by weeks but on no weekday; name at least one"
        case .noDates:
            "the slot has no dates; name at least one"
        case .noSuchDay(let day):
            switch day {
            case .day(let number): "no month has a day \(number); write 1 to 31"
            case .nth(let count, _): "no month has a weekday \(count) times; write 1 to 5, or 'last'"
            case .last, .lastDay: "no month has such a day"
            }
        case .noSuchMonth(let month):
            "there is no month \(month); write 1 to 12"
        case .endsBeforeStart(let starts, let ends):
            "the slot ends on \(ends), before it starts on \(starts)"
        case .neverOccurs:
            "no date fits the slot's pattern"
        }
    }
}

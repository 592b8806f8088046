/// A simple pattern of blocks of time, once or repeating: one row of an availability schedule.
package struct TimeSlot: Hashable, Sendable {
    /// A slot's name among all slots.
    package struct ID: Hashable, Sendable, CustomStringConvertible {
        package let text: String

        package init(_ text: String) {
            self.text = text
        }

        package var description: String { text }
    }

    /// The part of a day that a slot covers, by its zone's clock.
    package enum Hours: Hashable, Sendable {
        case allDay
        /// From a time, inclusive, until another, exclusive; an `until` earlier than `from` is on the next day.
        ///
        /// A slot that passes midnight belongs to the date on which it begins.
        case between(from: TimeOfDay, until: TimeOfDay)

        package var passesMidnight: Bool {
            switch self {
            case .allDay: false
            case .between(let from, let until): until < from
            }
        }

        /// The seconds on a day on which the clock is not set.
        package var seconds: Int {
            switch self {
            case .allDay: 86_400
            case .between(let from, let until): until.seconds - from.seconds + (until < from ? 86_400 : 0)
            }
        }
    }

    /// The parts into which each block is cut for appointments.
    package enum Split: Int, Hashable, Sendable, CaseIterable {
        case none = 0
        case tenMinutes = 10
        case fifteenMinutes = 15
        case twentyMinutes = 20
        case thirtyMinutes = 30
        case oneHour = 60

        package var minutes: Int { rawValue }

        package var label: String {
            switch self {
            case .none: "none"
            case .oneHour: "1 h"
            case .tenMinutes, .fifteenMinutes, .twentyMinutes, .thirtyMinutes: "\(rawValue) min"
            }
        }
    }

    /// How many appointments each block takes.
    ///
    /// It says nothing about whether a person may be contacted.
    package enum Capacity: Hashable, Sendable {
        case unlimited
        case limited(Int)
    }

    package let id: ID
    package let description: String
    /// The zone whose clock the hours are read from.
    package let zone: ZoneID
    package let hours: Hours
    package let split: Split
    package let recurrence: Recurrence
    package let capacity: Capacity

    package init(
        id: ID,
        description: String,
        zone: ZoneID,
        hours: Hours,
        split: Split = .none,
        recurrence: Recurrence,
        capacity: Capacity = .unlimited
    ) throws(TimeSlotProblem) {
        if case .between(let from, let until) = hours {
            guard from != until else { throw .emptyHours(from) }
            guard from < .endOfDay else { throw .startsAtEndOfDay }
        }
        guard split.minutes * 60 <= hours.seconds else { throw .splitTooLong(split) }
        if case .limited(let count) = capacity, count < 1 { throw .badCapacity(count) }
        self.id = id
        self.description = description
        self.zone = zone
        self.hours = hours
        self.split = split
        self.recurrence = recurrence
        self.capacity = capacity
    }
}

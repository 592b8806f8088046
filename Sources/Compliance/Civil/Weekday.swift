/// A day of the week, Sunday first.
package enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case sunday
    case monday
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
}

/// A time of day in whole seconds, from 00:00:00 to 24:00:00, the end of the day.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    package let seconds: Int

    package init?(seconds: Int) {
        guard (0...86_400).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    package static let midnight = TimeOfDay(unchecked: 0)
    package static let endOfDay = TimeOfDay(unchecked: 86_400)

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }

    private init(unchecked seconds: Int) {
        self.seconds = seconds
    }
}

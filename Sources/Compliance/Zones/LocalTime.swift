/// What a clock on the wall shows in a zone at an instant.
package struct LocalTime: Hashable, Sendable {
    package let date: CivilDate
    /// Milliseconds since the day's 00:00 on the clock.
    package let milliseconds: Int
    /// Seconds east of UTC.
    package let offset: Int

    package init(date: CivilDate, milliseconds: Int, offset: Int) {
        self.date = date
        self.milliseconds = milliseconds
        self.offset = offset
    }
}

/// A time zone's name in the tz database, such as `America/New_York`.
package struct ZoneID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }
    package static func < (left: ZoneID, right: ZoneID) -> Bool { left.text < right.text }
}

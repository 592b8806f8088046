/// The provider's name for the account that a call belongs to.
///
/// As with calls, providers differ in its form, so any run of 1 to 128 printable ASCII characters without a space is taken.
package struct AccountID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 128, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return nil
        }
        self.text = text
    }

    package var description: String { text }
}

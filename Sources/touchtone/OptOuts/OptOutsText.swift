import Compliance
import Store
import Telephony

/// Entries as a person reads them.
struct OptOutsText {
    let showsNumbers: Bool

    func number(_ number: PhoneNumber) -> String { showsNumbers ? number.unmasked : "\(number)" }

    /// A request that holds, on one line.
    func request(_ entry: SuppressionEntry) -> String {
        let suppression = entry.suppression
        return [
            OptOutsText.padded(number(suppression.number), 16), "\(suppression.at)",
            OptOutsText.padded("\(suppression.scope)".visible, 8), OptOutsText.padded(suppression.means.rawValue, 8),
            "\(entry.recordedBy)".visible,
        ].joined(separator: "  ")
    }

    /// A line of the whole log.
    func change(_ entry: SuppressionEntry) -> String {
        OptOutsText.padded(entry.change.rawValue, 9) + "  " + request(entry)
    }

    /// A line of one number's log, with the words: whoever asks for one person's log asks for the evidence.
    func evidence(_ entry: SuppressionEntry) -> String {
        let suppression = entry.suppression
        var parts = [
            "\(suppression.at)", OptOutsText.padded(entry.change.rawValue, 9),
            OptOutsText.padded("\(suppression.scope)".visible, 8), suppression.means.rawValue,
            "by \(entry.recordedBy)".visible,
        ]
        if let bot = suppression.bot { parts.append("bot \(bot.visible)") }
        if let call = suppression.call { parts.append("call \(call)") }
        if !suppression.words.isEmpty { parts.append("\"\(suppression.words.visible)\"") }
        return parts.joined(separator: "  ")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

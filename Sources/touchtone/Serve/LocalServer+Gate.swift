import BotGraph
import Compliance
import Replay
import Store
import Telephony

extension LocalServer {
    /// What the compliance gate says of somebody at a moment, with this server's own suppression list.
    ///
    /// - Parameters:
    ///   - number: Whom it is about.
    ///   - kind: How they would be contacted.
    ///   - instant: When.
    ///   - gate: The rules.
    /// - Returns: The answer for this bot.
    func contactAnswer(
        _ number: PhoneNumber,
        _ kind: ContactKind,
        at instant: Instant,
        by gate: Gate
    ) async -> ContactAnswer {
        let channel: Channel =
            switch kind {
            case .live, .automated: .voice
            case .text: .sms
            }
        let purpose: ContactPurpose =
            switch bot.purpose {
            case .informational: .informational
            case .telemarketing: .telemarketing
            }
        let status: SuppressionStatus
        do {
            let found = try await store.suppression(of: number, channel: channel, bot: bot.name)
            status = found.map { .suppressed($0.suppression) } ?? .clear
        } catch { status = .unknown(reason: "\(error)") }
        let question = GateQuestion(contact: Contact(number: number), kind: kind, purpose: purpose)
        return ContactAnswer(gate.decide(question, at: instant, suppression: status))
    }
}

import Airscript
import BotGraph
import Telephony

extension CallSession {
    /// The built-in namespaces, in the platform's names: `session`, `call`, `channels` and `bot`.
    func namespaces(of bot: Bot) -> [(String, Value)] {
        let phone = Value.text(person.unmasked)
        let parameters = Record(self.parameters.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
        let start = Record([("phone", phone), ("call", .object(parameters))])
        let session = Record([
            ("id", .text(call.text)),
            ("language", .text(language.text)),
            ("optout", .boolean(optOut.isRequested)),
            ("start", .object(start)),
        ])
        let inbound = direction == .inbound
        let call = Record([
            ("id", .text(call.text)),
            ("direction", .text(direction.rawValue)),
            ("from", .text(inbound ? person.unmasked : ownNumber.unmasked)),
            ("to", .text(inbound ? ownNumber.unmasked : person.unmasked)),
        ])
        let voice = Record([("voice", .object(Record([("identifier", phone)])))])
        let about = Record([("name", .text(bot.name.text)), ("title", .text(bot.title))])
        return [
            ("session", .object(session)), ("call", .object(call)), ("channels", .object(voice)),
            ("bot", .object(about)),
        ]
    }
}

extension OptOutProgress {
    /// Whether the person asked to stop in this call and did not take it back.
    package var isRequested: Bool {
        switch self {
        case .pending, .pendingWithoutNumber, .confirmed: true
        case .none, .withdrawn: false
        }
    }
}

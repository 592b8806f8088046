import BotGraph
import CallEngine
import Store
import Telephony

/// Why an event could not be answered with its call's next document.
struct DriverFault: Error {
    enum Reason {
        case unknownCall(CallID)
        case lostVersion(BotName, BotVersion)
        case busy(CallID)
        case refused(CallRefusal)
        case store(StoreError)
        /// The server does not know its own address yet.
        case notListening
    }

    let reason: Reason
    /// Whose apology the caller is to hear, and in which language, where that is known.
    let speaker: (bot: Bot, language: LanguageTag)?

    init(_ reason: Reason) {
        self.init(reason, speaker: nil)
    }

    private init(_ reason: Reason, speaker: (bot: Bot, language: LanguageTag)?) {
        self.reason = reason
        self.speaker = speaker
    }

    /// The same fault, to be apologised for by a bot.
    func said(by bot: Bot, in language: LanguageTag) -> DriverFault {
        DriverFault(reason, speaker: (bot, language))
    }

    var failure: WebhookFailure {
        switch reason {
        case .unknownCall, .refused: .unknownCall
        case .lostVersion: .unknownBot
        case .busy, .store: .store
        case .notListening: .document
        }
    }
}

extension DriverFault: CustomStringConvertible {
    var description: String {
        switch reason {
        case .unknownCall(let call):
            "Nothing is known of call \(call). It started before this database, or another node took it."
        case .lostVersion(let bot, let version):
            "The call started with version \(version) of '\(bot)', whose source is no longer in the database."
        case .busy(let call): "Too many requests for call \(call) at one time."
        case .refused(let refusal): "The event does not fit the call: \(refusal)."
        case .store(let error): error.description
        case .notListening: "The server does not know its own address yet."
        }
    }
}

import Airscript
package import BotGraph
package import Telephony

extension CallMachine {
    /// What is said where no bot's own words can be had.
    package static let generalApology = "We are sorry, something went wrong. Please call again later. Goodbye."

    /// The bot's apology and the end of the call, without evaluating anything: what broke may be what an expression reads.
    ///
    /// An apology that cannot be had so gives way to ours.
    package static func apology(
        of bot: Bot,
        in language: LanguageTag,
        recordings: PromptCatalogue
    ) -> [CallEffect] {
        let general = Utterance(.text(generalApology), language: .americanEnglish)
        var effects: [CallEffect] = []
        for piece in bot.apology.pieces(in: language) {
            switch piece {
            case .text(let template, _):
                guard let text = template.constant else { return [.speak(general), .hangUp] }
                guard text.contains(where: { !$0.isWhitespace }) else { continue }
                effects.append(.speak(Utterance(.text(text), language: language, voice: bot.voices[language])))
            case .recording(let name, _):
                guard let recording = recordings[name, language] ?? recordings[name, bot.defaultLanguage] else {
                    return [.speak(general), .hangUp]
                }
                effects.append(.speak(Utterance(.recording(path: recording.path), language: language)))
            }
        }
        return effects + [.hangUp]
    }

    /// Takes back the document that the last event made, since it cannot be written, and apologises instead.
    ///
    /// Only the words are replaced: what the step decided stands, above all an opt-out.
    ///
    /// - Parameters:
    ///   - effects: What the last event led to.
    ///   - reason: Why the call ends, unless it had ended already.
    /// - Returns: The effects in their place.
    package mutating func apologise(insteadOf effects: [CallEffect], because reason: EndReason) -> [CallEffect] {
        guard var session else { return effects }
        var kept = CallMachine.apology(of: bot, in: session.language, recordings: recordings)
        kept += effects.filter(\.isKept)
        if session.endReason == nil {
            session.endReason = reason
            kept.append(.ended(reason))
        }
        session.state = .ending
        self.session = session
        return kept
    }
}

extension CallEffect {
    /// Whether the effect is kept with the step; the others are the document itself.
    package var isKept: Bool {
        switch self {
        case .speak, .listen, .forward, .hangUp: false
        case .suppress, .optOutUnlisted, .liftSuppression, .intentJudged, .ended, .faulted: true
        }
    }
}

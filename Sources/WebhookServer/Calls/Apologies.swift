import Airscript
import BotGraph
import CallEngine
import Telephony
import TwiML

/// What is said when something breaks inside: each ends the call.
struct Apologies: Sendable {
    let library: BotLibrary
    let address: LateAddress

    /// Where no bot is known that could say it.
    let general = TwiMLDocument.apologyBytes(Apologies.generalText, language: .americanEnglish)
    /// Where no bot is there to take the call.
    let notInService = TwiMLDocument.apologyBytes(
        "We are sorry, this number is not in service. Goodbye.",
        language: .americanEnglish
    )

    private static let generalText = "We are sorry, something went wrong. Please call again later. Goodbye."

    init(library: BotLibrary, address: LateAddress) {
        self.library = library
        self.address = address
    }

    /// The bot's own apology and the end of the call.
    func bytes(of bot: Bot, in language: LanguageTag) -> [UInt8] {
        guard let urls = address.value?.urls else { return general }
        do { return try TwiMLCompiler.bytes(for: effects(of: bot, in: language), urls: urls) } catch { return general }
    }

    /// The same as effects.
    ///
    /// Nothing is evaluated: what broke may be what an expression reads. An apology that cannot be had so gives way to ours.
    func effects(of bot: Bot, in language: LanguageTag) -> [CallEffect] {
        var effects: [CallEffect] = []
        let recordings = library.recordings
        for piece in bot.apology.pieces(in: language) {
            switch piece {
            case .text(let template, _):
                guard let text = template.constant else { return plainEffects(language: .americanEnglish) }
                guard text.contains(where: { !$0.isWhitespace }) else { continue }
                effects.append(.speak(Utterance(.text(text), language: language, voice: bot.voices[language])))
            case .recording(let name, _):
                guard let recording = recordings[name, language] ?? recordings[name, bot.defaultLanguage] else {
                    return plainEffects(language: .americanEnglish)
                }
                effects.append(.speak(Utterance(.recording(path: recording.path), language: language)))
            }
        }
        return effects + [.hangUp]
    }

    private func plainEffects(language: LanguageTag) -> [CallEffect] {
        [.speak(Utterance(.text(Apologies.generalText), language: language)), .hangUp]
    }
}

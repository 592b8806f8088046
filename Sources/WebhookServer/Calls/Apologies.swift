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
    let general = TwiMLDocument.apologyBytes(CallMachine.generalApology, language: .americanEnglish)
    /// Where no bot is there to take the call.
    let notInService = TwiMLDocument.apologyBytes(
        "We are sorry, this number is not in service. Goodbye.",
        language: .americanEnglish
    )

    init(library: BotLibrary, address: LateAddress) {
        self.library = library
        self.address = address
    }

    /// The bot's own apology and the end of the call.
    func bytes(of bot: Bot, in language: LanguageTag) -> [UInt8] {
        guard let urls = address.value?.urls else { return general }
        let effects = CallMachine.apology(of: bot, in: language, recordings: library.recordings)
        do { return try TwiMLCompiler.bytes(for: effects, urls: urls) } catch { return general }
    }
}

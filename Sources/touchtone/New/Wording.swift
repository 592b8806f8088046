import Telephony

/// A text of a starter bot in the languages that there are words for; `CALLER` stands for who is calling.
///
/// A prompt of several pieces has each on a line.
struct Wording: Sendable {
    let english: String
    let spanish: String

    init(_ english: String, _ spanish: String) {
        self.english = english
        self.spanish = spanish
    }

    /// The languages, without their regions.
    static let languages = ["en", "es"]

    func text(caller: String, language: LanguageTag) -> String {
        (language.base == "es" ? spanish : english).replacing("CALLER", with: caller)
    }
}

/// What starter bots of all kinds say.
extension Wording {
    static let goodbye = Wording("Goodbye.", "Adiós.")
    static let apology = Wording(
        "We are sorry, something went wrong. Please call again later. Goodbye.",
        "Lo sentimos, algo ha fallado. Por favor, llame más tarde. Adiós."
    )
    static let connecting = Wording(
        "One moment, I am connecting you.",
        "Un momento, le comunico."
    )
    static let nobody = Wording(
        "Nobody can take your call right now.",
        "Nadie puede atender su llamada en este momento."
    )
    static let again = Wording("say that again", "repítalo")
    static let person = Wording("a person", "una persona")
    static let yes = Wording("yes", "sí")
    static let no = Wording("no", "no")
}

import BotGraph
import Compliance
import Telephony

/// Words that tell a caller how to stop the calls: the declared phrase, the key to press, or a word to say.
///
/// ```
/// To stop these calls, press 9 or say stop.
/// Press 1 to confirm, or 9 to be left alone.
/// Para no recibir más llamadas, marque nueve.
/// ```
struct OptOutOffer {
    private let phrase: [String]
    private let keys: Set<String>
    private let own: [[String]]
    /// Whether the words for pressing and saying are known in the language; nothing is proven in others.
    let isKnownLanguage: Bool

    init(_ bot: Bot, language: LanguageTag) {
        phrase = bot.intent.map { PlacedWord.words(of: $0.optOut[language]).map(\.text) } ?? []
        keys = bot.optOut?.press.map { OptOutOffer.names(of: $0) } ?? []
        own = (bot.optOut?.say ?? []).map { PlacedWord.words(of: $0.text).map(\.text) }
        isKnownLanguage = OptOutOffer.languages.contains(language.base)
    }

    /// Where the sentence with the offer begins, in scalars of the text; nil when it offers nothing.
    func start(in text: String) -> Int? {
        let words = PlacedWord.words(of: text, keys: true)
        var first = 0
        while first < words.count {
            var end = first
            while end < words.count, words[end].sentence == words[first].sentence { end += 1 }
            if isOffer(Array(words[first..<end])) { return words[first].range.lowerBound }
            first = end
        }
        return nil
    }

    private func isOffer(_ sentence: [PlacedWord]) -> Bool {
        if PlacedWord.range(of: phrase, in: sentence) != nil { return true }
        if let press = sentence.firstIndex(where: { OptOutOffer.pressing.contains($0.text) }),
            sentence[press...].contains(where: { keys.contains($0.text) })
        {
            return true
        }
        guard let say = sentence.firstIndex(where: { OptOutOffer.saying.contains($0.text) }) else { return false }
        let rest = Array(sentence[(say + 1)...])
        return own.contains { PlacedWord.range(of: $0, in: rest) != nil }
            || rest.contains { OptOutWords.understand(words: [$0.text]) != .none }
    }

    /// Whether a sentence of a text names any key to press.
    static func namesKey(in text: String) -> Bool {
        let words = PlacedWord.words(of: text, keys: true)
        let names = Key.allCases.reduce(into: Set<String>()) { $0.formUnion(OptOutOffer.names(of: $1)) }
        return words.indices.contains { index in
            pressing.contains(words[index].text)
                && words[index...].dropFirst().prefix(3).contains {
                    $0.sentence == words[index].sentence && names.contains($0.text)
                }
        }
    }

    private static func names(of key: Key) -> Set<String> {
        let names: [Key: Set<String>] = [
            .zero: ["zero", "oh", "cero", "zéro"], .one: ["one", "uno", "un", "um", "eins"],
            .two: ["two", "dos", "deux", "dois", "zwei"], .three: ["three", "tres", "trois", "três", "drei"],
            .four: ["four", "cuatro", "quatre", "quatro", "vier"], .five: ["five", "cinco", "cinq", "fünf"],
            .six: ["six", "seis", "sechs"], .seven: ["seven", "siete", "sept", "sete", "sieben"],
            .eight: ["eight", "ocho", "huit", "oito", "acht"], .nine: ["nine", "nueve", "neuf", "nove", "neun"],
            .star: ["star", "asterisk", "asterisco", "estrella", "étoile", "estrela", "stern"],
            .pound: ["pound", "hash", "numeral", "almohadilla", "gato", "dièse", "cerquilha", "raute"],
        ]
        return (names[key] ?? []).union([String(key.rawValue)])
    }

    private static let languages: Set<String> = ["en", "es", "fr", "pt", "de"]

    private static let pressing: Set<String> = [
        "press", "pressing", "push", "hit", "dial", "enter", "touch", "type", "key", "select", "choose", "use",
        "oprima", "oprime", "oprimir", "presione", "presiona", "presionar", "pulse", "pulsa", "pulsar", "marque",
        "marca", "marcar", "apriete", "toque", "digite", "teclee", "tecla", "elija", "seleccione",
        "appuyez", "appuyer", "tapez", "taper", "composez", "faites", "touche",
        "pressione", "aperte", "tecle", "disque", "drücken", "drücke", "wählen", "taste",
    ]

    private static let saying: Set<String> = [
        "say", "saying", "diga", "di", "dile", "decir", "dites", "dire", "dizer", "sagen", "sage",
    ]
}

import Airscript
import BotGraph
import Telephony

/// What people call the keys of a telephone that are no digits, by language.
enum KeyNames {
    /// Whether a text may name the key; true for a language whose names are not known here.
    static func mayName(_ key: Key, in text: String, base: String) -> Bool {
        if text.contains(key.rawValue) { return true }
        guard let names = names(of: key, base: base) else { return true }
        let bytes = Array(text.lowercased().utf8)
        return names.contains { isFound($0, in: bytes) }
    }

    private static func names(of key: Key, base: String) -> [[UInt8]]? {
        switch key {
        case .pound: pound[base]
        case .star: star[base]
        case .zero, .one, .two, .three, .four, .five, .six, .seven, .eight, .nine: nil
        }
    }

    private static let pound = bytes([
        "en": ["pound", "hash", "number sign", "number key", "octothorpe"],
        "es": ["numeral", "gato", "almohadilla", "michi", "cuadradillo", "signo de n", "tecla de n"],
        "fr": ["dièse", "diese", "carré", "carre"],
        "de": ["raute", "doppelkreuz"],
        "it": ["cancelletto"],
        "pt": ["jogo da velha", "cerquilha", "quadrado", "sustenido", "cardinal"],
    ])

    private static let star = bytes([
        "en": ["star", "asterisk"],
        "es": ["asterisco", "estrella"],
        "fr": ["étoile", "etoile", "astérisque", "asterisque"],
        "de": ["stern"],
        "it": ["asterisco", "stella"],
        "pt": ["asterisco", "estrela"],
    ])

    private static func bytes(_ names: [String: [String]]) -> [String: [[UInt8]]] {
        names.mapValues { $0.map { Array($0.utf8) } }
    }

    private static func isFound(_ name: [UInt8], in text: [UInt8]) -> Bool {
        guard let first = name.first, name.count <= text.count else { return false }
        return (0...(text.count - name.count)).contains { text[$0] == first && text[$0...].starts(with: name) }
    }
}

extension Prompt {
    /// The pieces that callers of a language hear; a language without its own hears the default language's.
    func heard(in bot: Bot) -> [(language: LanguageTag, pieces: [Piece])] {
        let shared = fallback.isEmpty ? [] : [(language: bot.defaultLanguage, pieces: fallback)]
        let own = bot.languages.compactMap { language in byLanguage[language].map { (language: language, pieces: $0) } }
        return own.contains { $0.language == bot.defaultLanguage } ? own : shared + own
    }

    /// Whether callers of some language may hear the key named here.
    func mayName(_ key: Key, in bot: Bot) -> Bool {
        heard(in: bot).contains { language, pieces in pieces.mayName(key, base: language.base) }
    }
}

extension [Prompt.Piece] {
    /// Whether the pieces may name the key: what a recording or a computed text says is not known.
    func mayName(_ key: Key, base: String) -> Bool {
        contains { piece in
            switch piece {
            case .recording: true
            case .text(let template, _):
                template.source.utf8.starts(with: "{{".utf8) && template.expressions.count == 1
                    && template.source.hasSuffix("}}")
                    || KeyNames.mayName(key, in: template.source, base: base)
            }
        }
    }
}

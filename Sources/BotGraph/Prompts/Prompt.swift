package import Airscript
package import Telephony

/// What a node says: pieces in order, by language where the bot has several.
package struct Prompt: Hashable, Sendable {
    /// One piece of a prompt.
    package enum Piece: Hashable, Sendable {
        /// Text to be spoken, with `{{ }}` expressions.
        case text(Template, SourceLocation)
        /// A file from `prompts/LANGUAGE/`.
        case recording(RecordingName, SourceLocation)
    }

    /// The pieces for each language that has its own.
    package let byLanguage: [LanguageTag: [Piece]]
    /// The pieces for every other language.
    package let fallback: [Piece]
    package let location: SourceLocation

    package init(fallback: [Piece], byLanguage: [LanguageTag: [Piece]] = [:], location: SourceLocation) {
        self.fallback = fallback
        self.byLanguage = byLanguage
        self.location = location
    }

    package func pieces(in language: LanguageTag) -> [Piece] { byLanguage[language] ?? fallback }

    package var isEmpty: Bool { fallback.isEmpty && byLanguage.values.allSatisfy(\.isEmpty) }
}

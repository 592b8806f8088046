import Telephony

/// Words that are no answer by themselves, as folding leaves them: lower case, without accents.
enum CommonWords {
    /// Articles, prepositions, conjunctions and forms of "to be", of the languages that are known here.
    static func functionWords(of languages: [LanguageTag]) -> Set<String> {
        let bases = Set(languages.map(\.base))
        return (bases.contains("en") ? english : []).union(bases.contains("es") ? spanish : [])
    }

    /// The letters of the longest function word, so that others need not be looked up.
    static let longest = 4

    /// Words that people say at any moment of a call, whatever they were asked.
    static let answers: Set<String> = [
        "yes", "yeah", "yep", "yup", "no", "nope", "nah", "ok", "okay", "sure", "right", "correct", "hello", "hi",
        "hey",
        "what", "who", "me", "you", "this", "that", "call", "calls", "phone", "wrong", "sorry",
        "si", "claro", "bueno", "vale", "hola", "alo", "correcto", "que", "quien", "yo", "esto", "llamada", "llamadas",
    ]

    private static let english: Set<String> = [
        "a", "an", "the", "i", "it", "is", "are", "am", "was", "to", "of", "for", "and", "or", "but", "with", "from",
        "as",
        "be", "so", "if", "do",
    ]

    private static let spanish: Set<String> = [
        "a", "al", "con", "de", "del", "el", "en", "es", "la", "las", "lo", "los", "para", "por", "que", "se", "su",
        "un",
        "una", "y",
    ]
}

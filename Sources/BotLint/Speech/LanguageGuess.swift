/// Tells English, Spanish and French apart by their commonest words.
///
/// It answers only when it is sure: most of what decides is words that the other languages do not have, such as "the",
/// "oprima" and "vous". Names, numbers and words of several languages ("no", "me", "six") decide nothing.
enum LanguageGuess {
    /// The language of a text, `en`, `es` or `fr`; nil where that is not certain.
    ///
    /// - Parameter words: The text's words in lower case and without accents, as `SpokenWords.plain` gives them.
    /// - Returns: The language without a region.
    static func of(_ words: some Sequence<String>) -> String? {
        var hits = LanguageHits()
        for word in words { hits.note(languages[word]) }
        return hits.language?.rawValue
    }

    /// The common words, each with the one language that has it.
    static let languages: [String: GuessedLanguage] = {
        let lists = [(GuessedLanguage.english, english), (.spanish, spanish), (.french, french)]
        let pairs = lists.flatMap { language, words in words.split(separator: " ").map { (String($0), language) } }
        return Dictionary(pairs) { first, _ in first }
    }()

    // No word stands in two of the lists, and none that another of the languages has as well.

    private static let english = """
        the and you your yours this that these those we our us they their them it its is are was were be been have had \
        will would can could should may of to for with from about at by if when what which who how please press push dial \
        say enter thank thanks hello welcome goodbye sorry call calls calling hear again stop speak talk now today tomorrow \
        need want get not any there here more help account appointment number name day week month key keys
        """

    private static let spanish = """
        el los las del al y usted ustedes su sus nuestro nuestra nuestros nuestras esta este esto estas estos ese esa \
        es fue ser estar ha han hemos puede pueden para por con sin sobre cuando cual quien como favor oprima oprime \
        presione pulse marque diga digite ingrese teclee gracias hola bienvenido bienvenida bienvenidos adios lo sentimos \
        llamada llamadas llamar llame llamando escuchar oir otra vez nuevo hablar ahora hoy manana necesita quiere mas ayuda \
        cuenta cita nombre dia semana mes tecla teclas opcion opciones desea cualquier hasta luego espere una uno
        """

    private static let french = """
        le les des du et vous votre vos nous notre ce cet cette ces il elle ils elles est sont ete etre avez avons ont \
        peut peuvent pouvez pour avec sans au aux quand quel quelle qui comment plait appuyez tapez composez dites \
        merci bonjour bienvenue revoir desole desoles appel appels appeler appelez entendre ecouter parler maintenant \
        aujourd hui demain besoin voulez veuillez compte nom jour semaine mois touche touches une je
        """
}

/// A language that can be told by its words; the raw value is its tag without a region.
enum GuessedLanguage: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case spanish = "es"
    case french = "fr"

    /// Its name in English.
    var name: String {
        switch self {
        case .english: "English"
        case .spanish: "Spanish"
        case .french: "French"
        }
    }
}

/// How many words of a text are common in one language and in none of the others.
struct LanguageHits: Hashable, Sendable {
    private var english = 0
    private var spanish = 0
    private var french = 0

    subscript(language: GuessedLanguage) -> Int {
        switch language {
        case .english: english
        case .spanish: spanish
        case .french: french
        }
    }

    mutating func note(_ language: GuessedLanguage?) {
        switch language {
        case .english: english += 1
        case .spanish: spanish += 1
        case .french: french += 1
        case nil: break
        }
    }

    static func + (left: LanguageHits, right: LanguageHits) -> LanguageHits {
        var sum = left
        sum.english += right.english
        sum.spanish += right.spanish
        sum.french += right.french
        return sum
    }

    /// The language, where it is certain.
    var language: GuessedLanguage? {
        let ranked = GuessedLanguage.allCases.sorted { self[$0] > self[$1] }
        return self[ranked[0]] >= 3 && self[ranked[1]] * 4 < self[ranked[0]] ? ranked[0] : nil
    }
}

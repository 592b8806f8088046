/// The small words that decide a request's meaning.
extension OptOutScope {
    static let doubtful: Set<OptOutReading.Rule> = [.complaint, .howTo, .dismissal, .wrongNumber, .vague]

    static let negations: Set<String> = [
        "dont", "not", "never", "didnt", "doesnt", "wont", "cant", "cannot", "without", "wouldnt", "shouldnt", "isnt",
        "arent", "havent", "couldnt", "wasnt", "werent", "hasnt", "hadnt", "aint", "nobody", "noone", "nadie", "nor",
        "neither",
        "no", "nunca", "sin", "yano", "jamas", "tampoco",
    ]

    /// Words between a negation or a subject and what it rules: "I do not *want you to* stop".
    static let links: Set<String> = [
        "to", "want", "wants", "wanted", "you", "need", "needs", "wish", "have", "has", "had", "going", "ever", "me",
        "intend", "mean", "meant", "trying", "try", "it", "like", "say", "said",
        "saying", "says", "ask", "asking", "asked", "tell", "told", "telling", "them", "be", "will", "would", "can",
        "could", "should", "must", "keep", "keeps", "even", "get", "been", "about", "that", "did", "do",
        "does", "plan", "planning", "decide", "decided", "people", "guys", "all", "think", "using", "need", "refuses",
        "refuse", "still", "always", "for", "able", "supposed", "dare",
        "quiero", "necesario", "hace", "falta", "hay", "preciso", "vayan", "vaya", "van", "va", "ir", "deben", "debe",
        "pedi", "pidio", "pedimos", "queria", "quise", "es", "quiera", "quieran", "querer", "dijeron", "texted",
        "replied", "typed", "que", "lo", "me", "a", "se", "le", "les", "nos", "dije", "dijo", "quiere", "queremos",
        "deje", "dejen", "deja", "para", "esta", "estan", "ha", "han", "puede",
    ]

    static let conjunctions: Set<String> = [
        "and", "so", "but", "or", "because", "then", "since", "y", "pero", "o", "asi", "entonces", "porque",
    ]

    static let thirdPersons: Set<String> = {
        let classes = OptOutClasses.all
        let others = [
            "he", "she", "him", "her", "they", "them", "hes", "shes", "theyre", "scammers", "telemarketers",
            "collectors", "robocallers", "verizon", "att", "comcast", "everyone",
            "somebody", "guy", "lady", "man", "woman", "ella", "ellos", "ellas", "digale", "dile", "diganle",
        ]
        return Set((classes["kin"] ?? []) + (classes["parientes"] ?? []) + others)
    }()

    static let ours: Set<String> = ["you", "yall", "ya", "u", "ustedes", "usted", "youse", "people"]

    static let sayings: Set<String> = [
        "want", "wish", "like", "demand", "insist", "request", "asked", "told", "ask", "tell", "said", "say", "need",
        "begging", "asking", "telling", "you", "that", "dije", "pido", "quiero", "que",
    ]

    /// What is said to the one who shall act.
    static let askings: Set<String> = [
        "want", "wanted", "need", "needed", "like", "tell", "told", "telling", "ask", "asked", "asking", "wish",
        "expect", "beg", "begging", "for", "get", "wants",
    ]

    /// What makes a threat of a condition.
    static let repetitions: Set<String> = [
        "again", "another", "one", "next", "ever", "keep", "continue", "dont", "stop", "still", "anymore", "more",
        "single", "otra", "otro", "vuelven", "vuelve", "vuelvan", "siguen", "sigue", "proxima", "nuevo", "mas", "quit",
        "or", "better", "harassing", "violating", "violation",
    ]

    static let conditions: Set<String> = [
        "if", "unless", "until", "till", "when", "whether", "after", "before", "once", "si", "hasta", "cuando", "while",
        "although",
    ]

    /// What makes a prohibition one for certain cases.
    static let exceptions: Set<String> = ["if", "unless", "until", "except", "si", "salvo", "excepto"]

    /// "No me llame señora".
    static let titles: Set<String> = [
        "senora", "senor", "senorita", "don", "dona", "loco", "loca", "gordo", "gorda", "viejo", "vieja", "asi",
        "tonto", "tonta", "mentiroso", "mentirosa",
    ]

    static let asking: Set<String> = [
        "what", "when", "where", "who", "which", "whose", "why", "did", "do", "does", "is", "are", "was", "were", "has",
        "have", "should", "how", "will", "can", "could", "would", "am", "shall", "que",
        "cuando", "donde", "quien", "cual", "porque", "por", "dejaron", "pararon", "como",
    ]

    static let auxiliaries: Set<String> = [
        "did", "do", "does", "is", "are", "was", "were", "has", "have", "should", "will", "can", "could", "would", "am",
        "shall", "por", "que",
    ]

    static let subjects: Set<String> = [
        "i", "you", "we", "they", "he", "she", "it", "the", "this", "that", "these", "those", "my", "your", "there",
        "anyone", "que", "texting", "replying",
    ]

    static let spanishAble: Set<String> = ["puede", "pueden", "puedes", "podria", "podrian", "podrias", "puedan"]

    static let forever: Set<String> = ["again", "anymore", "ever", "never", "nunca", "jamas", "nomore", "nomas"]

    static let modals: Set<String> = [
        "will", "ill", "can", "could", "must", "should", "would", "cant", "might", "may", "wont", "id", "a", "the",
        "that", "this", "my", "will", "gonna", "we", "un", "una", "es", "el",
    ]

    /// What may stand beside a word that is the whole text.
    static let courtesy: Set<String> = [
        "thanks", "thank", "you", "sir", "maam", "senor", "senora", "senorita", "yes", "yeah", "yep", "ok", "okay",
        "hi", "hello", "hey", "now", "immediately", "rightnow", "today", "already", "alright", "well", "no", "nope",
        "sure", "team", "guys", "everyone",
        "gracias", "ya", "ahora", "si", "hola", "inmediatamente", "ahorita", "muchas", "forever", "right", "again",
        "dear", "appreciated", "very", "much", "bye", "goodbye",
    ]

    /// Words that a new sentence begins with, though no mark says so.
    static let freshStart: Set<String> = [
        "i", "im", "ive", "ill", "id", "you", "youre", "this", "we", "who", "whos", "what", "why", "how", "they", "he",
        "she", "my", "not", "no", "wrong", "remove", "take", "dont", "never", "already", "leave", "its",
        "yo", "no", "quien", "numero", "ya", "te", "le", "les", "este", "se", "nobody", "nothing", "please", "hate",
        "profanity", "me", "usted",
    ]

    static let spanishOpenings: Set<String> = {
        let classes = OptOutClasses.all
        let names = ["dejar", "quitar", "quitarme", "llamen", "llamar", "baja", "quiero"]
        return Set(
            names.flatMap { classes[$0] ?? [] } + [
                "para", "cancelar", "cancelen", "cancele", "basta", "alto", "parar", "detener", "desuscribir", "me",
                "nos", "que", "suspender", "terminar",
            ]
        )
    }()

    /// Words that are compared outside the patterns, so that spelling leaves them alone.
    static let knownWords: Set<String> =
        negations.union(links).union(conjunctions).union(thirdPersons).union(ours).union(sayings).union(conditions)
        .union(asking).union(subjects)
        .union(spanishAble).union(forever).union(modals).union(courtesy).union(freshStart)
        .union([
            "start", "yes", "unstop", "help", "info", "stop", "call", "text", "appointment", "cita", "yes", "happens",
            "times", "many", "optoutme",
        ])
}

/// The tables that requests to stop are understood by.
enum OptOutPhrases {
    /// Words that change nothing: left out before anything is compared.
    static let filler: Set<String> = [
        "please", "um", "uh", "er", "ah", "oh", "hmm", "hey", "hello", "hi", "ok", "okay", "well", "just", "kindly",
        "now", "right", "immediately", "thanks", "thank", "maam", "sir", "yes", "yeah", "actually",
        "really", "simply", "favor", "por", "gracias", "ahora", "ya", "si", "oiga", "señor", "senor", "bueno",
    ]

    static let classes: [String: Set<String>] = [
        "contacting": [
            "calling", "phoning", "ringing", "dialing", "dialling", "texting", "messaging", "contacting", "bothering",
            "harassing", "spamming", "pestering", "annoying", "bugging", "disturbing", "emailing", "writing", "sending",
            "robocalling", "leaving", "trying", "wasting",
        ],
        "contact": [
            "call", "phone", "ring", "dial", "text", "message", "contact", "bother", "disturb", "harass", "sms",
        ],
        "contacts": [
            "calls", "texts", "messages", "contact", "voicemails", "reminders", "robocalls", "notifications", "alerts",
            "texting", "calling", "messaging",
        ],
        "such": [
            "the", "a", "an",
            "all", "of", "any", "these", "those", "this", "that", "your", "my", "me", "us", "from", "with", "you",
            "more",
            "further", "future", "automated", "phone", "text", "getting", "receiving", "get", "receive", "to", "have",
            "other", "sales", "marketing", "recorded",
        ],
        "me": ["me", "us", "him", "her", "them"],
        "mine": ["my", "our", "this", "his", "her", "their", "that"],
        "number": [
            "number", "numbers", "phone", "name", "cell", "mobile", "telephone", "info", "information", "contact",
        ],
        "remove": ["take", "remove", "delete", "drop", "get", "strike", "scrub", "erase", "pull", "scratch", "cross"],
        "will": [
            "be", "want", "wanna", "need", "like", "wish", "would", "to", "you", "have", "i", "id", "had", "got",
            "gotta",
        ],
        "llamar": [
            "llame", "llamen", "llames", "llamar", "llamarme", "llamarnos", "contacte", "contacten", "contactar",
            "contactarme", "moleste", "molesten", "molestes", "molestar", "molestarme", "escriba", "escriban",
            "escribirme", "escribir", "mande", "manden", "mandar", "mandarme", "envie", "envien", "enviar", "enviarme",
            "marque", "marquen", "marcar", "marcarme", "textee", "texteen", "mensajee",
        ],
        "dejar": ["deje", "dejen", "deja", "dejar", "pare", "paren", "para", "parar", "cese", "cesen"],
        "quitar": [
            "quite", "quiten", "quita", "quitar", "borre", "borren", "borra", "borrar", "elimine", "eliminen",
            "elimina", "eliminar", "saque", "saquen", "saca", "sacar", "remueva", "remuevan", "remover",
        ],
        "quitarme": [
            "quiteme", "quitenme", "quitame", "quitarme", "borreme", "borrenme", "borrame", "borrarme", "elimineme",
            "eliminenme", "eliminame", "eliminarme", "saqueme", "saquenme", "sacame", "sacarme", "remuevame",
            "remuevanme",
        ],
        "llamadas": ["llamadas", "mensajes", "textos"],
    ]

    /// The whole utterance is one of these: 47 CFR 64.1200(a)(10) with the words that carriers add, and their Spanish.
    static let alone = patterns([
        "stop", "stop all", "stopall", "unsubscribe", "unsubscribe all", "cancel", "cancel all", "end", "end all",
        "quit",
        "quit all", "revoke", "revoke all", "optout", "opt out", "opt out all", "alto", "parar", "pare", "paren",
        "para",
        "cancelar", "cancele", "cancelen", "basta", "detener", "detenga", "detengan", "detente", "baja",
    ])

    /// A plain request, wherever it stands in the utterance.
    static let requests = patterns([
        // Stop doing it.
        "stop|quit|cease|end|cancel|discontinue <such>* <contacting>|<contacts>",
        "stop it|this|that|everything|them", "stop contact", "stop all of?  this|that|it",
        "i|id <will> <will>* stop", "you <will> <will>* stop", "can|could|will|would you stop", "i said stop",
        "make it|this|them|these stop",
        "tell them to|2 stop", "stop doing this|that", "knock it off",
        // Do not do it.
        "do not|never ever? <contact> <me>|<mine>|here|again|anymore|back|any|at|no",
        "dont ever? <contact> <me>|<mine>|here|again|anymore|back|any|at|no",
        "never ever? <contact> <me>|<mine>|here|again|anymore|back", "do not <contact> list|registry",
        "dont <contact> list|registry", "dont|never you? ever? <contact> <me>",
        "do? not|dont|never want|wish|care|like <such>|<will>* <contact>|<contacts>|<contacting>|called|texted|contacted|bothered",
        "do? not|dont|never want|wish|care to|2 hear from",
        "do? not|dont send <such>* <contacts>|anything|me|any|texts",
        "no longer want|wish <such>|<will>* <contact>|<contacts>|<contacting>|called|texted|contacted|receive",
        "no|without more|further <such>* <contacts>", "no|not any? more <such>* <contacts>",
        // Take me off.
        "<remove> <me> from|off|out of? <such>|<number>* list|lists|database|databases|records|system|file|files|calls|texts",
        "<remove> <mine> <number>* from|off|out", "remove <me>", "<remove> <mine> <number>",
        "take|get <me> off <such>* list",
        "take <me> off", "off your|this|that call|calling|contact|phone|marketing|mailing? list",
        "put|place|add <me>|<mine> <number>* on|to|2 <such>* do? not|dont <contact>", "lose <mine> <number>",
        // Consent.
        "revoke|withdraw|rescind|cancel <such>* consent|permission|authorization",
        "i|id <will> <will>* unsubscribe|revoke|quit", "i|id <will> <will>* opt out",
        "unsubscribe|opt <me>|<mine> <number>* out?",
        "im opting out", "i am opting out", "opting out", "leave <me> alone",
        // Spanish.
        "no <me>* vuelva|vuelvan|vuelvas a <llamar>", "no me|nos|lo|la|les vuelva|vuelvan|vuelvas a <llamar>",
        "no me|nos|le|les|lo <llamar>", "no <llamar> mas|aqui|a", "nunca mas? me|nos <llamar>",
        "nunca me vuelvan a <llamar>",
        "no quiero|queremos|deseo mas|recibir|que|sus|estas|esas|mas|me|nos|tener* <llamadas>|<llamar>",
        "no quiero|deseo ser llamado|llamada|contactado|contactada|molestado|molestada|que",
        "<dejar> de <llamar>", "basta de <llamadas>|<llamar>", "no mas <llamadas>", "<quitarme> de|del",
        "<quitar> mi|este|nuestro numero|nombre|telefono",
        "<quitarme>", "darme|dame|deme|denme|darse de baja", "dejeme|dejenme|dejame en paz|tranquilo|tranquila",
        "ponganme|pongame en la? lista de no llamar", "revoco|retiro|cancelo mi consentimiento|permiso|autorizacion",
        "cancelar|cancele|cancelen|detener|detenga|detengan|parar|pare|paren estas|sus|las|todas|mis* <llamadas>",
    ])

    /// Words that mean a request even inside a sentence, unless another meaning or a negation is seen beside them.
    static let inSentence = patterns([
        "stop", "stopall", "unsubscribe", "optout", "opt out", "opted out", "revoke", "quit", "basta", "paren",
    ])

    /// The same words with another meaning.
    ///
    /// What lies inside such a stretch is no request.
    static let otherMeanings = patterns([
        "bus|truck|pit|rest|next|last|first|whistle|non|train|subway|short|full|one|my|your|metro|tram stop",
        "stop by|in|at|over|sign|signs|light|lights|payment|payments|watch|off|past|loss|for|and|near",
        "stop|quit taking|smoking|working|drinking|eating|bleeding|hurting|coughing|breathing|running|driving|using|being",
        "stop|quit wearing|itching|vaping|feeling|moving|living|paying|charging|ordering",
        "quit my|his|her job|work|smoking", "<remove> <me> off|from|out of? hold|speaker|mute|speakerphone",
        "<remove> <me>|<mine> <number>* off|from <such>* waiting|wait|guest|standby|waitlist list?",
        "call|calls|called|calling|came to|2 stop", "con eso basta", "eso basta", "basta con",
        "i|we|they quit my|our|their",
    ])

    /// Words that turn the one after them round.
    static let negations: Set<String> = [
        "dont", "not", "never", "didnt", "doesnt", "wont", "cant", "cannot", "without", "wouldnt", "shouldnt", "isnt",
        "arent", "no", "nunca", "sin",
    ]

    /// Words between a negation and what it turns round: "I do not *want you to* stop".
    static let transparent: Set<String> = [
        "to", "2", "want", "wanna", "you", "need", "wish", "have", "going", "ever", "me", "intend", "mean", "trying",
        "it",
        "like", "say", "said", "saying", "ask", "them", "be", "quiero", "que", "lo", "me",
    ]

    private static func patterns(_ texts: [String]) -> [PhrasePattern] {
        texts.map { PhrasePattern($0, classes: classes) }
    }
}

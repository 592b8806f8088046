/// The words by which English and Spanish prompts ask for what must not be kept in the clear.
enum SensitiveWords {
    /// What the words that start at a place name, and how many they are; the longest name wins.
    static func term(in words: [PromptSentence.Word], at index: Int) -> (kind: SensitiveQuestion.Kind, count: Int)? {
        for term in terms[words[index].text] ?? [] where index + term.words.count <= words.count {
            let isThere = zip(term.words, words[index...]).allSatisfy { $0 == $1.text }
            if isThere { return (term.kind, term.words.count) }
        }
        return nil
    }

    /// Whether a term may be in a text at all, by the first three letters of its words: most prompts ask for nothing such.
    static func mayBeNamed(in bytes: [UInt8]) -> Bool {
        var start = -1
        for (index, byte) in bytes.enumerated() {
            guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else {
                start = -1
                continue
            }
            if start < 0 { start = index }
            guard index - start == 2 else { continue }
            if beginnings[beginning(bytes[start], bytes[start + 1], byte)] { return true }
        }
        return false
    }

    /// Which beginnings the words of the terms have, save for words that many a prompt has.
    private static let beginnings: [Bool] = {
        let common: Set<String> = [
            "number", "numero", "digits", "digitos", "de", "of", "on", "your", "su", "tu", "la", "the", "s",
        ]
        var beginnings = Array(repeating: false, count: 26 * 26 * 26)
        for term in terms.values.joined() {
            guard let word = term.words.first(where: { !common.contains($0) }) else { continue }
            let letters = Array(word.utf8.prefix(3))
            if letters.count == 3 { beginnings[beginning(letters[0], letters[1], letters[2])] = true }
        }
        return beginnings
    }()

    private static func beginning(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        (Int(first) * 26 + Int(second)) * 26 + Int(third) - 97 * (26 * 26 + 26 + 1)
    }

    /// Terms by their first word, the longest first.
    private static let terms: [String: [(words: [String], kind: SensitiveQuestion.Kind)]] = {
        let all = texts.flatMap { kind, texts in
            texts.map { (words: $0.split(separator: " ").map(String.init), kind: kind) }
        }
        return Dictionary(grouping: all) { $0.words.first ?? "" }
            .mapValues { $0.sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) } }
    }()

    private static let texts: [(SensitiveQuestion.Kind, [String])] = [
        (
            .cardNumber,
            [
                "card number", "card s number", "number on your card", "number on the card", "number of your card",
                "number on your credit card", "number on your debit card", "digits of your credit card",
                "digits of your debit card", "digits on your card", "numero de tarjeta", "numero de su tarjeta",
                "numero de tu tarjeta", "numero de la tarjeta", "digitos de su tarjeta",
            ]
        ),
        (
            .securityCode,
            ["cvv", "cvv2", "cvc", "cvc2", "security code", "card verification", "codigo de seguridad"]
        ),
        (.pin, ["pin", "nip", "personal identification number"]),
        (
            .cardExpiry,
            [
                "expiration date", "expiry date", "expiration month", "fecha de vencimiento", "fecha de caducidad",
                "fecha de expiracion",
            ]
        ),
        (
            .socialSecurity,
            [
                "social security number", "social security", "social insurance number", "ssn", "seguro social",
                "numero de seguridad social", "numero de seguro social",
            ]
        ),
        (
            .taxNumber,
            [
                "tax id", "tax identification", "taxpayer identification", "taxpayer id", "itin",
                "identificacion fiscal", "numero de contribuyente",
            ]
        ),
        (
            .bankAccount,
            [
                "bank account", "routing number", "checking account number", "savings account number",
                "cuenta bancaria", "numero de ruta",
            ]
        ),
        (.password, ["password", "passcode", "pass code", "contrasena", "clave secreta", "clave personal"]),
    ]

    /// Words beside "card number" that make it another card.
    static let otherCards: Set<String> = [
        "gift", "library", "member", "membership", "insurance", "loyalty", "reward", "rewards", "medicare", "medicaid",
        "health", "id", "identity", "identification", "access", "key", "calling", "phone", "sim", "transit", "student",
        "punch", "time", "store", "member's", "regalo", "socio", "miembro", "cliente", "biblioteca", "salud", "seguro",
        "puntos", "identidad",
    ]

    /// Words before "PIN" that make it one that several people share, or that is used once.
    static let sharedPins: Set<String> = [
        "conference", "meeting", "room", "door", "gate", "temporary", "event", "class", "game", "time",
    ]

    static let sending: Set<String> = [
        "sent", "send", "texted", "emailed", "mailed", "received", "receive", "enviamos", "enviado", "recibio",
        "mensaje",
    ]

    static let askingVerbs: Set<String> = [
        "enter", "type", "key", "input", "dial", "punch", "provide", "give", "tell", "say", "use", "need", "confirm",
        "verify", "please", "what", "ingrese", "ingresa", "marque", "marca", "teclee", "teclea", "introduzca",
        "introduce", "escriba", "escribe", "digite", "digita", "indique", "proporcione", "diga", "confirme", "favor",
        "cual",
    ]

    static let turningRound: Set<String> = [
        "not", "don", "never", "no", "nunca", "forgot", "forgotten", "lost", "reset", "change", "without", "instead",
        "if",
        "si", "olvido", "cambiar", "sin",
    ]

    /// What is asked for where the rest only says of what.
    static let otherThings: Set<String> = [
        "amount", "zip", "billing", "postal", "phone", "telephone", "importe", "monto", "cantidad", "telefono",
    ]
}

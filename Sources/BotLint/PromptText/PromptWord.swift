/// What a word may mean where a prompt tells the caller what to do, in English, Spanish or French.
struct PromptWord: Sendable {
    struct Roles: OptionSet, Sendable {
        let rawValue: UInt32

        /// Tells the caller to press a key: "press", "oprima", "appuyez".
        static let press = Roles(rawValue: 1 << 0)
        /// May also tell to call another number: "dial 911", "marque el 911".
        static let dial = Roles(rawValue: 1 << 1)
        /// Has other meanings as well: "enter 4 digits", "your pulse 2".
        static let weak = Roles(rawValue: 1 << 2)
        /// Tells the caller to say something.
        static let say = Roles(rawValue: 1 << 3)
        /// May stand between the verb and the key: "press the number 1".
        static let filler = Roles(rawValue: 1 << 4)
        static let conjunction = Roles(rawValue: 1 << 5)
        /// Begins what a key is for, or when: "1 for", "1 to", "1 now".
        static let purpose = Roles(rawValue: 1 << 6)
        /// Shows that the number before it counts something: "4 digits", "2 times", "one of".
        static let counted = Roles(rawValue: 1 << 7)
        static let negation = Roles(rawValue: 1 << 8)
        /// Begins a range: "from 1 to 5", "entre 1 y 5".
        static let from = Roles(rawValue: 1 << 9)
        /// Joins the ends of a range.
        static let through = Roles(rawValue: 1 << 10)
        /// What follows happens in another call: "hang up and dial", "call back and press".
        static let elsewhere = Roles(rawValue: 1 << 11)
        /// Has to do with stopping, and with what is stopped.
        static let stopping = Roles(rawValue: 1 << 12)
        static let stopped = Roles(rawValue: 1 << 13)
        /// Cannot begin a phrase to say: "say your name".
        static let describes = Roles(rawValue: 1 << 14)
        /// Cannot stand right before "say" as an instruction: "sorry to say", "they say".
        static let narrates = Roles(rawValue: 1 << 15)
        /// Begins something else to do than say or press: "or stay on the line".
        static let otherwise = Roles(rawValue: 1 << 16)
        /// Is followed by "to" within a phrase: "I want to talk".
        static let opening = Roles(rawValue: 1 << 17)
        /// Tells something of the whole prompt: "at any time", "what", "how".
        static let mood = Roles(rawValue: 1 << 18)
        /// Makes an amount of the number before it, as in "one of the keys".
        static let of = Roles(rawValue: 1 << 19)
        /// May stand behind a key: "the star key".
        static let noun = Roles(rawValue: 1 << 20)
        /// Begins what a key or phrase is for.
        static let goal = Roles(rawValue: 1 << 21)
        /// Joins two things to do one after the other.
        static let next = Roles(rawValue: 1 << 22)
    }

    let roles: Roles
    /// The key that it names: `1`, `*`.
    private let keyByte: UInt8
    /// Of which language it is a common word, if of one.
    let language: GuessedLanguage?

    private init(_ roles: Roles, key: UInt8 = 0, language: GuessedLanguage? = nil) {
        self.roles = roles
        keyByte = key
        self.language = language
    }

    static let none = PromptWord([])

    var key: String? { keyByte == 0 ? nil : String(UnicodeScalar(keyByte)) }
    var namesKey: Bool { keyByte != 0 }

    func has(_ role: Roles) -> Bool { roles.contains(role) }

    /// Every word that means something, or that tells a language.
    static let table: WordTable<PromptWord> = {
        var words: [String: PromptWord] = [:]
        for (role, list) in roles {
            for word in list.split(separator: " ").map(String.init) {
                words[word] = PromptWord((words[word]?.roles ?? []).union(role))
            }
        }
        for (key, list) in keys {
            for word in list.split(separator: " ").map(String.init) {
                words[word] = PromptWord(words[word]?.roles ?? [], key: key.utf8.first ?? 0)
            }
        }
        for (word, language) in LanguageGuess.languages {
            let word = (word, words[word] ?? none)
            words[word.0] = PromptWord(word.1.roles, key: word.1.keyByte, language: language)
        }
        return WordTable(words)
    }()

    private static let roles: [(Roles, String)] = [
        (
            .press,
            """
            press pressing push pushing oprima oprime oprimir oprimiendo oprimes presione presiona presionar presionando \
            presionas pulsar pulsando apriete teclee digite appuyez appuyer appuyant appuie pressez
            """
        ),
        ([.press, .dial], "dial dialing dialling marque marcar marcando composez composer"),
        (
            [.press, .weak],
            """
            hit hitting touch touching enter entering type typing select selecting choose choosing pulse pulsa ingrese ingresar \
            introduzca toque elija seleccione marca tapez taper faites choisissez keying
            """
        ),
        (.say, "say saying diga decir dites dire"),
        (
            .filler,
            """
            the key number button digit on only either el la tecla numero boton digito en solo sur le touche chiffre bouton in
            """
        ),
        (.conjunction, "or and then o u y ou et luego puis"),
        (
            .purpose,
            """
            for to if when now again at anytime key button para si pour cuando ahora en por afin maintenant quand please \
            once before after
            """
        ),
        (
            .counted,
            """
            digit digits digito digitos chiffre chiffres character characters caracteres caracter time times vez veces fois of \
            percent hundred thousand million second seconds minute minutes hour hours day days week weeks month months year \
            years segundos minutos horas dias semanas meses anos secondes heures jours keys teclas touches buttons botones \
            boutons star stars
            """
        ),
        (.negation, "not dont never no without sin sans pas"),
        (.from, "from between del entre de"),
        (.through, "through thru to and until al a hasta y et"),
        (.elsewhere, "hang back cuelgue raccrochez rappelez"),
        (
            .stopping,
            """
            stop stopping remove removed unsubscribe opt optout cease end detener parar dejar eliminar quitar baja cancelar \
            arreter retirer desinscrire desabonner
            """
        ),
        (
            .stopped,
            """
            call calls calling called list out messages reminders unsubscribe optout llamadas llamar lista recibir recordatorios \
            mensajes baja appels appeler liste desinscrire desabonner
            """
        ),
        (
            .describes,
            """
            your the a an what whatever it this something anything which when how any one his her its so my hello or and yourself \
            their our exactly su el la los las lo un una que algo cualquier como cuando o y votre le les une ce ou et moi quoi \
            bonjour each every both few goodbye to that's more than
            """
        ),
        (
            .narrates,
            """
            to we they i people doctors rules must will who not dont never us you he she it experts that have can't cannot no \
            de que se nosotros nous on vous il elle
            """
        ),
        (
            .otherwise,
            """
            wait hold stay hang press call simply just remain visit leave go text send speak dial stand listen please anything \
            something type enter espere cuelgue permanezca quedese llame visite attendez restez raccrochez
            """
        ),
        (
            .mood,
            "any cualquier tout time momento moment anytime always siempre toujours tell what how such cuenteme digame"
        ),
        (.of, "of de des del"), (.noun, "key button tecla"), (.goal, "to for if para si pour"),
        (.next, "and then y luego et puis"),
        (.opening, "want like need wish talk speak listen go back quiero hablar get return connect hear"),
    ]

    private static let keys: [(String, String)] = [
        ("0", "zero cero"), ("1", "one uno un una une"), ("2", "two dos deux"), ("3", "three tres trois"),
        ("4", "four cuatro quatre"), ("5", "five cinco cinq"), ("6", "six seis"), ("7", "seven siete sept"),
        ("8", "eight ocho huit"), ("9", "nine nueve neuf"),
        ("*", "* star asterisk asterisco estrella etoile letoile asterisque lasterisque"),
        ("#", "# pound hash numeral almohadilla gato diese michi"),
    ]
}

/// The tables that words are brought to one spelling by.
enum SpellingTables {
    /// Stands for any oath; left out before anything is compared.
    static let profanity = "profanity"

    /// Other spellings, with what they stand for.
    static let aliases: [String: String] = {
        let rows: [(String, String)] = [
            // Of the words themselves.
            (
                "stop",
                "stpo sotp tsop stp stopp satop stoip stopo stahp stawp sthap stap syop stpp stol srop dtop xtop stpop sttop stopl ztop stob"
            ),
            ("stop all", "stopall stopalll stpoall"), ("stop it", "stopit"), ("stop", "stop2quit stop2end stop2stop"),
            (
                "unsubscribe",
                "unsub unsubs unscribe unsubcribe unsuscribe unsubscibe unsubsribe unsubscrib unsubscrbe unsubscripe onsubscribe desubscribe unsubscirbe unsubscride unsubscribes unsubsrcibe unsubsciribe"
            ),
            ("unsubscribe", "unsubscription unsunscribe unaubscribe insubscribe"),
            ("cancel", "cancle cancell cancal cancil cansel canel cncel cancelll"),
            ("quit", "qiut quti quitt"), ("revoke", "revok reovke rovoke"), ("end", "ennd"),
            ("optout", "opout optuot optot optotu otpout"),
            // Writing by thumb.
            ("you", "u yu yuo youu"), ("your", "ur yur yr yer"), ("are", "r"),
            ("please", "pls plz plez pleas plse plese pleez pleeze plox pleaze pleae plaese pease plzz plss"),
            ("text", "txt texr tetx tezt"), ("texts", "txts"),
            ("texting", "txting textin txtin txtng textng texing texitng texing texring texxting textign texti"),
            ("messages", "msgs msgz mesages messeges mssgs messags messges mesagges msges"),
            ("message", "msg mesage messege mssg mesg"),
            ("messaging", "msging mesaging messageing msgin messagin"),
            ("calling", "callin callng caling claling callling callig callign"),
            ("take", "tke tak taek tkae"), ("leave", "leav leve laeve"), ("de", "d"), ("more", "mor"),
            ("call", "cll cal caal kall"), ("calls", "callz"), ("sending", "sendin sendng sedning"),
            ("send", "snd sned"), ("me", "mee mme"),
            ("dont", "dnt dnot dotn donot dunt dontt doont"), ("not", "nto nott"), ("to", "2 tooo"), ("for", "4"),
            ("be", "b"), ("number", "nbr num nr numbr numer nummber numbe"),
            ("phone", "fone phne ph"), ("remove", "remov rmove rmv remoce remvoe removee remve reomve"),
            ("removed", "rmvd"), ("list", "lst lits lisst"),
            ("contact", "conact cntact contct contac"), ("contacting", "contactin"), ("this", "dis thsi tihs"),
            ("these", "dese theses thse"), ("the", "teh da"), ("them", "em"),
            ("from", "frm"), ("off", " offf"), ("want", "wnt wan"), ("receive", "recieve recive receve"),
            ("again", "agian agn agen"), ("anymore", "anymor nemore"),
            ("people", "ppl"), ("immediately", "asap immediatly imediately immediatley"), ("rightnow", "rn"),
            ("thanks", "thx ty tks thnx thanx thnks tysm tnx"),
            ("and", "n nd"), ("because", "cuz cause bc bcuz coz"), ("want to", "wanna"), ("going to", "gonna"),
            ("have to", "gotta"), ("trying to", "tryna"),
            ("want", "wamt"), ("someone", "some1 sum1"), ("wrong", "wrng rong wron"), ("bothering", "botherin"),
            ("harassing", "harrassing harasing harrasing harassin"),
            ("harassment", "harrassment harassement"), ("harass", "harrass"), ("spam", "spamm"), ("leave", "leeve"),
            ("alone", "aloan allone"), ("lawyer", "laywer"),
            ("i", "ii"), ("im", "iam"), ("i have", "ive"), ("you have", "youve"), ("yall", "yal"), ("wtf", "wtaf"),
            ("appointment", "appt apt appointmnt"),
            // What a recogniser writes.
            ("calling", "collin colin cauling coaling kalin"), ("optout", "optdoubt"), ("with", "w"),
            ("dont call list", "dnc"),
            // Spanish by thumb.
            ("que", "q k ke qe"), ("porque", "xq pq porq"), ("por", "x"),
            ("porfavor", "porfa porfis xfa xfavor pf plis porfi"),
            ("mensajes", "msjs mnsjs mensages mensjes msjes mensajez"),
            ("mensaje", "msj msje mensage mnsj"), ("llamen", "yamen llamn yamem lamen"), ("llame", "yame"),
            ("llamar", "yamar yamr"), ("llamarme", "yamarme"), ("llamando", "yamando"),
            ("quiero", "kiero qiero quero kero"), ("escriban", "escrivan"), ("escriba", "escriva"),
            ("cancelar", "cancelr canselar cancelra"), ("lista", " lizta"), ("quiten", "kiten qiten"),
            ("quite", "kite qite"), ("out of", "outta"), ("quitenme", "kitenme qitenme"),
            ("dejen", "degen dejn"), ("dejenme", "degenme"), ("ya", "yaa"), ("numero", " numro"), ("tambien", "tb tmb"),
            ("mas", "maz"), ("parar", "prar"), ("baja", "vaja"), ("basta", "vasta"),
            (
                "desuscribir",
                "desuscribirme desuscribirse desuscribeme desuscribanme desinscribir desinscribirme desubscribir desubscribirme desuscribirce"
            ),
        ]
        var result: [String: String] = [:]
        for (plain, others) in rows {
            for other in others.split(separator: " ") where !other.hasSuffix("0") { result[String(other)] = plain }
        }
        return result
    }()

    /// Neighbouring words that become others.
    static let joins: [String: [([String], [String])]] = {
        let rows = [
            "don t=dont", "do not=dont", "do nt=dont", "dont not=dont", "did not=didnt", "didn t=didnt",
            "does not=doesnt",
            "doesn t=doesnt", "will not=wont", "won t=wont", "can not=cant", "can t=cant", "cannot=cant",
            "would not=wouldnt",
            "wouldn t=wouldnt", "should not=shouldnt", "shouldn t=shouldnt", "could not=couldnt", "couldn t=couldnt",
            "is not=isnt",
            "isn t=isnt", "are not=arent", "aren t=arent", "i am=im", "i m=im", "i will=ill", "i ll=ill", "i would=id",
            "i d=id",
            "i ve=i have", "no longer=nolonger", "any more=anymore", "no more=nomore", "you all=yall", "y all=yall",
            "was not=wasnt", "have not=havent", "haven t=havent",
            "opt out=optout", "opting out=optingout", "opted out=optedout", "opt outs=optout", "op out=optout",
            "otp out=optout", "opt ot=optout", "opt oout=optout", "opt oput=optout", "opt uot=optout",
            "opt doubt=optout", "opt doubts=optout", "up doubt=optout", "opt owt=optout", "opt aut=optout",
            "opt in=optin", "opt back in=optin", "opt me in=optin", "opt me back in=optin",
            "un subscribe=unsubscribe", "un subscribed=unsubscribed", "unsub scribe=unsubscribe",
            "unsubs cribe=unsubscribe", "on subscribe=unsubscribe", "un suscribe=unsubscribe", "un sub=unsubscribe",
            "re subscribe=resubscribe",
            "call in me=calling me", "call in us=calling us", "text in me=texting me", "a loan=alone",
            "stop call me=stop calling me", "stop text me=stop texting me", "stop message me=stop messaging me",
            "stop send me=stop sending me", "stop contact me=stop contacting me", "stop call this=stop calling this",
            "stop to call=stop calling", "stop to text=stop texting", "stop to send=stop sending",
            "stop calling mi=stop calling me",
            "quick calling=quit calling", "quite calling=quit calling", "quite texting=quit texting",
            "seize calling=cease calling", "seize and desist=cease and desist", "dont called=dont call",
            "dont calling=dont call", "dont texting=dont text", "dont texted=dont text", "stop called=stop calling",
            "stop texted=stop texting",
            "thank you=thanks", "right now=rightnow", "right away=immediately", "as of now=now", "por favor=porfavor",
            "x favor=porfavor", "por fa=porfavor", "ni mas=mas",
            "no mas=nomas", "ya no=yano", "these de baja=darme de baja", "un stop=unstop", "text message=message",
            "text messages=messages",
            "phone call=call", "phone calls=calls", "mensajes de texto=mensajes", "phone number=number",
            "cell phone=cell", "in law=inlaw", "in laws=inlaws",
            "oh my god=profanity", "jesus christ=profanity", "for the love of god=profanity", "for god sake=profanity",
            "for gods sake=profanity", "for christs sake=profanity", "what the hell=profanity",
            "what the profanity=profanity", "the hell=profanity", "the profanity=profanity", "por dios=profanity",
            "piece of shit=profanity", "pieces of shit=profanity", "son of a bitch=profanity",
            "sons of bitches=profanity", "hijos de puta=profanity", "hijo de puta=profanity",
            "por el amor de dios=profanity", "por amor de dios=profanity",
        ]
        var result: [String: [([String], [String])]] = [:]
        for row in rows {
            let halves = row.split(separator: "=").map { $0.split(separator: " ").map(String.init) }
            guard halves.count == 2, let first = halves[0].first else { continue }
            result[first, default: []].append((Array(halves[0].dropFirst()), halves[1]))
        }
        return result.mapValues { $0.sorted { $0.0.count > $1.0.count } }
    }()

    /// Left out before anything is compared.
    static let filler: Set<String> = [
        "please", "um", "uh", "umm", "uhh", "er", "ah", "oh", "hmm", "ugh", "just", "kindly", "actually", "really",
        "simply", "literally", "seriously", "freaking", "frigging", "bloody", "darn", "porfavor", "oiga", "oigan",
        "bueno",
        "pues", "mire", "miren", profanity, "damn", "goddamn", "goddam", "god", "jesus", "omg", "wtf", "ffs", "bro",
        "dude", "", "", "carajo",
    ]

    /// Those of them after which a request begins.
    static let openers: Set<String> = [
        "please", "kindly", "porfavor", "oiga", "oigan", "um", "uh", "ugh", "bueno", "mire", "miren",
    ]

    private static let oaths: [String] = [
        "fuck", "fuk", "shit", "bitch", "asshole", "dumbass", "bastard", "motherf", "goddam", "pinche", "pinches",
        "pendej", "puta", "puto",
        "chingad", "cabron", "mierda", "idiot", "moron", "dickhead", "jackass", "maldit", "hijueput", "huevon", "fking",
        "fkn", "effing", "cono", "verga", "imbecil",
    ]

    static func isProfane(_ word: String) -> Bool {
        if oaths.contains(where: word.hasPrefix) && word != "shitake" { return true }
        // "f***ing", "sh*t", "a**hole".
        return word.contains("*") && ["f", "s", "b", "a", "d", "g"].contains(word.prefix(1))
    }

    static let digitLetters: [Character: Character] = [
        "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "$": "s", "@": "a",
    ]

    /// What is stopped, when "stop" itself is misspelt.
    static let gerunds: Set<String> = [
        "texting", "calling", "messaging", "sending", "contacting", "spamming", "harassing", "bothering",
    ]

    /// Words that may be written together with others of these.
    static let gluable: Set<String> = [
        "stop", "all", "please", "pls", "now", "calling", "texting", "messaging", "sending", "me", "it", "this",
        "these", "the", "texts", "calls",
        "messages", "remove", "unsubscribe", "leave", "alone", "dont", "call", "text", "contact", "no", "more", "opt",
        "out", "take", "off", "list", "my",
        "number", "cancel", "quit", "end", "nomas", "mensajes", "llamadas", "bothering", "harassing", "spamming",
        "spam",
    ]

    /// Words in which a slip is understood, with how many.
    static let slippery: [(word: String, letters: [UInt8], slips: Int)] = {
        let words = [
            ("unsubscribe", 2), ("unsubscribed", 2), ("subscription", 2), ("calling", 1), ("texting", 1),
            ("messaging", 1), ("contacting", 1), ("contact", 1), ("remove", 1),
            ("removed", 1), ("cancel", 1), ("revoke", 1), ("messages", 1), ("message", 1), ("number", 1),
            ("consent", 1), ("permission", 2), ("bothering", 1), ("harassing", 1),
            ("spamming", 1), ("reminders", 1), ("notifications", 2), ("receive", 1), ("receiving", 1), ("database", 1),
            ("marketing", 1), ("promotions", 1), ("solicitation", 2),
            ("attorney", 1), ("again", 1), ("anymore", 1), ("optout", 1), ("desuscribir", 2), ("cancelar", 1),
            ("mensajes", 1), ("llamadas", 1), ("quitenme", 1), ("quiteme", 1),
            ("eliminen", 1), ("molesten", 1), ("llamarme", 1), ("escribirme", 1), ("mandarme", 1), ("numero", 1),
            ("appointment", 2), ("reminder", 1), ("discontinue", 2), ("manden", 1), ("llamen", 1), ("envien", 1),
            ("escriban", 1),
        ]
        return words.map { ($0.0, Array($0.0.utf8), $0.1) }
    }()

    /// Commands that an accent makes the past of: "mandé".
    static let pastForms = Set(
        SpanishForms.commands + SpanishForms.transitiveCommands
            + [
                "quite", "borre", "elimine", "saque", "retire", "deje", "pare", "cancele", "olvide", "tache", "anule",
                "suspendi",
            ]
    )

    /// Words of their own that are one slip away from one of those.
    static let otherWords: Set<String> = [
        "falling", "balling", "culling", "calming", "caring", "carling", "filling", "selling", "testing", "nesting",
        "resting", "tasting", "messing", "massaging", "contracting", "contract",
        "contracts", "contacts", "remote", "removes", "removal", "removing", "cancer", "cancels", "canceled",
        "cancelled", "canceling", "cancelling", "evoke", "revoked", "massages", "massage", "lumber", "numbers",
        "numbered", "consents", "content", "converse", "convent", "permissions", "submission", "spanning", "slamming",
        "received", "receives", "receiver", "receipt", "relieve", "believe", "deceiving", "databases", "lookout",
        "layout", "promotion", "gain",
        "against", "cancela", "cancelas", "cancelado", "cancelada", "canceles", "mensajero", "llamada", "llamado",
        "quieteme", "eliminan", "molestan", "llamarse", "llamarte", "escribirte", "escribirse", "mandarte", "numeros",
        "appointments", "remainder", "reminded", "subscriptions", "description", "prescription", "text", "context",
        "calcing", "canal", "candle", "consist", "agin", "stoop", "step", "shop", "spot", "subscribe", "subscribed",
        "subscribing", "resubscribe", "rebook", "renumber",
        "member", "members", "ceiling", "stating", "consult", "converting", "contain", "contest", "context", "texture",
        "reminding", "removable", "canceler", "llaman", "llamas", "llama", "mandan", "mandas", "manda", "envian",
        "envia", "escriben", "escribe", "escribas", "cambiar", "cancelan", "eliminar", "llenarme", "mandarle",
        "llamarle", "llamarlo",
    ]
}

extension OptOutPhrases {
    /// Words that leave a doubt wherever they stand.
    static let doubtful: [(OptOutReading.Rule, [String])] = [
        (
            .vague,
            [
                "stop|quit|cease|enough|halt ..4 <contacting>|<streams>|spam|harassment",
                "<remove> ..5 list|lists|database|directory",
                "unsubscribe|optout ..5 list|texts|messages|calls|emails|alerts|number",
                "dont|never|not|nolonger|without ..3 <contact>|<contacting> <me>|this|again|anymore|here",
                "dont|not|nolonger ..3 <contacted> again|anymore|here",
                "dont|never|nolonger|nomore|not ..2 want|need|like|wish ..4 <streams>|<contacting>|<contacted>",
                "off|out of? your ..2 list|lists|system|records|database", "remove|delete|erase|block|lose ..3 number",
                "nomore ..3 <streams>|<contacting>",
                "dejen|deje|deja|paren|pare|basta|alto|cesen ..3 <llamar>|<contactos>|<llamando>",
                "no|yano|ya|nunca|jamas|ni ..4 <llamen>",
                "no|yano|nunca|jamas ..2 <quiero> ..4 <contactos>|<llamar>|<llamen>",
                "<quitar>|<quitarme>|<quitarlo> ..4 lista|listas|sistema|base",
                "<quitar>|cancelar|cancelen|olviden ..2 numero|telefono",
                "<baja> ..2 baja ..4 <contactos>|lista|numero",
                "cancelar|cancelen|cancele|detener|detengan ..3 <contactos>",
            ]
        ),
        (
            .complaint,
            [
                "you|yall|guys|people keep|always|constantly|still|never|wont|dont* <contacting> <me>|my|this|here",
                "you|yall|guys|people still|keep|always|constantly <contacting>",
                "dont|never text|phone|message|contact it $",
                "leave|let my|our|his|her? <kin>|him|her|them alone",
                "why do|are|does|you|yall|keep|still|i|am|people|the|hell|all|getting* <contacting>|getting|receiving <such>* <contacts>|me|my|this",
                "wont stop|quit <contacting>",
                "i|we never|didnt|dont|havent sign|signed|subscribe|subscribed|asked|ask|requested|agreed|optin|remember up|to|for|signing|subscribing|in* <such>* <contacts>|this|these|it|anything|$",
                "how did you get my|this number",
                "never|didnt give|gave|given you|anyone|yall|them my|this number|info|information",
                "<contacting> <me> is not|illegal|harassment",
                "<contacting> <me> isnt ok|okay|allowed|welcome|appreciated|wanted|cool",
                "<contacting> <me> is unwanted|illegal|harassment|against|unwanted|unwelcome",
                "reported ..2 blocked|spam", "blocked ..2 reported", "^ this|its is? spam|harassment|scam $",
                "who gave you|yall my|this number",
                "you|yall|they are|keep|is? harassing|bothering|spamming|annoying|disturbing|pestering|bugging <me>|my",
                "i|we really? hate|dislike|despise <such>* <contacts>|<contacting>",
                "me molestan|molesta|hartan|enojan <estos>* <contactos>", "esto|eso ya? es acoso|hostigamiento|spam",
                "sick|tired of <such>|and|tired* <contacting>|<contacts>|you",
                "blocking|blocked|reporting|reported|block this|you|your|as|the number|spam?",
                "still|why|am on <such>|<listed>* list|lists",
                "llaman|escriben|mandan tanto|mucho|diario|diariamente|todos|seguido",
                "you|yall|people|guys <contact> <me>|here? ..1 constantly|every|all|daily|nonstop|too|much|often|everyday|repeatedly|always|so",
                "voy|vamos a bloquear|bloquearlos|bloquearte", "bloqueado|bloqueados",
                "you|yall have called|texted|messaged|contacted <me>", "^ take|get him|her|them off $",
                "take|get him|her|them off|out $", "get too many|much <contacts>", "too many <contacts>|of",
                "i|ive already|have|just* unsubscribed|optedout|revoked",
                "siguen|sigue|sigues|estan|esta|paran|dejan|deja|para|todavia <llamando>",
                "siguen|sigue|no dejan|paran de? <llamar>|<llamando>", "me siguen|estan <llamando>",
                "no dejan|paran de <llamar>",
            ]
        ),
        (
            .howTo,
            [
                "como me|nos quito|salgo|borro|saco|elimino|retiro de|del <estos>|base* <lista>|<contactos>|$",
                "unsubscribe link|option|info|instructions", "optout link|option|info|instructions|form",
            ]
        ),
        (
            .dismissal,
            [
                "^ off|piss|buzz|bug|sod|f off|you $", "^ get lost $", "^ piss off", "^ f off",
                "^ spam|scam|scammer|scammers|spammer|spammers $", "^ shut up $", "^ stfu $", "^ gtfo",
                "^ enough already|is|enough* $", "^ dont want any|this|it|that $", "^ lets|let end|stop this|it",
                "^ lay|back off $", "give it a rest", "block me",
                "^ borrenlo|borrelo|eliminenlo|eliminelo|quitenlo|borralo $", "^ fuera $",
                "^ profanity? off $", "larguense|lárguense|larguese", "^ i want|need to stop", "^ vayanse ..3 $",
                "fuera de mi telefono", "^ cut it out $", "^ remove|delete it|this $", "^ delete $", "lose it $",
                "getting|get off the|your|this <such>|<listed>* list", "me dan|das|da de baja", "take it off $",
                "i|id want|like|need to? out $",
                "cancelar|cancelo|cancele|cancelen|anular|anulen|anule|terminar|terminen|suspender|suspendan|eliminar|elimine|quitar|borrar la|mi|esta|su suscripcion $",
                "^ eliminar|cancelar|borrar suscripcion $",
                "^ cancelar|cancela|cancelen|cancele|cancelo|eliminar esto|eso $", "forget about me $",
                "^ dejenme|dejeme|dejame $", "^ yano quiero nada?|mas? $",
                "^ cancel|end|quit it|this|that|everything $",
                "cancel|end my|the|this|our subscription|enrollment|membership $",
            ]
        ),
        (
            .wrongNumber,
            [
                "^ ..4 wrong number|person|phone $", "^ wrong number|person", "you|have|got the|a wrong number|person",
                "^ numero equivocado|incorrecto", "se equivoco|equivocaron|equivoca|equivocan de|numero|persona",
                "tiene|tienen|este|es el|un? numero equivocado",
            ]
        ),
    ]
}

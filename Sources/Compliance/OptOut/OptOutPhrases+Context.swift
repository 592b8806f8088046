/// What changes the meaning of the words around it.
extension OptOutPhrases {
    /// The words of the lists with another meaning; a request that overlaps one is none.
    static let otherMeanings = [
        // Places and ways.
        "bus|truck|pit|rest|next|last|first|whistle|non|train|subway|short|full|one|your|metro|tram|layover|second|third|final|another|door|back|nearest|single stop|end",
        "the|a|my|this|that|which|what stop !it|this|that|these|calling|texting|and|or", "the|my|a|that|which stop $",
        "stop by|in|at|over|sign|signs|light|lights|payment|payments|watch|off|past|for|near|loss|on|through|along|short|where|motion|gap|words?|word|number|here|there|into|around|before|after|between|shopping|work|home|via",
        "stop and shop|go|stay|chat", "stop time|times|order|orders|button|gap",
        "stop to|and eat|get|pick|grab|see|buy|think|rest|visit|smell|drop|ask|check|say|talk",
        "dont|never stop believing|believin|dreaming|now|me",
        // Other things that stop.
        "stop|quit <otherdoing>", "texting|calling|phoning|messaging and|while|or drive|driving|walking|biking|cycling",
        "stop|quit my|his|her|our|the|a|an|taking !<such>|<contacts>|<contacting>|<number>|madness|nonsense|bullshit|crap|stuff|garbage|bs|abuse|communication|conversation|thread",
        "cancel|end|terminate|quit <such>* <things>", "cancel|remove|delete|end|stop|change <such>* <things>",
        "cancel|move|change|reschedule call|text|message with|at|on|from|for",
        "cancel <such>* call with|at|for|on|from|to|about", "quit my|his|her|our|the job|work|smoking",
        "the|at|by|toward|towards|until|till|near|before|after|through|week|weeks|month|months|year|years|day|high|low|front|rear|deep|dead|weekend|tail|west|east|north|south|book end|ends",
        "end of|on|at|in|up|date|time|result|table|user|zone|unit|goal",
        "i|we|they|he|she quit|ended|cancelled|canceled !calling|texting|this|receiving",
        "<remove> <me> off|from|of|out of? <such>* hold|speaker|mute|speakerphone|medication|meds|work|schedule|insulin|pills|oxygen|duty|waiting|wait|guest|standby|waitlist|lease|account|policy|order|title|deed|chart|plan|shift|hospital|autopay|bill|loan",
        "<remove> <mine>|her|his|the ..3 off|from|of|out of? <such>* hold|speaker|waiting|wait|guest|standby|waitlist|lease|account|policy|order|title|deed|chart|plan|shift|autopay|bill|loan|will|insurance|cart|mortgage",
        "remove|delete|drop|take <such>|first|second|third|last|one|two|old|other|extra* <things>",
        "remove|delete|take <me>|my|the name|number? as|from authorized|emergency|primary|beneficiary|driver|executor",
        "drop <me> off", "take me off work|guard",
        "optout|optedout|optingout of !<contacts>|this|these|all|your|everything|it|the|any|receiving|getting|future|further|those|sms|that|being|recibir",
        "optout of the|your|any|all|this|that|my !<contacts>|list|lists|program|service|future|automated|these|text|texts|calls|sms|marketing|such|call|messaging|phone|message",
        "optout <things>",
        "unsubscribe|unsubscribed my|the|our|his|her|from !number|phone|cell|line|name|email|<contacts>|<such>|<listing>|me",
        "unsubscribe|unsubscribed|optout him|her|<kin>", "unsubscribe|unsubscribed|optout my <kin>",
        "revoke|withdraw|cancel|revoked <such>|his|her|prior* <things>",
        "revoke my|his|her|the|their !<such>|<consent>|<number>",
        "withdraw money|cash|funds|from my|the|savings|checking|account",
        // What may be asked of a person who telephones.
        "dont|never call it", "stop calling it|her|him|names|in sick|out", "calling in sick",
        "leave <me> a|the|your message|voicemail|note|number",
        "call|calls|called|calling|came|come|going|went to stop|cancel|end by|in|at|over|and|my|the|our|an?",
        "call|called|calling to cancel|stop|end",
        "lose my number 1|one|place|spot", "^ end call|session|chat", "end|hang the|this|up call", "call <me> off",
        "off my chest|mind", "block party|of|off|walk", "spam musubi|sandwich|and eggs",
        "for|your|my|his|her|the|no consent form", "consent form|forms",
        "report|reported to|for work|duty|jury|card|it|the|my accident|card|claim|problem|outage|stolen|leak?",
        "no text|texts|call|calls|message|messages|voicemail|voicemails|email|emails from|yet|came|received|about|when|in|today|since|for|on|left|waiting|have|has|was|were",
        "i|we|ill|might|always|id lose|forget|lost|forgot|remove|delete|drop my|the",
        "block <such>* <contacts> from|to|on|by",
        "got|get|received|have|had|has|see|there|seen|is|are|was|were no <such>* <contacts>",
        "havent|didnt|never got|gotten|received|get|seen|heard|receive <such>* <contacts>",
        "nomore|no than|pain|questions|refills|symptoms|problems|issues|fever|appointments|pills|later|meds|bleeding|snacks|school|need|to|kids|slots|availability",
        "no problem|worries", "i have nomore|no texts|messages|minutes|data",
        "dont need|have you|to|me call|text|return|message me|back|us|him|her?",
        "dont|never|didnt|not forget|hesitate|fail|afraid|mind to|if|you* <contact>|<contacting>",
        "dont|cant|couldnt|didnt|never hear|understand|see|get|read|find|open|receive|make|answer|take|return|remember|have|miss|lose|mind <such>|<you>* <contacts>|<contact>|<contacting>|<contacted>",
        "dont want|like|need to miss|lose|<contact> my|the|your|a|an|him|her|them|you|anyone|anybody|<such>|back|$",
        "dont want|need to stop|optout|unsubscribe|cancel|end|quit|lose|miss",
        "dont want|need to be removed|taken|late", "dont want any? trouble|delays|surprises|changes",
        "i|we|ill|id|ive|he|she|nobody|noone|they|who|people|friends|kids|didnt|shouldnt|wouldnt dont|never|wont|not|cant|will|have|can|ever* <contact>|<contacted> <me>|you|back|here|him|her|them|it|my|your|the|anymore|anyone|people|this|that|again|at|in|on|after|before|a|any|$",
        "you never <contact> <me>? back|anymore|$", "you dont|didnt <contact> <me>|us|back|when|on",
        "if|when|since|because|unless|why|until|once|after|while you|i|they|he|she|we|people|nobody dont|didnt|cant|wont|never|havent <contact>|<contacted>",
        "why dont|didnt|cant|wont|havent you|i|we|they|someone|anyone <contact>|<contacted>|send|return|give",
        "why <contact>", "cancel|stop|end <such>* subscription box|boxes|to|for|with",
        "dont <contact> if|and drive|unless youre|its|it|you|theres|there",
        "hang on", "stay off work|feet|my feet|of", "stay out of", "keep off",
        "better to? call|text|contact me|you|them|him",
        "i|id|we prefer|rather|like to? be? <contact>|<contacted>|texts|calls|text|call|messages !nomore",
        "not|no need|needed to <contact>", "no need|reason|rush|hurry",
        "dont bother|worry|need|have|want to|about* <contact> me0? him|her|them|the|an",
        "sick|tired of work|waiting|being|this weather|pain|food", "wrong number of|on|for|in|listed|is",
        "you|i|we|they have|gave|wrote|put|got|dialed|entered|had|typed the|a|you|him|her|them|us|in* wrong number for|on|in",
        "wrong number !stop|remove|unsubscribe on|for|of",
        "i dialed|called|got|texted|wrote|gave|put|typed ..2 wrong number", "block of",
        "turn|shut|switch off the|my|our|that|those !<such>|<contacts>", "no spam here",
        "delete|remove|erase|cancel my account|profile|card|application", "disconnect|forward my call|calls",
        // Spanish.
        "says|say|said|dice|decia|dijo to|que|me|that* reply|text|send|respond|type|responda|responde|mande|envie <keyword>",
        "debo|tengo|hay|puedo que? responder|mandar|enviar|escribir|decir <keyword>",
        "parar|paro|pare|paren|para en|a|al|por|frente|junto|aqui la|el|un|una|mi|su|esa|esta|los|las? !<llamar>|<contactos>|<estos>|eso|esto|favor|todo",
        "<quitar> mi|el|este nombre|numero|telefono de|del la|el|los|las|mi? !<lista>|<estos>|base",
        "remove|delete|take <mine> <such>* <number> from|off|of|out of? the|my|his|her|our|this|that? !<listing>|<such>|<listed>|<contacts>|marketing|everything",
        "one|another|extra more? stop", "olvide mi numero de", "con eso|esto basta",
        "lista de espera|invitados|compras|regalos|precios|asistencia",
        "waiting|wait|guest|standby|cancellation|shopping|grocery|wish|price|prayer|class|packing list",
        "no escriba|escriban en|mi|el|la|su|nombre", "no se moleste|molesten|molestes", "eso|esto basta",
        "basta con|que", "basta con un|una|el|dos|solo|ese mensaje|llamada|texto?",
        "basta de !<contactos>|<estos>|<llamar>|molestar|joder|fregar", "alto en",
        "pare|paren|parar|alto aqui|ahi|alli|enfrente|adelante",
        "no|yano me|nos|le|les|lo? <mande> al|a|el|la|los|las|un|una|mi|su|ese !<contactos>|<llamar>",
        "me|nos|te|le|se dieron|dio|dimos de baja|alta", "de alta",
        "de|a|por|en|la|una|planta|parte|voz|presion|azucar|temporada|calidad|muy|mas|tan|es|esta|estan|sale|sali|salio|presenta|es|son|fue|estoy|sueldo|nivel|licencia por|de|la|muy|mas|tan|un|poco|poquito|medio|bastante|demasiado* baja|bajas|alto|altos",
        "baja california|presion|temporada|medica|por|laboral|temperatura",
        "alto|alta|altos nivel|riesgo|precio|volumen|voltaje|costo",
        "precio|costo|volumen|edificio|nivel|azucar|bebe|hijo|hombre|un|el|muy|mas|tan|es|esta|colesterol ..1 alto",
        "<baja> de baja !de|$|en|del|ya|por|inmediatamente|a|gracias|mi|el|mensajes",
        "<baja> de baja de|del|en|a|mi|el|la|las <estos>* <cosas>",
        "cancelar|cancele|cancelen|cancela|cancelo|cancelamos|terminar|detener|suspender|anular|eliminar|elimine|eliminen|quite|quiten|quitar|borrar|borre|borren|parar|pare <estos>|nuestra|nuestro|primer|segundo|tercer|ultimo|dos|otro* <cosas>",
        "cancelar <estos>* llamada|mensaje|texto con|de|a",
        "<quitarme>|<quitar> <estos>|el|la|primer|segundo|ese* <cosas>",
        "<quitarme> de|del <estos>* lista de espera|invitados",
        "<quitarme> de|del <estos>* trabajo|cuenta|poliza|seguro|contrato|plan|horario|turno|espera|altavoz|bocina|invitados",
        "<quitar> ..3 lista|de|del de|del espera|invitados|compras|boda|deseos",
        "quiero|puedo|debo|necesito|voy|tengo|pienso|queria|decidi|trato|trata|poder|puede|podemos que|a|de|poder* dejar|parar de|en|a|por|el|la|un|una|mi|al|para|mensaje|con|unos !<llamar>|<contactos>|<llamando>|recibir",
        "dejar|deje|dejen|deja|dejo|dejarle|dejarles el|un|una|este|mi mensaje|recado|texto",
        "dejar|deje|dejen|deja|dejo el|la|un|una|mi|su|recado|mensaje|paquete|los|las|al|en !<llamar>|<contactos>|paz|acosar",
        "<dejar> un|el|su|me recado|mensaje|numero|nombre|paquete", "deje|dejen|deja dicho|saber|que|ver",
        "dejar|deje|dejen|dejo|deja de !<llamar>|<estos>|<contactos>|molestar|molestarme|estar|joder|insistir|seguir|chingar|fregar|molestarnos|fastidiar|acosar|andar|ya|hacer|escribir|eso|esto",
        "parar|paro|pare|paren|para en|a|de|por|el|la|para|por|cuando|donde|al|frente|aqui|ahi|alli !<llamar>|<contactos>|<estos>|eso|esto|favor|joder|molestar|mamar|todo|acosar",
        "fin|final|finales de|del", "el|al|este|a|en|por|buen|lindo|feliz fin",
        "no <llamen>|me|le|<llamar>|<llamando> todavia|aun",
        "no <estos>|me|<llamen>|puedo|pude|tengo|puede|recibi|llego|llegan|llegaron|he|hay|oigo|entiendo|encuentro|veo|recibo* recibi|llego|llegan|llegaron|llega|funciona|recibido|hay|entiendo|recibo|veo|encuentro|puedo ..3 <contactos>",
        "no puedo|podemos|pude|podia|logro <llamar>|recibir|contestar|hablar|parar|dejar|cancelar",
        "no hay? problema|hay",
        "no quiero|deseo|voy|puedo a|que|me? parar|dejen|paren|dejar|darme|cancelar|cancelen|den|salir|quiten|borren|molestar|llamar|molestarlo|molestarlos|molestarle|perder|perderme|hablar",
        "no tiene|tienen|tienes|hay|es|hace que|necesidad|necesario|falta|de|para* <llamar>|<llamen>|preocuparse",
        "no te|se|olviden|olvide|olvides|dude|duden en|de|a|que* <llamar>|<llamen>",
        "para que|quien|cuando|donde|eso|ti|usted|las|los|el|la|manana|mi|nosotros|una|un|hoy",
        "yo|el|ella|nadie|ellos no|nunca <llamar>|llamo|llama|llaman", "yo no|nunca me|le|les|lo|se? <manden>|<llamen>",
        "no|nunca me|le|les|lo|se? <manden>|<llamen> nada|eso|<estos>|<contactos>* yo",
        "no|yano <llamen> al|a la|el|los|un|una? timbre|puerta|porton|interfon|recepcion|elevador|ascensor|mesero|taxi|grua|ambulancia|policia|bomberos|seguridad|camion",
        "equivoque de? numero", "error de numero",
        "salir de|a|del|con|temprano|ahora|tarde|al !lista|grupo|mensajes|la|esta|su",
        "numero equivocado de|en", "tengo|anote|puse|di|marque el|un|mal* numero equivocado",
        "mensaje|llamada|mensajes|llamadas de|del error|voz", "no <llamar> a",
    ]

    /// Our own instructions sent back.
    static let footers = [
        "reply|text|send|respond|press|type|say|answer|responda|responde|envie|envia|conteste|contesta|mande|manda|escriba|texto|diga|marque|presione|oprima with|the|word|con|la|palabra|a|back|1|9|or|o|to|key|only|number|2|say? <keyword> to|for|if|anytime|at|para|y|si ..1 <effect> <tail>*",
        "reply|text|send|responda|envie|responde <keyword> to|anytime|at|para|2 ..3 <effect> <tail>*",
        "reply|text|send|respond <keyword> and|or|for|help|then|yes|no|msg|data",
        "^ <keyword> to|for|para|2 <effect>|darse|dar|dejar|help|info|no <such>|de|sms|texts|messages|this|these|recibir|baja|mensajes*",
        "to|para|2 <effect>|no|dejar|darse <such>|de|baja|recibir|mensajes|<contacts>|<contactos>* reply|text|send|respond|press|say|responda|envie|responde|mande|escriba|oprima|marque|presione|diga|click with|the|word|con|la|palabra|9|or|say|o|diga|a|back|press* <keyword>",
        "press|oprima|marque|presione _ or|o|to|para say|diga|<effect> <keyword>|<such>|<contacts>*",
        "<effect> reply|text|send|responda|envie <keyword>", "reply help for help|info ..2 stop to? <effect>|$",
        "msg|message|messages and? data rates may apply", "help for help|info stop to? <effect> <tail>*",
        "<keyword> equals <effect> <tail>*",
        "help|ayuda para|for|to ayuda|help|info <keyword> para|to|for <effect> <tail>*",
    ]

    /// Wishes to be contacted, now or again.
    static let resumptions = [
        "start|begin|restart again|<contacting>|<contacts>|sending|over|getting|back|up|my|the|these",
        "resume|restart|reactivate|reinstate|continue|renew <such>|sending|the* <contacts>|<contacting>|me|my|please|sending|$",
        "^ resume|restart|continue|resubscribe|start|unstop $",
        "keep|continue <such>|on|up|to|go|going|them|it|em* <contacting>|<contacts>|coming|sending|getting|receiving|on",
        "keep me on|posted|subscribed|informed|updated|in",
        "want|like|love|wish|need|rather|wanna to keep|continue|stay|remain|start|get|resume ..1 getting|receiving|<contacts>|subscribed|on|in|enrolled|again|back|these|them",
        "resubscribe", "sign|add|put|opt|subscribe|enroll me|my|us|this ..2 up|back|again|in",
        "put|add|sign me|my|us back|again", "optin", "want|like to? optin|back|resubscribe|resume", "unstop",
        "send|sending them|it|me|the|those|<contacts> ..2 again",
        "^ <contact> <me> again|back|anytime|later|tomorrow|whenever|on|at|when|after|in|instead|any",
        "<able>|please|and you|i|we? <contact>|get|have <me>|<contacts>|the|these again|anytime|back|whenever",
        "want you to <contact>|keep <me>|<contacting>", "dont mind <such>|you* <contacts>|<contacting>",
        "welcome to? <contact>", "turn|switch it|them|these|those|my|the <contacts>? back on", "turn|switch back on",
        "love|like|enjoy|appreciate <such>* <contacts> $", "happy to? keep|get|receive|continue",
        "need <such>* <contacts> back|again", "want <such>|back* <contacts> back|again", "changed my mind",
        "get|getting|receive|have <such>* <contacts> again|back", "sorry ..3 start|keep|continue|resume",
        "sigan|siga|sigue|continuen|continue|continuar|seguir|pueden|puede|quiero|puedes|sigan|que|me* seguir|siguiendo|sigan <llamando>|mandar|recibiendo|enviando|con",
        "sigan|siga|sigue|continuen|continue <llamando>|mandando|enviando|con|enviandome|recibiendo|asi",
        "vuelvan|vuelva|vuelve|empiecen|empiece|comiencen|reanuden|reanude|reactiven|reactive|reactivar|reanudar|quiero|puede|pueden a|volver|los|mis|las|el|me* <llamar>|<contactos>|activar|inscribir|suscribir|suscribirme|inscribirme|servicio",
        "llamenme|llameme|escribanme|escribame|mandenme|mandeme|llamame|escribeme|enviame|envienme ..4 otra|nuevo|nuevamente|siempre|vez|despues|luego|manana|tarde",
        "llamenme|llameme|escribanme|escribame|mandenme|mandeme|llamame|escribeme|enviame|envienme",
        "otra vez|nuevo en|a|los|mensajes", "recibir|recibiendo|quiero ..3 otra|nuevo|nuevamente|seguir vez?",
        "quiero|quisiera|deseo seguir|continuar|volver|recibir ..2",
        "inscribanme|inscribame|suscribanme|suscribame|pongame|ponganme|agreguenme|agregueme|metanme ..1 otra|de|nuevamente|nuevo|vez",
    ]

    /// What takes a request back.
    static let retractions = [
        "kidding|jk|lol|lmao|haha|hahaha|jaja|jajaja|joking", "never mind $", "nevermind|nvm",
        "ignore|disregard that|this|it|my|last|previous|the", "wrong chat|thread|window",
        "autocorrect|autocorrected|typo", "didnt mean", "meant to|for|that|it|my|someone|something",
        "es broma|era broma", "no era para ustedes|usted",
    ]

    /// What takes back a request that is told of: "I texted stop by mistake".
    static let mishaps = [
        "by|on accident|mistake", "accidentally|mistakenly", "por error|accidente|equivocacion", "sin querer",
    ]

    /// A time that a person would rather be called at, or not.
    static let hours = [
        "before|after|until|till|til|past|between|during|around|by|at|from|til <clock>", "<clock> am|pm|oclock|a|p|in",
        "7am|8am|9am|10am|6am|5am|4am|3am|2am|1am|11am|12pm|1pm|2pm|3pm|4pm|5pm|6pm|7pm|8pm|9pm|10pm|11pm|12am",
        "at night|nighttime|noon|midnight|dinner|lunch|dinnertime",
        "at this|these|such|ungodly|late|early* hour|time|hours|late|early",
        "on <days>", "<days> and|or? <days>", "so|too|this|that|really|very early|late",
        "in|during the|my|our? morning|mornings|evening|evenings|afternoon|night|day|daytime|week|weekend|meeting|class|school|work|business|church|nights",
        "mornings|evenings|afternoons|nights|weekends|weekdays|holidays only?", "over the weekend",
        "while|when im|i|my|we", "during",
        "until|till|til|for the|a|now|i|next|monday|tuesday|wednesday|thursday|friday|later|then|few|couple|week|month|days|hour|hours|another",
        "for now|today|tonight",
        "for a|the|few|couple|next|rest while|few|couple|next|rest|day|week|weekend|month|hour|minute|night|moment|bit|hours|days|weeks|months|of",
        "antes|despues de|del|que", "de|por|en la? noche|madrugada|manana|tarde|mananas|noches|tardes|dia|fin",
        "a|hasta|desde|entre|como las !llamadas|promociones", "a estas|esta|que|altas horas|hora",
        "hasta el|manana|que|mi", "hasta la !madre|coronilla",
        "los|el|en domingos|domingo|sabados|sabado|lunes|martes|miercoles|jueves|viernes|fines|fin|feriados",
        "tan temprano|tarde", "cuando estoy|este|estoy|trabajo|mi", "mientras", "durante", "entre semana",
        "en horas|horario", "a la hora|comida|cena|una|siesta",
    ]

    static let moments = [
        "now|rightnow|today|tonight|tomorrow|currently|yet|later|until",
        "this week|weekend|morning|evening|afternoon|month", "at the|this moment|time", "in a meeting",
        "hoy|ahora|ahorita|ahoritita|manana|todavia|luego", "este|esta momento|semana|noche|tarde|fin",
        "por|de ahora|momento|hoy",
    ]

    static let places = [
        "at my|the? work|job|office|school|home|place|house", "at work", "en el|mi|la? trabajo|oficina|escuela|casa",
        "on my? landline|work|office|cell|house", "al trabajo|celular|fijo|cel|oficina",
        "my|the old|other|work|second|landline number|phone|cell|line",
    ]

    static let thirdObjects = [
        "him|her|them|people|customers|everyone|everybody|patients|strangers|each|others|women|girls|guys|kids|elderly|seniors|veterans",
        "my|his|her|their|our <kin>", "his|their", "a? mi|al|la|su|sus <parientes>",
        "a la|una|los|las !casa|oficina|hora|noche|gente|una|dos|tres",
        "al !numero|telefono|celular|trabajo|fijo|cel|numero", "a el|ella|ellos|ellas",
    ]

    static let afterCallMe = [
        "again|anymore|ever|back|any|at|please|unless|i|im|ill|id|ive|you|this|because|and|or|thanks|stop|ok|okay|do|on|for|about|from|with|if|when|to|no|nomore|it|its|here|there|like|the|my|so|but|never|not|we|they|remove|take|until|before|after|now|rightnow|today|in|during|while|by|late|early|up|out|using|every|either|even|ya|yall|your|that|these|those|as|since|leave|that|is|are|dont|text|or|tomorrow|tonight|another|one|all|people|guys|sunday|period|nor|then|weekdays|weekends|because|wrong|who|what|why|how|he|she|just|anything|nothing|more|sometime|later|only|period|between|past|instead|via|over|through|mornings|nights|directly|a|an|good|bye|goodbye|too|also|sick|tired|immediately|at|asap"
    ]

    static let openQuestions = [
        "who|what|whos|whats is|are|r|the|hell|it? this|you|these|calling|texting",
        "who|whos|whats this|calling|texting", "who are you|yall|these people|guys?",
        "how|where did you get|find|have my|this number|info|information?", "who gave you my|this number|info?",
        "do i know you", "whose number is this", "what do you want", "quien es|habla|eres|son este|usted|ustedes?",
        "quienes son", "como consiguieron|consiguio|obtuvieron|tienen mi numero", "de donde sacaron mi numero",
        "what company is this",
    ]

    static let howTo = [
        "how|where|whom can|do|would|could|should|might i|we|you|one|someone|people", "how|where|who to",
        "is|isnt it too? possible|ok|okay|allowed|easy|late",
        "is|isnt there a|any|some|an way|option|number|button|link|method ..3",
        "what|which do|should|must|can|would|number|key|button|word|have i|we|to|do|press|say|text|reply|need|push|type|have* to",
        "who do|should|can i ..2 to", "can|could|may|might i|we|this", "tell|show me how", "need|want to know how",
        "como|donde puedo|podemos|hago|le|me|se|nos|hacer|doy|para|que* ",
        "que hago|tengo|debo para|que|hacer|decir|escribir*", "hay alguna|una forma|manera|opcion de|para",
        "<puedo> puedo", "puedo",
    ]
}

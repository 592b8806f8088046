/// The classes of words that patterns name.
enum OptOutClasses {
    static let all: [String: [String]] = {
        var result = english.merging(spanish) { first, _ in first }.merging(around) { first, _ in first }
        result["llamen"] = SpanishForms.commands
        result["llamar"] = SpanishForms.infinitives
        result["manden"] = SpanishForms.transitiveCommands
        result["mandar"] = SpanishForms.transitiveInfinitives
        result["llamando"] = SpanishForms.gerunds
        return result.mapValues { $0.flatMap { $0.split(separator: " ").map(String.init) } }
    }()

    private static let english: [String: [String]] = [
        "stop": ["stop cease quit discontinue halt"],
        "end": ["cancel end terminate suspend"],
        "streams": [
            "links requests contact marketing advertising advertisements ads reminders soliciting solicitation calls texts messages notifications alerts reminders robocalls promotions offers emails newsletters updates sms campaigns spam promos solicitations communications communication texting messaging calling"
        ],
        "own": [
            "the all any of these those this that your my future automated text such further marketing sales sms promotional recurring daily weekly unwanted"
        ],
        "contacting": [
            """
            calling reminding notifying alerting phoning ringing dialing dialling texting messaging contacting bothering harassing spamming pestering annoying \
            bugging disturbing emailing sending robocalling soliciting hounding stalking badgering pinging reaching \
            mailing voicemailing blasting bombarding telemarketing nagging communicating
            """
        ],
        "contact": ["call phone text message contact harass sms email spam solicit robocall telephone"],
        "pester": ["bother disturb ring dial pester bug annoy ping"],
        "contacted": [
            "called dialed dialled rung texted contacted messaged bothered phoned disturbed harassed solicited spammed emailed"
        ],
        "contacts": [
            """
            calls call texts text messages message contact voicemails voicemail reminders reminder notifications notification alerts alert robocalls \
            robocall sms spam ads ad advertisements advertising offers promotions promotion promos promo marketing solicitations solicitation \
            soliciting newsletters newsletter updates communications communication correspondence coupons surveys survey emails \
            texting calling messaging harassment mms announcements deals blasts campaigns telemarketing junk
            """
        ],
        // What a person says of ours without saying what.
        "such": [
            """
            the a an all of any these those this that your my me us from with you more further future automated text getting receiving get \
            receive have having other sales marketing political recorded such unwanted unsolicited promotional for about email \
            appointment promo daily weekly constant so many much kind sort kinds type types every both sms no youre random spammy \
            annoying ridiculous crazy phone fundraising campaign survey back being at everything by company business anymore whatever whichever robo incoming outgoing additional
            """
        ],
        "me": ["me us"],
        "mine": ["my our this these"],
        "whom": ["me us my our this him her them his their"],
        "number": [
            "number numbers phone name cell mobile telephone info information contact line house home data details digits landline email address device"
        ],
        "remove": ["take remove delete drop get strike scrub erase pull scratch cross purge wipe unlist clear"],
        "listing": [
            """
            list lists lest least liszt listen listing database databases records record system systems file files calls texts messages roster contacts directory \
            campaign campaigns rotation dialer registry marketing mailings rolodex program platform here this thing one everything crm subscription group chat thread
            """
        ],
        "listed": [
            "call calls calling contact contacts phone marketing mailing text texting message messaging sms email spam telemarketing distribution dialing sales"
        ],
        "able": ["can could will would may should might must"],
        "want": ["want wish need like prefer demand request insist ask rather love"],
        "you": ["you yall youse"],
        "consent": ["consent permission authorization authorisation approval agreement opt-in optin"],
        "revoke": ["revoke withdraw rescind retract cancel remove revoking withdrawing rescinding"],
    ]

    /// Things, people and times that are spoken of beside the words of the lists.
    private static let around: [String: [String]] = [
        "otherdoing": [
            """
            taking smoking working drinking eating bleeding hurting coughing breathing running driving using being wearing itching vaping feeling moving living \
            paying charging ordering laughing crying worrying thinking sleeping playing talking doing going growing raining snowing skipping running walking \
            fighting shaking sweating vomiting snoring gaining losing making reading watching chewing gambling swimming dancing singing procrastinating \
            believing stressing overthinking complaining payments auto treatment insulin medication antibiotics
            """
        ],
        "things": [
            """
            appointment appointments order orders ride rides trip trips reservation reservations booking bookings delivery deliveries visit visits flight \
            flights service meeting meetings membership policy insurance contract lease plan payment payments autopay card cards account accounts \
            item items product charge charges fee fees refill refills prescription prescriptions medication shipment package packages pickup class classes \
            lesson lessons tickets ticket tour interview exam surgery procedure procedures consultation checkup cleaning session sessions room hotel table \
            dinner lunch party event registration enrollment application claim request transfer check checks bill bills invoice refund return repair install \
            installation installment test tests scan xray mri shot vaccine physical stitches filter access power license permit magazine warranty gym internet cable water \
            electricity mail newspaper job program course school conference estimate quote inspection purchase pizza food groceries tee haircut massage rental car \
            cab uber taxi shuttle tow technician nurse spouse attorney proxy will 3pm 2pm 4pm 10am 9am monday tuesday wednesday thursday friday saturday sunday tomorrows todays \
            playing treatment benefits coverage donation pledge swab spot slot seat seats catering cleaning dental billing statement statements meal meals box
            """
        ],
        "kin": [
            """
            mom mother dad father wife husband son daughter kids kid child children brother sister grandma grandmother grandpa grandfather parents \
            family ex boss neighbor neighbors friend friends boyfriend girlfriend aunt uncle cousin niece nephew roommate coworker coworkers employees clients \
            customers landlord inlaw doctor teacher mama papa inlaws partner fiance fiancee employer grandson granddaughter elderly nana bank insurance lawyer school
            """
        ],
        "clock": [
            """
            1 2 3 4 5 6 7 8 9 10 11 12 one two three four five six seven eight nine ten eleven twelve noon midnight half sunrise sunset breakfast lunch dinner \
            9am 8am 10am 7am 6am 11am 12pm 1pm 2pm 3pm 4pm 5pm 6pm 7pm 8pm 9pm 10pm 5 30 quarter work school dark hours business class \
            830 930 730 900 800 1000 700 600 500 2100 2000 monday tuesday wednesday thursday friday saturday sunday tomorrow next
            """
        ],
        "days": [
            """
            sunday sundays saturday saturdays monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays weekends weekend weekdays weekday \
            the holidays holiday christmas thanksgiving easter sabbath shabbat
            """
        ],
        "keyword": [
            "stop stopall end quit cancel unsubscribe optout revoke alto parar baja cancelar salir fin no stop2end 9 2 start help"
        ],
        "tail": [
            "de baja del of from out all the these messages texts mensajes recibir receiving text message llamadas calls alerts promotions suscripcion subscription"
        ],
        "effect": [
            """
            optout unsubscribe end quit cancel stop stopping discontinue cancelar salir terminar darse dejar optouts optin opt leave remove parar unsub no avoid \
            removed revoke detener desuscribirse desuscribir
            """
        ],
    ]

    private static let spanish: [String: [String]] = [
        "dejar": [
            "detenganse detengase abstenganse abstengase dejenme dejeme dejame dejense dejese dejate parenle parele parale deje dejen deja dejar dejes dejad dejan dejaran dejara dejense pare paren parar pares paran pararan cese cesen cesar basta eviten evite"
        ],
        "contactos": [
            """
            llamadas llamada mensajes mensaje textos texto mensajitos sms promociones promocion ofertas oferta anuncios publicidad spam recordatorios \
            recordatorio avisos notificaciones alertas correos propaganda encuestas comunicaciones llamaditas boletines
            """
        ],
        "flujos": [
            "llamadas mensajes textos sms publicidad propaganda spam notificaciones alertas recordatorios avisos correos promociones ofertas comunicaciones anuncios mensajitos llamaditas boletines encuestas"
        ],
        "estos": [
            """
            los las el la un una estos estas este esta esos esas sus su tus tu mis mi mas todos todas todo de del con tantos tantas tanto tanta \
            otro otra ningun ninguna ninguno este ese esa esto eso tipo sus de que aqui acosos mandar recibir
            """
        ],
        "quitar": [
            """
            quite quiten quita quitar quites borre borren borra borrar elimine eliminen elimina eliminar saque saquen saca sacar remueva remuevan \
            remover retire retiren retirar tache tachen excluya excluyan excluir desactiven desactivar retira quitaran quitara borraran borrara eliminaran eliminara sacaran sacara
            """
        ],
        "quitarlo": [
            "quitenlo quitelo borrenlo borrelo eliminenlo eliminelo saquenlo saquelo quitalo borralo eliminalo borrarlo quitarlo eliminarlo remuevanlo"
        ],
        "quitarme": [
            """
            quiteme quitenme quitame quitarme borreme borrenme borrame borrarme elimineme eliminenme eliminame eliminarme saqueme saquenme sacame \
            sacarme remuevame remuevanme removerme retireme retirenme retirarme excluyanme excluyame quitenos quitarnos saquenos sacarnos borrenos \
            borrarnos eliminenos eliminarnos bajenme bajeme desuscribanme desuscribame
            """
        ],
        "lista": [
            "ahi alli lista listas base sistema registro registros directorio contactos mensajes llamadas textos campana aqui esto datos archivo"
        ],
        "baja": ["dese desen darme dame deme denme darnos denos dennos dar den diera dieran doy damos darse dense"],
        "quiero": ["quiero queremos deseo deseamos necesito acepto autorizo permito consiento quisiera quiere"],
        "puede": ["puede pueden puedes podria podrian podrias"],
        "mande": ["mande manden mandes envie envien envies marque marquen marques"],
        "puedo": ["puedo podemos podria"],
        "cosas": [
            """
            cita citas pedido pedidos orden ordenes reservacion reservaciones reserva vuelo viaje envio entrega paquete servicio servicios linea internet cable gimnasio contrato \
            membresia poliza seguro tarjeta cuenta pago pagos cargo cargos producto productos articulo articulos receta medicina clase clases curso boleto \
            boletos cirugia consulta examen operacion visita plan cheque factura renta luz agua gas trabajo escuela turno martes lunes miercoles jueves \
            viernes sabado domingo las tres manana comida cena fiesta evento solicitud tramite compra item sesion transporte taxi prestamo
            """
        ],
        "parientes": [
            """
            mama papa madre padre esposa esposo hijo hija hijos hermano hermana abuela abuelo ex jefe vecino vecina suegra suegro novio novia primo prima tio tia amigo amiga \
            familia banco cobradores cobrador cunado cunada nieto nieta marido mujer companero companera patron doctor maestra escuela
            """
        ],
        "lespido": ["pido pedi pedimos dije digo ruego suplico exijo dijimos he pedido dicho"],
    ]
}

extension OptOutPhrases {
    static let spanish: [(OptOutReading.Rule, [String])] = [
        (
            .doNotContact,
            [
                "no|yano|nunca|jamas|ni|tampoco ya|mas|me|nos|nunca|jamas|que|quiero|vuelvan|sigan* <manden> <estos>* <contactos>|nada|mas|cosas|por|$|ni|porque|otra|textos|a|este|mensajes",
                "no|yano|nunca|jamas|tampoco ya|mas|me|nos|le|les|lo|la|a|por|favor|nunca|jamas|vuelvan|vuelva|vuelvas|vuelve|volver|volvais|sigan|siga|sigas|seguir|esten|este|estes|anden|ande|continuen|continue|quiero|que* <llamen>|<llamando>",
                "no|yano|nunca|jamas ya|mas|me|nos|le|les|lo|la|se|por|que|quiero* vuelvan|vuelva|vuelvas|vuelve|volver a <llamar>|<contactos>|insistir|hacerlo",
                "no|yano|nunca|jamas me|nos|ya* vuelvan|vuelva|vuelvas|volver a <mandar> <estos>* <contactos>|nada|mas|cosas|$|a|este",
                "favor|agradezco|agradeceria de? no volver? a? <llamar>", "favor no <llamar>",
                "<quiero> que ya? no|yano ya|me|nos* <llamen>", "yano mas <contactos>",
                "favor de no volver? a? <mandar> <estos>* <contactos>|nada|mas|cosas|$",
                "^ no|yano <mandar> <estos>* <contactos>|nada|mas",
                "<dejar> de ya? estar|seguir? <mandar>|<llamando> <estos>* <contactos>|cosas|cosa|$|a|tanto|tantos|este",
                "^ no|yano <llamar> mas|aqui|a|este|nunca|$|me|por", "no|nunca|jamas vuelvan|vuelva|vuelvas a <llamar>",
                "no|yano|nunca|jamas me|nos|le? <manden>|<llamen> al|a este|esta|mi|nuestro|nuestra|ese? numero|telefono|celular|cel|casa|linea",
                "no|yano <llamen>", "no me hagan|haga mas? <contactos>|<llamar>",
                "no sigan|siga|sigas <llamando>|insistiendo|con",
                "no tienen|tiene|tienes derecho|permiso|autorizacion|porque|consentimiento|mi* a|para|de|que? <llamar>|<llamen>|$",
                "no <llamen> mas|nunca|otra", "ni me|nos? <llamen>",
                "prohibo|prohibido que? me? <llamen>|<llamar>", "nomas <llamen>|<llamar>",
                "ni se les ocurra <llamar>|volver", "eviten|evite|eviteme <llamar>|<contactos>",
            ]
        ),
        (
            .stopContact,
            [
                "<dejar> ya|de|por|favor* de|con <estos>|molestarme|estar|seguir|andar|tanta|tanto* <llamar>|<contactos>|<llamando>",
                "<dejar> de ya? <llamar>|molestarnos|estar|insistir|seguir|joder|fregar",
                "<dejar> <estos>|ya|con* <contactos>",
                "deje|dejen|pare|paren|pararan|parara|dejaran con|de eso|esto|todo $",
                "pare|paren esto|eso|todo|ya|con $",
                "cancelar|cancele|cancelen|cancela|detener|detenga|detengan|suspender|suspenda|suspendan|anular|anulen|anule|terminar|terminen|desactivar|desactiven|desactive|cancelo <estos>|suscripcion|a|para|futuros|futuras|envio* <flujos>",
                "cancelar|cancele|cancelen|cancelo|anular|terminar|suspender mi|la|esta|este|el suscripcion|servicio de <contactos>",
                "basta de|con ya? <estos>* <contactos>|<llamar>", "basta ya",
                "para de ya? <estos>* <llamar>|<llamando>|<contactos>", "para con <estos>* <contactos>",
                "stop|alto con|a|de <estos>* <contactos>", "stop mensajes|llamadas|textos",
                "que me? paren|dejen|pararan|dejaran $",
                "<lespido> que? ya|me|nos|por|favor|no* paren|pare|pararan|dejen|dejaran|dejara|<llamen>",
                "<lespido> que? ya|me|nos|por|favor* no ya|me|nos|nada* <manden> <estos>* <contactos>|nada|mas|$",
                "quiero|queremos que paren|pare|dejen|deje", "pido|pedi|dije|digo|exijo alto|stop|basta|baja",
                "<puede> parar|dejar|cancelar|detener|suspender de|con|ya? <estos>* <llamar>|<contactos>",
                "<puede> dejar|parar de <mandar> <estos>* <contactos>|$|cosas", "<puede> por? favor? parar|dejar $",
                "paren de mamar", "basta de $", "^ dejen|deje|dejad ya $",
            ]
        ),
        (
            .removal,
            [
                "<quitarlo> de|del <estos>|base* <lista>", "<quitarme> ya|por|favor|todo|inmediatamente? $",
                "<quitarme> ya|por|favor|inmediatamente? de|del <estos>|base|aqui* <lista>",
                "<quitarme> el|mi|este numero|nombre|telefono|celular",
                "cancelar|cancelen|cancele mi|este|nuestro numero", "<baja> de baja a? mi|este|nuestro|el numero",
                "me|nos <quitar> de|del <estos>|base* <lista>",
                "me|nos|que|a|puede|pueden|puedes|podria|podrian|quieren|favor|de|quiten|nos* <quitar> de|del <estos>|base* <lista>",
                "que me <quitar> $", "salir|salirme|salgo de|del <estos>* lista|grupo",
                "yano|ya dejenme|dejeme|dejame $", "<puede> <quitarme> $|de|del|ya",
                "<quitar> mi|este|nuestro|el|mis|ese numero|nombre|telefono|datos|celular|contacto|informacion",
                "<quitar> numero|telefono|contacto",
                "olviden|olvide|olvidense|olvida|pierdan|pierda|bloqueen|boten|desechen mi|de|este|mi numero|mi telefono?",
                "<baja> ya|la|una|por|favor? de? baja $",
                "<baja> de baja de|del|en|a <estos>|servicio|suscripcion|base* <lista>|<contactos>",
                "dame|deme|denme|darme de? baja ya|por|inmediatamente|gracias|a",
                "baja de <estos>* <contactos>|lista", "solicito|pido|quiero|exijo|requiero|deseo mi|la baja $",
                "quiero|deseo|solicito|necesito|queria|quisiera ser? que? me? eliminado|eliminada|borrado|borrada|removido|removida|quitado|sacado ..3 lista|$|base|sistema",
                "quiero|deseo|necesito|quisiera que? me? salir|salirme|salga de|del <estos>* <lista>|aqui",
                "desuscribir|desuscribo|desuscriban <estos>|de|me|mi|numero|ya|por* $|<contactos>|<lista>",
                "me? quiero|deseo|quisiera|puede|pueden|podrian|necesito|favor|por|me* desuscribir|desuscriban",
                "ponganme|pongame|ponme|anoteme|anotenme|agregueme|agreguenme|inscribame|inscribanme|metanme|registreme|incluyame en|a la? lista|registro de? no",
                "en|a la lista|registro de? no <llamar>|<llamen>|contactar",
                "ya|no quiero|deseo estar|seguir|aparecer|pertenecer en|a|de su|la|esta|esa lista|grupo|base",
                "yano quiero|deseo estar|seguir|aparecer|ser|pertenecer en|a|de|mas? su|la|esta|sus lista|grupo|base|contactos",
            ]
        ),
        (
            .wish,
            [
                "no|yano|tampoco|nunca|jamas <quiero>|solicite|pedi|gusta|gustaria|me|de* mas|nunca|nada|seguir|volver|tener|que|ningun|ninguna|de|me|a|sigan|siga* recibir|recibiendo|<flujos>|<llamen>|<llamando>",
                "no|yano <quiero>|solicite|gustan|me* recibir|recibiendo|mas|sus|estos|estas|esos|esas|que|tener|ver|los|las|de|seguir|sigan|mensajes|tantos|tantas|nada|su|ese|este|tipo|a|ser|otra|volver|por|favor|me|nos|nadie|ya* <flujos>|<llamen>|<llamando>|recibir",
                "no|yano <quiero> que|me|nos|ya|mas|nunca|nadie* <manden> <estos>* <contactos>|nada|mas|cosas|$",
                "no|yano me interesa|interesan|gusta|gustan recibir|sus|estos|estas|los|las|mas* mensajes|llamadas|textos|publicidad|recibir",
                "no|yano <quiero> ser? que? me|nos|mas? llamado|llamada|contactado|contactada|molestado|molestada|<llamen>|contactados|molestados",
                "no|yano me|nos hablen|hable|hables|busquen|busque|busques mas|nunca|$|a|por",
                "no|yano quiero|queremos|deseo saber|nada|mas|que|tener|ver|de|con|por|su* de|con ustedes|usted|su|ella|esta",
                "ni|sin una|un|otra? <contactos> mas", "nomas|sin|cero|ni <estos>* <contactos>",
                "no|tampoco estoy|estamos interesado|interesada|interesados en <estos>|recibir* <flujos>",
                "no <contactos> mas|por|$", "no mas <estos>* <contactos>",
                "no necesito|requiero mas|sus|estos|estas <contactos>",
                "prefiero|preferiria que? no|ya? me|recibir <llamen>|<contactos>|recibir|mas",
                "quiero que|dejar ya? no|yano ya|me|nos|recibir|sigan* <llamen>|<contactos>|<llamando>|estos|mensajes|mas",
                "no recibir <estos>* <contactos>",
                "no|sin tengo|tenemos? interes|ganas en|de recibir? <estos>* <contactos>|recibir",
                "vayan|vaya|vete a molestar|fregar|joder|chingar",
                "dejo|dejamos de recibir <estos>* <contactos>|$|esto|estos", "no quiero|deseo|yano ser|formar parte de",
                "canse|cansamos|cansado|cansada|harto|harta|hartos de|con|tanto <estos>* <contactos>|<llamen>|<llamar>|que",
                "quiero|deseo|quisiera|necesito|favor|solicito|pido|puede|puedo|pueden|podrian de? cancelar|detener|parar|terminar|suspender|anular de|recibir? <estos>|suscripcion|recibir|a* <flujos>",
                "yano <flujos>", "yano quiero <flujos>|nada|mas|estos|estas|esto", "yano mas? <contactos>|<llamen>",
            ]
        ),
        (
            .consent,
            [
                "revoco|retiro|cancelo|revocar|retirar|quito|anulo mi|el|todo|todos|cualquier consentimiento|permiso|autorizacion",
                "no|nunca|jamas ya? doy|di|dimos|tienen|tiene|he|autorizo|autorice|consiento|acepto|dado|les|le|mi|el|ningun* consentimiento|permiso|autorizacion|autorizo|consiento|que|sus|estos|estas|recibir <llamen>|<contactos>|para|a|me|$|de|$",
                "no|nunca autorizo|autorice|acepto|consiento|permito|di que|estos|sus|recibir|estas|a|permiso me|nos|mas? <llamen>|<contactos>?",
                "sin mi consentimiento|permiso|autorizacion",
            ]
        ),
        (
            .leaveAlone,
            [
                "dejeme|dejenme|dejame|dejadme|dejenos|dejennos|dejanos ya|por|favor? en|tranquilo|tranquila|solo|sola|tranquilos paz?",
                "dejen|deje|deja de|en paz|molestar|joder|chingar|fregar|fastidiar|dar|estar",
                "me|nos dejen|deje en? paz|tranquilo|tranquila", "larguense|dejen de molestar",
                "no|yano me|nos? jodan|joda|jodas|chinguen|chingues|frieguen|molesten|moleste|molestes|fastidien",
            ]
        ),
        (
            .threat,
            [
                "si|como|cuando|la|proxima|vez|me|nos|vuelven|vuelve|vuelves|vuelvan|siguen|sigue|sigues|a|otra|una|recibo|que|de|nuevo|mas|ustedes* <llamar>|<llamando>|<contactos>|llaman|escriben|mandan|llama|escribe|insisten|molestan ..10 demandar|demando|demandarlos|demanda|abogado|abogada|policia|denuncio|denunciar|denuncia|denunciarlos|reporto|reportar|reportarlos|bloqueo|bloquear|legal|legales|corte|fcc|demandare|denunciare|reportare",
                "otra|otro|una|un llamada|mensaje|llamadita mas|y ..10 demando|demandar|abogado|policia|denuncio|denunciar|reporto|reportar|bloqueo|legal|corte|demandarlos|denuncia",
                "demandar|demando|denunciar|denuncio|reportar|reporto|voy ..4 si ..4 <llamar>|<llamando>|<llamen>|<contactos>|llaman|escriben",
            ]
        ),
    ]
}

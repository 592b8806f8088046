/// A call that sells.
extension StarterBot {
    var offer: String {
        header(
            """
            # Calls people with an offer, which makes it telemarketing: the opt-out comes right behind the name and the purpose, works
            # at every prompt, is never asked about, and ends the call (47 CFR 64.1200(b)(3), 16 CFR 310.4(b)(1)(v)). Such a call
            # needs the person's written consent. Change the words to your own.
            """
        ) + """


            # When it calls, beside the law's own hours: a schedule of bots/schedules.
            schedule: \(StarterBot.schedule)

            # Heard within 15 seconds of the answer: who calls, why, and how to stop it. The first prompt has these words.
            intent:
              \(entry("caller", .caller, at: 2))
              \(entry("purpose", .offerPurpose, at: 2))
              \(entry("opt_out", .howToStop, at: 2))

            # Holds at every menu. The number is on the list at once, and the call ends.
            opt_out:
              press: "9"
              ask: never
              scope: all
              \(entry("goodbye", .optedOut, at: 2))

            universals:
              repeat: {press: "*", say: \(phrases(.again))}
              operator: {press: "0", say: \(phrases(.person)), go: desk}

            \(entry("apology", .apology, at: 0))

            start: greeting

            nodes:
              # The number to call back is told here: 47 CFR 64.1200(b)(2). Digits are spoken one by one.
              greeting:
                type: decision_menu
                \(entry("prompt", .offerGreeting, at: 4))
                options:
                  - {name: offer, press: "1", say: \(phrases(.hearOffer)), go: offer}
                  - {name: no-thanks, press: "2", say: \(phrases(.no)), go: goodbye}
                # The first silence hears this, the second goes on. Voicemail is silent too.
                \(retry("no_input", .offerChoices, then: "goodbye"))
                \(retry("no_match", .offerChoices, then: "goodbye"))

              offer:
                type: decision_menu
                \(entry("prompt", .offerTerms, at: 4))
                options:
                  - {name: interested, press: "1", say: \(phrases(.yes)), go: desk}
                  - {name: not-interested, press: "2", say: \(phrases(.no)), go: goodbye}
                \(retry("no_input", .offerAnswers, then: "goodbye"))
                \(retry("no_match", .offerAnswers, then: "goodbye"))

              desk:
                type: forward_call
                \(entry("prompt", .connecting, at: 4))
                number: "+12065550100"   # your own
                timeout: 20s
                completed: goodbye
                busy: nobody
                no_answer: nobody
                failed: nobody

              nobody:
                type: message
                \(entry("prompt", .nobody, at: 4))
                go: call-us

              call-us:
                type: message
                \(entry("prompt", .callUs, at: 4))
                go: goodbye

              goodbye:
                type: hang_up
                \(entry("prompt", .goodbye, at: 4))

            """
    }
}

extension Wording {
    fileprivate static let hearOffer = Wording("offer", "oferta")
    fileprivate static let offerPurpose = Wording("an offer for a care plan", "una oferta de un plan de servicio")
    fileprivate static let offerGreeting = Wording(
        "This is CALLER with an offer for a care plan. To stop these calls, press 9 or say stop.\n"
            + "Our number is 2 0 6, 5 5 5, 0 1 0 0. To hear the offer, press 1 or say offer.\n"
            + "If you are not interested, press 2 or say no. For a person, press 0.",
        "Le llama CALLER con una oferta de un plan de servicio. Para no recibir más llamadas, oprima 9 o diga alto.\n"
            + "Nuestro número es 2 0 6, 5 5 5, 0 1 0 0. Para escuchar la oferta, oprima 1 o diga oferta.\n"
            + "Si no le interesa, oprima 2 o diga no. Para hablar con una persona, oprima 0."
    )
    fileprivate static let offerChoices = Wording(
        "Press 1 to hear the offer, or 2 to end the call. To stop these calls, press 9.",
        "Oprima 1 para escuchar la oferta, o 2 para terminar. Para no recibir más llamadas, oprima 9."
    )
    fileprivate static let offerTerms = Wording(
        "With the plan, two visits a year have one fixed price. To talk to somebody about it, press 1 or say yes.\n"
            + "To end the call, press 2 or say no. To stop these calls, press 9.",
        "Con el plan, dos visitas al año tienen un precio fijo. Para hablar con alguien, oprima 1 o diga sí.\n"
            + "Para terminar, oprima 2 o diga no. Para no recibir más llamadas, oprima 9."
    )
    fileprivate static let offerAnswers = Wording(
        "Press 1 to talk to somebody about the plan, or 2 to end the call.",
        "Oprima 1 para hablar con alguien sobre el plan, o 2 para terminar."
    )
}

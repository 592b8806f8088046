/// A call that informs: an appointment, to be confirmed or moved.
extension StarterBot {
    var reminder: String {
        header(
            """
            # Calls people about an appointment: they confirm it, or talk to somebody to move it. Change the words to your own.
            """
        ) + """


            # When it calls, beside the law's own hours: a schedule of bots/schedules.
            schedule: \(StarterBot.schedule)

            # Heard within 15 seconds of the answer: who calls, why, and how to stop it. The first prompt has these words.
            intent:
              \(entry("caller", .caller, at: 2))
              \(entry("purpose", .reminderPurpose, at: 2))
              \(entry("opt_out", .howToStop, at: 2))

            # Holds at every menu. The number is on the list at once; the menu that confirms can take it off again.
            opt_out:
              press: "9"
              confirm: confirm-opt-out
              ask: always
              scope: all
              \(entry("goodbye", .optedOut, at: 2))

            universals:
              repeat: {press: "*", say: \(phrases(.again))}
              operator: {press: "0", say: \(phrases(.person)), go: desk}

            \(entry("apology", .apology, at: 0))

            start: greeting

            nodes:
              greeting:
                type: decision_menu
                \(entry("prompt", .reminderGreeting, at: 4))
                options:
                  - {name: confirm, press: "1", say: \(phrases(.confirm, .yes)), go: confirmed}
                  - {name: move, press: "2", say: \(phrases(.move)), go: desk}
                # The first silence hears this, the second goes on. Voicemail is silent too.
                \(retry("no_input", .reminderChoices, then: "call-us"))
                \(retry("no_match", .reminderChoices, then: "call-us"))

              confirmed:
                type: message
                \(entry("prompt", .reminderConfirmed, at: 4))
                go: call-us

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

              # An automated call tells a number to call back: 47 CFR 64.1200(b)(2). Digits are spoken one by one.
              call-us:
                type: message
                \(entry("prompt", .callUs, at: 4))
                go: goodbye

              confirm-opt-out:
                type: decision_menu
                \(entry("prompt", .confirmOptOut, at: 4))
                options:
                  - {name: stop, press: "1", say: \(phrases(.yes)), opt_out: confirmed}
                  - {name: keep, press: "2", say: \(phrases(.no)), opt_out: withdrawn}
                # Silence, and what is no answer, leave the number on the list.
                \(retry("no_input", .confirmOptOutChoices, then: "goodbye"))
                \(retry("no_match", .confirmOptOutChoices, then: "goodbye"))

              goodbye:
                type: hang_up
                \(entry("prompt", .goodbye, at: 4))

            """
    }
}

extension Wording {
    static let caller = Wording("CALLER", "CALLER")
    static let howToStop = Wording("press 9 or say stop", "oprima 9 o diga alto")
    static let optedOut = Wording("You will not be called again. Goodbye.", "No le volveremos a llamar. Adiós.")
    static let callUs = Wording(
        "You can call CALLER at 2 0 6, 5 5 5, 0 1 0 0.",
        "Puede llamar a CALLER al 2 0 6, 5 5 5, 0 1 0 0."
    )
    fileprivate static let confirm = Wording("confirm", "confirmar")
    fileprivate static let move = Wording("move it", "cambiar la cita")
    fileprivate static let reminderPurpose = Wording("about your appointment", "acerca de su cita")
    fileprivate static let reminderGreeting = Wording(
        "Hello, this is CALLER about your appointment. To stop these calls, press 9 or say stop.\n"
            + "To confirm your appointment, press 1 or say confirm. To move it, press 2 or say move it. "
            + "For a person, press 0.",
        "Hola, le llama CALLER acerca de su cita. Para no recibir más llamadas, oprima 9 o diga alto.\n"
            + "Para confirmar su cita, oprima 1 o diga confirmar. Para cambiarla, oprima 2 o diga cambiar la cita. "
            + "Para hablar con una persona, oprima 0."
    )
    fileprivate static let reminderChoices = Wording(
        "Press 1 to confirm your appointment, or 2 to move it. To stop these calls, press 9.",
        "Oprima 1 para confirmar su cita, o 2 para cambiarla. Para no recibir más llamadas, oprima 9."
    )
    fileprivate static let reminderConfirmed = Wording(
        "Thank you. We look forward to seeing you.",
        "Gracias. Le esperamos."
    )
    fileprivate static let confirmOptOut = Wording(
        "Shall CALLER stop calling you? Press 1 or say yes to stop the calls. Press 2 or say no to keep them.",
        "¿Quiere que CALLER deje de llamarle? Oprima 1 o diga sí para no recibir más llamadas. "
            + "Oprima 2 o diga no para seguir recibiéndolas."
    )
    fileprivate static let confirmOptOutChoices = Wording(
        "Press 1 to stop the calls, or 2 to keep them.",
        "Oprima 1 para no recibir más llamadas, o 2 para seguir recibiéndolas."
    )
}

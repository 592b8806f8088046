/// A business's own number: hours, an order, a person.
extension StarterBot {
    var inbound: String {
        header(
            "# Answers a business's own number: opening hours, an order by its number, or a person. Change the words to your own."
        )
            + """


            variables:
              order_number: text   # what the caller typed, for whoever takes the call

            # What a caller may ask for at every menu. A plain request to stop all calls is understood as well.
            universals:
              repeat: {press: "*", say: \(phrases(.again))}
              operator: {press: "0", say: \(phrases(.person)), go: desk}

            \(entry("apology", .apology, at: 0))

            start: welcome

            nodes:
              welcome:
                type: decision_menu
                \(entry("prompt", .welcome, at: 4))
                options:
                  - {name: hours, press: "1", say: \(phrases(.hours)), go: hours}
                  - {name: order, press: "2", say: \(phrases(.order)), go: order}
                # The first silence hears this, the second goes on: nobody is left without an answer.
                \(retry("no_input", .welcomeChoices, then: "desk"))
                \(retry("no_match", .welcomeChoices, then: "desk"))

              hours:
                type: message
                \(entry("prompt", .openingHours, at: 4))
                go: anything-else

              order:
                type: touchtone_capture
                \(entry("prompt", .askOrder, at: 4))
                variable: order_number
                digits: 5
                \(retry("no_input", .askOrderAgain, then: "desk"))
                \(retry("no_match", .askOrderAgain, then: "desk"))
                go: order-typed

              order-typed:
                type: message
                \(entry("prompt", .orderTyped, at: 4))
                go: desk

              anything-else:
                type: decision_menu
                \(entry("prompt", .anythingElse, at: 4))
                options:
                  - {name: more, press: "1", say: \(phrases(.yes)), go: welcome}
                  - {name: done, press: "2", say: \(phrases(.no)), go: goodbye}
                no_input: {then: goodbye}
                \(retry("no_match", .anythingElseChoices, then: "goodbye"))

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
                go: goodbye

              goodbye:
                type: hang_up
                \(entry("prompt", .goodbye, at: 4))

            """
    }
}

extension Wording {
    fileprivate static let hours = Wording("opening hours", "horario")
    fileprivate static let order = Wording("my order", "mi pedido")
    fileprivate static let welcome = Wording(
        "Thank you for calling CALLER. For our opening hours, press 1 or say opening hours.\n"
            + "For your order, press 2 or say my order. For a person, press 0.",
        "Gracias por llamar a CALLER. Para conocer nuestro horario, oprima 1 o diga horario.\n"
            + "Para su pedido, oprima 2 o diga mi pedido. Para hablar con una persona, oprima 0."
    )
    fileprivate static let welcomeChoices = Wording(
        "Press 1 for our opening hours, 2 for your order, or 0 for a person.",
        "Oprima 1 para conocer nuestro horario, 2 para su pedido, o 0 para hablar con una persona."
    )
    fileprivate static let openingHours = Wording(
        "We are open Monday to Friday, from nine in the morning to six in the evening.",
        "Abrimos de lunes a viernes, de nueve de la mañana a seis de la tarde."
    )
    fileprivate static let askOrder = Wording(
        "Please type the five digits of your order number.",
        "Por favor, marque los cinco dígitos de su número de pedido."
    )
    fileprivate static let askOrderAgain = Wording(
        "Please type the five digits of your order number. It stands at the top of your receipt.",
        "Por favor, marque los cinco dígitos de su número de pedido. Está en la parte de arriba de su recibo."
    )
    fileprivate static let orderTyped = Wording(
        "Thank you. Somebody will tell you about your order.",
        "Gracias. Alguien le informará sobre su pedido."
    )
    fileprivate static let anythingElse = Wording(
        "Is there anything else? Press 1 or say yes for the menu, press 2 or say no to end the call.",
        "¿Desea algo más? Oprima 1 o diga sí para volver al menú, oprima 2 o diga no para terminar."
    )
    fileprivate static let anythingElseChoices = Wording(
        "Press 1 for the menu, or 2 to end the call.",
        "Oprima 1 para volver al menú, o 2 para terminar."
    )
}

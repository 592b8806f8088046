import BotGraph
import BotLint
import Testing

/// What a prompt is taken to promise, read off the findings of a menu that keeps none of it.
struct PromptPromiseTests {
    private static func promised(_ prompt: String, rule: String) throws -> [String] {
        let text = """
            bot: example
            title: Example
            languages: [en-US]
            start: main
            nodes:
              main:
                type: decision_menu
                prompt: >-
                  \(prompt)
                options:
                  - {name: nothing, say: [qwerty], go: goodbye}
                default: goodbye
              goodbye: {type: hang_up}

            """
        let result = MarkedSource(text).load()
        _ = try #require(result.bot, "\(result.diagnostics)")
        return Linter.lint(result).filter { $0.id == rule }.compactMap { finding in
            // "the prompt promises key 1, which …" and "the prompt promises 'agent', which …".
            let end = finding.message.firstRange(of: ", which")?.lowerBound ?? finding.message.endIndex
            let promise = finding.message[..<end].drop { $0 != "k" && $0 != "'" }
            return promise.hasPrefix("key ") ? String(promise.dropFirst(4)) : String(promise.dropFirst().dropLast())
        }
    }

    /// The keys that a prompt promises, in order.
    private static func keys(_ prompt: String) throws -> [String] { try promised(prompt, rule: "promised-key") }

    /// The phrases that a prompt promises, in order.
    private static func phrases(_ prompt: String) throws -> [String] { try promised(prompt, rule: "promised-phrase") }

    @Test(arguments: [
        ("Press 1.", ["1"]),
        ("For sales, press 1. For service, press 2.", ["1", "2"]),
        ("For sales press one, for service press two, or press zero.", ["1", "2", "0"]),
        ("Press 1 or 2.", ["1", "2"]),
        ("Press 1, 2, or 3 now.", ["1", "2", "3"]),
        ("Press 1 for sales, 2 for service, or 0 to talk to a person.", ["1", "2", "0"]),
        ("Press 1 for sales or two for service.", ["1", "2"]),
        ("Press the number 4 key.", ["4"]),
        ("Press the star key, or the pound key.", ["*", "#"]),
        ("Press * to go back or # to repeat.", ["*", "#"]),
        ("Press #1 for sales.", ["1"]),
        ("Press \"7\" to hear this again.", ["7"]),
        ("Please press or say 3.", ["3"]),
        ("Press, or say, five.", ["5"]),
        ("You can reach us by pressing 8.", ["8"]),
        ("Just hit 6 to continue.", ["6"]),
        ("Dial 0 for the operator.", ["0"]),
        ("Key in 5 for more.", ["5"]),
        ("To hear it again, enter 2.", ["2"]),
        ("Press 12 for the second floor.", ["12"]),
        ("To stop these calls, press 9 or say qwerty.", ["9"]),
        ("Press 1 for the 4-digit PIN.", ["1"]),
        ("Press 1 if you have one or two children.", ["1"]),
        ("Press 1 2 times to skip.", ["1"]),
        ("Press 1 for the {{actor.city}} office, press 2 for others.", ["1", "2"]),
    ])
    func `keys are read in English`(prompt: String, keys: [String]) throws {
        #expect(try PromptPromiseTests.keys(prompt) == keys)
    }

    @Test func `a range promises each of its keys`() throws {
        #expect(try PromptPromiseTests.keys("Press 1 through 5 to rate us.") == ["1", "2", "3", "4", "5"])
        #expect(try PromptPromiseTests.keys("Press a number from 1 to 3.") == ["1", "2", "3"])
        #expect(try PromptPromiseTests.keys("Enter a number between 2 and 4.") == ["2", "3", "4"])
        #expect(try PromptPromiseTests.keys("Press 1-3.") == ["1", "2", "3"])
        #expect(try PromptPromiseTests.keys("Oprima un número del 1 al 3.") == ["1", "2", "3"])
        #expect(try PromptPromiseTests.keys("Appuyez sur un chiffre de 1 à 3.") == ["1", "2", "3"])
    }

    @Test(arguments: [
        ("Para ventas, marque el 1. Para servicio, marque el 2.", ["1", "2"]),
        ("Oprima 2 para continuar, o cero para hablar con alguien.", ["2", "0"]),
        ("Si desea más información, pulse 3.", ["3"]),
        ("Presione la tecla numeral para repetir.", ["#"]),
        ("Presione asterisco para volver.", ["*"]),
        ("Oprima uno para ventas, dos para servicio o tres para horarios.", ["1", "2", "3"]),
        ("Marque cinco.", ["5"]),
        ("For English, press 1. Para español, oprima dos.", ["1", "2"]),
        ("Pour les ventes, appuyez sur le 1. Pour le service, tapez 2.", ["1", "2"]),
        ("Appuyez sur la touche étoile ou sur dièse.", ["*", "#"]),
        ("Pour confirmer, appuyez sur un ou composez le 2.", ["1", "2"]),
    ])
    func `keys are read in Spanish and French`(prompt: String, keys: [String]) throws {
        #expect(try PromptPromiseTests.keys(prompt) == keys)
    }

    @Test(arguments: [
        "Press any key to continue.",
        "Enter your 4-digit PIN.",
        "Please enter the 4 digits of your PIN.",
        "Type 4 to 8 digits.",
        "Enter 6 digits, 2 for the month and 4 for the year.",
        "See our press release of May 5.",
        "Rate us from 1 to 5 stars.",
        "Give us 1, 2 or 3 stars.",
        "If this is an emergency, hang up and dial 911.",
        "If this is an emergency, hang up and dial 9 1 1.",
        "Call us at 2 0 6, 5 5 5, 0 1 0 0.",
        "Dial 1-800-555-0100 for help.",
        "Call us back and press 2 in the main menu.",
        "Do not press 1 yet.",
        "Don't press 0 more than once.",
        "Por favor no oprima 1.",
        "N'appuyez pas sur 1.",
        "You pressed 1.",
        "Press one of the keys.",
        "Oprima una de las teclas.",
        "Appuyez sur une des touches.",
        "Your visit is on May 3, at 4 or 5.",
        "You owe $5, or 2 payments of $3.",
        "Your pulse 72 is fine.",
        "Sales hit 5 million, or 2 for each of us.",
        "We are open 9 to 5, 7 days a week.",
        "En caso de emergencia, marque el 911.",
        "En cas d'urgence, composez le 112.",
        "Press {{key}} to continue.",
        "{{IF(TRUE, \"press 1\", \"\")}}",
        "Choose from 3 plans, or 2 bundles.",
        "We have 2 for 1 offers.",
        "Press and hold.",
        "The press 24/7 hotline is busy.",
    ])
    func `what only looks like a key promises none`(prompt: String) throws {
        let declared = prompt.replacing("{{key}}", with: "{{actor.key}}")
        #expect(try PromptPromiseTests.keys(declared) == [])
    }

    @Test(arguments: [
        ("Say agent.", ["agent"]),
        ("To confirm, say confirm. To reschedule, say another day.", ["confirm", "another day"]),
        ("Press 1 or say confirm.", ["confirm"]),
        ("Say repeat to hear this again.", ["repeat"]),
        ("Say sales, support, or billing.", ["sales", "support", "billing"]),
        ("Say yes or no.", ["yes", "no"]),
        ("Say \"main menu\" at any time.", ["main menu"]),
        ("Please say I want to talk to an agent.", ["I want to talk to an agent"]),
        ("You can say help.", ["help"]),
        ("Say the word agent.", ["agent"]),
        ("Para hablar con alguien, diga operadora.", ["operadora"]),
        ("Diga sí o no.", ["sí", "no"]),
        ("Puede decir repetir para oír esto otra vez.", ["repetir"]),
        ("Pour un conseiller, dites conseiller.", ["conseiller"]),
        ("Say agent or stay on the line.", ["agent"]),
    ])
    func `phrases are read as far as they certainly go`(prompt: String, phrases: [String]) throws {
        #expect(try PromptPromiseTests.phrases(prompt) == phrases)
    }

    @Test(arguments: [
        "Say your name.",
        "Please say or enter your account number.",
        "We are sorry to say that we are closed.",
        "As they say, better late than never.",
        "Doctors say exercise helps.",
        "You can say what you want.",
        "When you say yes, we begin.",
        "Diga su nombre.",
        "Dites votre nom.",
        "Say the name of the street.",
        "Say {{actor.word}}.",
        "Do not say anything.",
    ])
    func `what is only described is no phrase`(prompt: String) throws {
        #expect(try PromptPromiseTests.phrases(prompt) == [])
    }
}

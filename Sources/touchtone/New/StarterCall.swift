import Telephony

/// A call script of a starter bot: a test that reads like a conversation.
struct StarterCall: Sendable {
    /// One line of a script.
    enum Step: Sendable {
        case hear(Wording)
        case press(String)
        case say(Wording)
        case silence
        /// How a forwarded call ends.
        case forward(String)
        case expect(String)
    }

    let name: String
    let title: String
    let steps: [Step]

    func text(caller: String, language: LanguageTag) -> String {
        let lines = steps.map { step in
            switch step {
            case .hear(let wording): "  - hear: \"\(wording.text(caller: caller, language: language))\""
            case .press(let keys): "  - press: \"\(keys)\""
            case .say(let wording): "  - say: \"\(wording.text(caller: caller, language: language))\""
            case .silence: "  - silence"
            case .forward(let end): "  - forward ends: \(end)"
            case .expect(let facts): "  - expect: {\(facts)}"
            }
        }
        return "title: \(title)\nsteps:\n" + lines.joined(separator: "\n") + "\n"
    }

    private static let stop = Wording("To stop these calls, press 9", "Para no recibir más llamadas, oprima 9")
    private static let number = Wording("2 0 6, 5 5 5, 0 1 0 0", "2 0 6, 5 5 5, 0 1 0 0")

    static let inbound = [
        StarterCall(
            name: "hours",
            title: "A caller asks for the opening hours and wants nothing else.",
            steps: [
                .hear(.caller), .press("1"), .hear(Wording("Monday to Friday", "de lunes a viernes")), .say(.no),
                .hear(.goodbye), .expect("ended: completed"),
            ]
        ),
        StarterCall(
            name: "order",
            title: "A caller types the number of an order, and nobody answers.",
            steps: [
                .press("2"), .hear(Wording("order number", "número de pedido")), .press("12345"), .hear(.connecting),
                .expect("variable: order_number, equals: \"12345\""), .forward("no-answer"), .hear(.nobody),
                .expect("ended: completed"),
            ]
        ),
        StarterCall(
            name: "silence",
            title: "A silent caller is reminded once and then put through.",
            steps: [
                .silence, .hear(Wording("Press 1 for our opening hours", "Oprima 1 para conocer nuestro horario")),
                .silence, .hear(.connecting), .forward("completed"), .hear(.goodbye), .expect("ended: completed"),
            ]
        ),
    ]

    static let reminder = [
        StarterCall(
            name: "confirm",
            title: "Somebody hears who calls, why and how to stop it, and confirms.",
            steps: [
                .hear(.caller), .hear(stop), .press("1"), .hear(number), .hear(.goodbye),
                .expect("ended: completed, opted out: false"),
            ]
        ),
        StarterCall(
            name: "silence",
            title: "Voicemail hears the reminder once, and whom to call.",
            steps: [.silence, .hear(stop), .silence, .hear(number), .expect("ended: completed, opted out: false")]
        ),
        StarterCall(
            name: "stop",
            title: "Somebody presses 9 and confirms that the calls shall stop.",
            steps: [
                .press("9"), .expect("opted out: true"), .press("1"), .hear(.optedOut),
                .expect("ended: opted-out, opted out: true"),
            ]
        ),
    ]

    static let offer = [
        StarterCall(
            name: "interested",
            title: "Somebody hears the offer and talks to a person.",
            steps: [
                .hear(.caller), .hear(stop), .press("1"), .hear(Wording("fixed price", "precio fijo")), .say(.yes),
                .hear(.connecting), .forward("completed"), .hear(.goodbye),
                .expect("ended: completed, opted out: false"),
            ]
        ),
        StarterCall(
            name: "silence",
            title: "Voicemail hears the choices once more.",
            steps: [.silence, .hear(stop), .silence, .hear(.goodbye), .expect("ended: completed, opted out: false")]
        ),
        StarterCall(
            name: "stop",
            title: "Somebody presses 9, and the call ends.",
            steps: [.press("9"), .hear(.optedOut), .expect("ended: opted-out, opted out: true")]
        ),
    ]
}

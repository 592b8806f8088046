/// What editors offer for a key: the value it has where the file gives none, and examples.
enum SchemaHints {
    static func hints(of key: String, in table: String) -> BotSchema.Members {
        var members: BotSchema.Members = []
        if let value = defaults["\(table).\(key)"] { members.append(("default", value)) }
        if let values = examples["\(table).\(key)"] ?? examples["*.\(key)"] {
            members.append(("examples", .array(values)))
        }
        return members
    }

    private static let defaults: [String: JSONText] = [
        "bot.channel": .string("voice"),
        "bot.direction": .string("inbound"),
        "bot.purpose": .string("informational"),
        "bot.languages": .array([.string("en-US")]),
        "variable.required": .boolean(false),
        "variable.secret": .boolean(false),
        "opt_out.scope": .string("all"),
        "decision_menu.timeout": .string("5s"),
        "decision_menu.barge_in": .boolean(true),
        "touchtone_capture.timeout": .string("5s"),
        "touchtone_capture.min_digits": .number(1),
        "touchtone_capture.max_digits": .number(64),
        "touchtone_capture.finish_on_key": .string("#"),
        "forward_call.timeout": .string("30s"),
    ]

    private static let examples: [String: [JSONText]] = [
        "bot.bot": [.string("appointment-reminder")],
        "bot.title": [.string("Appointment reminder")],
        "bot.languages": [.array([.string("en-US"), .string("es-US")])],
        "bot.voices": [.object([("en-US", .string("Polly.Joanna")), ("es-US", .string("Polly.Lupe"))])],
        "bot.variables": [
            .object([
                ("appointment", .object([("type", .string("datetime")), ("required", .boolean(true))])),
                ("tries", .object([("type", .string("number")), ("default", .number(0))])),
            ])
        ],
        "bot.schedule": [.string("office-hours"), .string("TCPA-CA-America/Los_Angeles")],
        "bot.start": [.string("greeting")],
        "intent.caller": [.string("Riverside Dental")],
        "intent.purpose": [.string("about your appointment")],
        "intent.opt_out": [.string("press 9 or say stop")],
        "opt_out.press": [.string("9")],
        "opt_out.confirm": [.string("confirm-opt-out")],
        "option.name": [.string("confirm")],
        "option.press": [.string("1"), .string("12#")],
        "option.say": [.array([.string("confirm"), .string("yes")])],
        "option.set": [.object([("answer", .string("\"confirmed\""))])],
        "case.when": [.string("balance > 0")],
        "touchtone_capture.digits": [.number(6)],
        "touchtone_capture.validate": [.string("account <> \"000000\"")],
        "forward_call.number": [.string("+12065550100"), .string("{{call.to}}")],
        "forward_call.numbers": [.array([.string("+12065550100"), .string("+12065550101")])],
        "set.values": [.object([("tries", .string("tries + 1"))])],
        "recording.recording": [.string("welcome"), .string("menus/main")],
        "retries.prompts": [.array([.string("I did not hear you."), .string("Press 1 to confirm.")])],
        "*.prompt": [.string("To confirm, press 1."), .object([("recording", .string("welcome"))])],
        "*.voice": [.string("Polly.Joanna")],
        "*.before": [.array([.object([("set", .object([("tries", .string("tries + 1"))]))])])],
    ]
}

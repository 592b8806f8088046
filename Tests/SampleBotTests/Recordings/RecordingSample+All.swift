import Carrier
import Simulator
import Telephony

extension RecordingSample {
    /// Every recording beside the sample bots: one for each call script that a person wrote, and the difficult calls.
    static let all: [RecordingSample] = SampleBot.all.flatMap { bot in scripted(bot) + difficult(bot) }

    private static func scripted(_ bot: SampleBot) -> [RecordingSample] {
        bot.scripts.filter { !$0.name.hasPrefix("explored-") }.map { script in
            let name = String(script.name.dropLast(".yaml".count))
            var sample = RecordingSample(bot: bot, name: name, conversation: .script(script))
            sample.troubles = troubles["\(bot.name)/\(name)"] ?? DeliveryTroubles()
            if bot.name != "front-desk", name == "silence" {
                sample.parameters = [FormParameters.Parameter("AnsweredBy", "machine_start")]
            }
            return sample
        }
    }

    /// What goes wrong on the way in the calls of some scripts.
    private static let troubles: [String: DeliveryTroubles] = [
        "appointment-reminder/confirm": DeliveryTroubles(repetition: .afterReply),
        "appointment-reminder/desk-busy": DeliveryTroubles(repetition: .atOnce),
        "appointment-reminder/stop-by-key": DeliveryTroubles(replaysStale: true),
        "appointment-reminder/wrong-answers": DeliveryTroubles(statusOrder: .doubled, sendsEmptyDigits: true),
        "appointment-reminder/stop-withdrawn": DeliveryTroubles(statusOrder: .reversed),
        "debt-notice/wrong-person": DeliveryTroubles(repetition: .afterReply, statusOrder: .doubled),
        "debt-notice/stop-by-key": DeliveryTroubles(repetition: .atOnce),
        "debt-notice/reference-unknown": DeliveryTroubles(replaysStale: true, sendsEmptyDigits: true),
        "front-desk/hours": DeliveryTroubles(repetition: .afterReply),
        "front-desk/stop-plainly": DeliveryTroubles(repetition: .atOnce, statusOrder: .doubled),
        "front-desk/stop-unclear-keep": DeliveryTroubles(replaysStale: true),
    ]

    private static func difficult(_ bot: SampleBot) -> [RecordingSample] {
        switch bot.name {
        case "appointment-reminder":
            callers(
                bot,
                values: ["day": "Monday", "time": "ten"],
                stop: ("Digits", "9"),
                earlier: ("We will try again another time.", "We will try again tomorrow."),
                leg: "the front desk"
            )
        case "debt-notice":
            callers(
                bot,
                values: ["reference": "4417"],
                stop: ("SpeechResult", "stop calling me"),
                earlier: ("We are sorry for the trouble.", "Sorry for the trouble."),
                leg: "an agent"
            )
        case "front-desk":
            callers(
                bot,
                values: [:],
                stop: ("SpeechResult", "please take me off your list"),
                earlier: ("Nothing is due on that account.", "You owe nothing on that account."),
                leg: "a person"
            ) + [hangUpWhenAsked(bot)]
        default: []
        }
    }

    private static func callers(
        _ bot: SampleBot,
        values: [String: String],
        stop: (name: String, value: String),
        earlier: (now: String, before: String),
        leg: String
    ) -> [RecordingSample] {
        let first = CallerAct.press(Digits(.one))
        var late = RecordingSample(
            bot: bot,
            name: "stop-after-hang-up",
            conversation: .acts(
                [.interrupt(after: .seconds(4), .hangUp)],
                person: "+12065550181",
                values: values
            )
        )
        late.note = "Somebody asks to stop and hangs up at once; the end of the call is told before what they asked."
        late.stragglers = [.turn(step: 0, name: stop.name, value: stop.value)]

        var stragglers = RecordingSample(
            bot: bot,
            name: "webhooks-after-the-end",
            conversation: .acts([first, .hangUp], person: "+12065550182", values: values)
        )
        stragglers.note =
            "A caller hangs up in the second menu; a turn, the turn before it and a status come afterwards."
        stragglers.stragglers = [
            .turn(step: 1, name: "Digits", value: "2"),
            .turn(step: 0, name: "Digits", value: "1"),
            .status("ringing", sequence: 0),
        ]

        var long = RecordingSample(
            bot: bot,
            name: "too-long",
            conversation: .acts(
                [.press(Digits(.zero)), .forwardEnds(.completed, talking: .seconds(4 * 3_600 + 60))],
                person: "+12065550183",
                values: values
            )
        )
        long.note = "A caller talks with \(leg) until the call is longer than any may be, and it ends politely."
        long.timeLimit = .seconds(5 * 3_600)

        var changed = RecordingSample(
            bot: bot,
            name: "version-change",
            conversation: .acts([.silence, first, .hangUp], person: "+12065550184", values: values)
        )
        changed.note =
            "The bot's file is replaced in the middle of the call, which goes on with the version it began with."
        changed.earlierWords = earlier
        return [late, stragglers, long, changed]
    }

    private static func hangUpWhenAsked(_ bot: SampleBot) -> RecordingSample {
        RecordingSample(
            bot: bot,
            name: "stop-unclear-hang-up",
            note: "A caller who is asked whether they meant it hangs up, and is not called again.",
            conversation: .acts([.say("how do i opt out"), .hangUp], person: "+12065550185", values: [:])
        )
    }
}

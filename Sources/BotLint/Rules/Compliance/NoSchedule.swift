package import BotGraph
import Telephony

/// A bot that calls people at any hour that the law leaves open.
package struct NoSchedule: LintRule {
    package let id = "no-schedule"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "an outbound bot that keeps to no schedule of its own"
    package let explanation = """
        The law's hours are the outermost: for telemarketing 8 a.m. to 9 p.m. where the person is, 47 CFR 64.1200(c)(1), and \
        many states allow less. They are always kept. For an informational call federal law names no hours at all. A business \
        also has hours in which somebody is there for the people who ask for a person, and those stand in a schedule.

        Found is an outbound bot without `schedule`.

        Name one of `bots/schedules/` ("office-hours"), or one of the ready ones by region, such as `TCPA-WA-America/Los_Angeles`.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.outbound(NoSchedule.rest)],
        failing: [
            ExampleBots.outbound(NoSchedule.rest)
                .replacing("schedule: office-hours\n", with: "")
                .replacing("direction:", with: "↓direction:")
        ]
    )

    private static let rest = """
        opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
            options:
              - {name: confirm, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard bot.direction == .outbound, bot.schedule == nil else { return [] }
        let place = subject.place(ofHeader: "direction")
        return [finding(.none(bot.name), at: place ?? bot.startLocation, length: place == nil ? 1 : "direction".count)]
    }
}

extension LintMessage {
    fileprivate static func none(_ bot: BotName) -> LintMessage {
        """
        '\(bot)' calls people and names no `schedule`, so it calls whenever the law allows, also when nobody is there to help; \
        add one, such as `schedule: office-hours`
        """
    }
}

/// The beginnings of the bot files that rules show as examples.
enum ExampleBots {
    /// A bot that is called, with the lines that follow its header.
    static func inbound(_ rest: String) -> String {
        """
        bot: front-desk
        title: Front desk
        channel: voice
        direction: inbound
        purpose: informational
        languages: [en-US]

        """ + rest + "\n"
    }

    /// The universal that gives a number to call; an outbound bot has to speak one somewhere.
    static let help = "universals: {help: {say: [help], prompt: \"You can call us at 2 0 6, 5 5 5, 0 1 0 0.\"}}\n"

    /// A bot that calls people, with the lines that follow its header.
    ///
    /// It keeps to a schedule, and says a number in its help unless the lines have universals of their own.
    static func outbound(purpose: String = "informational", _ rest: String) -> String {
        """
        bot: reminder
        title: Reminder
        channel: voice
        direction: outbound
        purpose: \(purpose)
        languages: [en-US]
        schedule: office-hours
        intent: {caller: Riverside Dental, purpose: about your visit, opt_out: press 9}

        """ + (rest.contains("universals:") ? "" : help) + rest + "\n"
    }
}

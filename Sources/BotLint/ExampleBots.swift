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

    /// A bot that calls people, with the lines that follow its header.
    static func outbound(purpose: String = "informational", _ rest: String) -> String {
        """
        bot: reminder
        title: Reminder
        channel: voice
        direction: outbound
        purpose: \(purpose)
        languages: [en-US]
        intent: {caller: Riverside Dental, purpose: about your visit, opt_out: press 9}

        """ + rest + "\n"
    }
}

/// What can be wrong with bot files before their text is looked at, or with several of them together.
package enum BotFileCheck: String, CaseIterable, Sendable {
    case duplicateBot = "duplicate-bot"
    case unknownSchedule = "unknown-schedule"
    case unreadableFile = "unreadable-file"

    /// What it means and what to do, for `lint --explain`.
    package var explanation: String {
        switch self {
        case .duplicateBot:
            """
            Two files name the same bot.

            A call asks for a bot by its name, so there can be one of each. Rename one of the two under 'bot', or move the \
            file that is not meant out of the folder.
            """
        case .unknownSchedule:
            """
            The bot names a schedule that is not there.

            A schedule is one of the operator's own, in a folder `schedules` beside the bots, or the calling hours of a region, \
            `TCPA-CA-America/Los_Angeles`. A key that names nothing refuses every contact, so the bot would never call.
            """
        case .unreadableFile:
            """
            The file or folder is not there, may not be read, holds no bot, or is not UTF-8 text.

            Nothing can be said about what it holds; the other files are checked all the same.
            """
        }
    }
}

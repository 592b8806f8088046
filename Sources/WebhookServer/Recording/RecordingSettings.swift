package import BotGraph

extension ServerConfiguration {
    /// Which calls are recorded, where to, and for how long.
    package struct Recordings: Sendable {
        /// Whose calls are recorded.
        package enum Bots: Sendable, Hashable {
            case all
            case named(Set<BotName>)

            package func contains(_ bot: BotName) -> Bool {
                switch self {
                case .all: true
                case .named(let names): names.contains(bot)
                }
            }
        }

        /// Holds `BOT/2026-11-26/CALL.jsonl`; made where it is not there.
        package var folder: String
        package var bots: Bots
        /// How many files are kept; the oldest go first.
        package var files: Int
        /// How many days a file is kept, counted from the call's start; nil for as long as there is room.
        package var days: Int?
        /// How long after a call's end a late or repeated webhook is waited for.
        package var linger: Duration = .seconds(5)
        /// How long the provider's word that a call is over is waited for, once the last document was served.
        package var patience: Duration = .seconds(120)
        /// Calls that wait to be written, and beside them what is remembered of refused webhooks, in bytes.
        ///
        /// What does not fit is left out.
        package var waitingCalls = 10_000
        package var refusedBytes = 16 * 1_024 * 1_024
        package var refusedPerCall = 100
        package var format: any CallRecordFormat

        package init(
            folder: String,
            bots: Bots = .all,
            files: Int = 10_000,
            days: Int? = nil,
            format: any CallRecordFormat
        ) {
            self.folder = folder
            self.bots = bots
            self.files = files
            self.days = days
            self.format = format
        }
    }
}

package import BotGraph
package import Compliance
import Telephony

/// The suppression list of one number, as the lines of its log leave it.
///
/// This is what the words of the log mean; an implementation that asks its database instead has to come to the same.
package struct SuppressionLedger: Sendable {
    package private(set) var entries: [SuppressionEntry] = []

    package init() {}

    package mutating func append(_ entry: SuppressionEntry) {
        entries.append(entry)
    }

    /// The opt-outs that still hold, in order.
    ///
    /// A call can take back only what was asked for in that same call: a lift of call B leaves an older request of call
    /// A in force, and a request that came without a call cannot be lifted by one.
    package var standing: [Suppression] {
        var standing: [Suppression] = []
        for entry in entries {
            switch entry.change {
            case .optedOut: standing.append(entry.suppression)
            case .lifted:
                guard let call = entry.suppression.call else { continue }
                standing.removeAll { $0.call == call }
            }
        }
        return standing
    }
}

extension Suppression.Scope {
    /// Whether a contact over this channel by this bot is among what the person asked to stop.
    package func covers(channel: Channel, bot: BotName) -> Bool {
        switch self {
        case .all: true
        case .channel(let name): name == channel.rawValue
        case .bot(let name): name == bot.text
        }
    }
}

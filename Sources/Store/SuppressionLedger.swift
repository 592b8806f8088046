package import BotGraph
package import Compliance
import Telephony

/// The suppression list of one number, as the lines of its log leave it.
///
/// This is what the words of the log mean; an implementation that asks its database instead has to come to the same.
package struct SuppressionLedger: Sendable {
    package private(set) var entries: [SuppressionEntry]

    package init(_ entries: [SuppressionEntry] = []) {
        self.entries = entries
    }

    package mutating func append(_ entry: SuppressionEntry) {
        entries.append(entry)
    }

    /// The opt-outs that still hold, in order.
    ///
    /// A call can take back only what was asked for in that same call: a lift of call B leaves an older request of call
    /// A in force, and a request that came without a call cannot be lifted by one.
    ///
    /// An opt-in takes back every request that its scope reaches (`Suppression.Scope.takesBack`), that is before it in the
    /// log and that was not made later: an old wish that an import brings does not undo a younger request, and an old
    /// request that comes late holds until the person opts in again.
    package var standing: [SuppressionEntry] {
        var standing: [SuppressionEntry] = []
        for entry in entries {
            switch entry.change {
            case .optedOut: standing.append(entry)
            case .lifted:
                guard let call = entry.suppression.call else { continue }
                standing.removeAll { $0.suppression.call == call }
            case .optedIn:
                standing.removeAll { request in
                    entry.suppression.scope.takesBack(request.suppression.scope)
                        && request.suppression.at <= entry.suppression.at
                }
            }
        }
        return standing
    }

    /// The earliest request that forbids this contact; nil where none does.
    package func request(against channel: Channel, bot: BotName?) -> SuppressionEntry? {
        standing.first { $0.suppression.scope.covers(channel: channel, bot: bot) }
    }

    /// Takes a line of a file, unless the log has it.
    ///
    /// Who recorded it makes no difference. Where the file does not say when, the same request that still holds is the
    /// same; one that was taken back since is made anew, which contacts fewer people.
    ///
    /// - Returns: Whether it was new.
    package mutating func merge(_ line: ImportedSuppression) -> Bool {
        let known = (line.isDated ? entries : standing).contains { known in
            known.change == line.entry.change && known.suppression.isSameRequest(as: line.entry.suppression)
                && (!line.isDated || known.suppression.at == line.entry.suppression.at)
        }
        if !known { entries.append(line.entry) }
        return !known
    }
}

extension Suppression {
    /// Whether the other is the same in all but its time.
    fileprivate func isSameRequest(as other: Suppression) -> Bool {
        number == other.number && scope == other.scope && means == other.means && words == other.words
            && bot == other.bot && call == other.call
    }
}

extension Suppression.Scope {
    /// Whether a contact over this channel by this bot is among what the person asked to stop.
    ///
    /// Where it is not known which bot it will be, a request about any one counts.
    package func covers(channel: Channel, bot: BotName?) -> Bool {
        switch self {
        case .all: true
        case .channel(let name): name == channel.rawValue
        case .bot(let name): bot.map { $0.text == name } ?? true
        }
    }
}

extension Suppression.Scope: CustomStringConvertible {
    /// The form in which it is written by people: `all`, `voice`, `sms` or `bot:NAME`.
    package var description: String {
        switch self {
        case .all: "all"
        case .channel(let name): Channel(rawValue: name)?.rawValue ?? "channel:\(name)"
        case .bot(let name): "bot:\(name)"
        }
    }

    /// Reads the written form.
    package init?(_ text: String) {
        if text == "all" {
            self = .all
        } else if let channel = Channel(rawValue: text) {
            self = .channel(channel.rawValue)
        } else if text.hasPrefix("bot:"), let bot = BotName(String(text.dropFirst(4))) {
            self = .bot(bot.text)
        } else {
            return nil
        }
    }
}

package import BotGraph
package import CallEngine
import Store
package import Telephony

/// A call that is over, as it was, for whoever makes a recording of it.
///
/// It is personal through and through, and goes no further than the format that masks it.
package struct CallRecord: Sendable {
    /// One thing that happened.
    package struct Event: Sendable {
        package enum Outcome: Sendable {
            case applied(effects: [CallEffect], reply: [UInt8]?)
            case refused(CallRefusal, reply: [UInt8]?)
        }

        package let event: CallEvent
        package let at: Instant
        package let outcome: Outcome
    }

    /// The version that the call was pinned to.
    package let bot: Bot
    package let recordings: PromptCatalogue
    package let limits: EngineLimits
    /// What the addresses in the replies begin with.
    package let baseURL: String
    /// What happened, in the order in which the call took it.
    package let events: [Event]

    init(
        bot: Bot,
        recordings: PromptCatalogue,
        limits: EngineLimits,
        baseURL: String,
        log: [LogEntry],
        refused: [RefusedEvent]
    ) {
        self.bot = bot
        self.recordings = recordings
        self.limits = limits
        self.baseURL = baseURL
        // Two requests that meet report in any order; the revision that refused an event tells where it belongs.
        var events: [Event] = []
        let start = log.first?.event
        for entry in log {
            events.append(
                Event(event: entry.event, at: entry.at, outcome: .applied(effects: entry.effects, reply: entry.reply))
            )
            for refusal in refused where refusal.revision == entry.revision {
                guard let event = refusal.event ?? start else { continue }
                events.append(
                    Event(event: event, at: refusal.at, outcome: .refused(refusal.refusal, reply: refusal.reply))
                )
            }
        }
        self.events = events
    }
}

/// An event that a call could not take, with what it was answered.
struct RefusedEvent: Sendable {
    /// Nil for the start of the call, once more.
    let event: CallEvent?
    let refusal: CallRefusal
    let at: Instant
    /// The revision that the call was at.
    let revision: Int
    let reply: [UInt8]?

    /// About what it takes in memory.
    var bytes: Int { 512 + (reply?.count ?? 0) }
}

/// Makes a file of a call, without anything personal in it.
package protocol CallRecordFormat: Sendable {
    func file(of record: CallRecord) -> CallRecordFile
}

/// What a format made of a call.
package enum CallRecordFile: Sendable {
    /// The file's name, without a folder, and its contents; `note` is what the operator should know of it.
    case file(name: String, contents: [UInt8], note: String?)
    /// Why the call cannot be recorded.
    case unusable(reason: String)
}

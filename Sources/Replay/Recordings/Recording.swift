package import Airscript
package import BotGraph
package import CallEngine
package import Telephony

/// One call as it was: every event that reached it, when, and what it was answered with.
///
/// A recording is a file of JSON Lines: a header, then a line for each event, in the order in which they were handled. What is
/// personal is masked in it (`RecordingMask`), and the replies are those of the masked events, so that a recording replays
/// to the byte.
package struct Recording: Hashable, Sendable {
    /// The version of the layout that this code writes.
    ///
    /// A file of another version is refused, never guessed at.
    package static let currentVersion = 1

    /// Where a recording comes from.
    package enum Origin: String, Hashable, Sendable, CaseIterable {
        /// Written by a server when the call was over.
        case server
        /// Taken from a server's database afterwards.
        case export
        /// Written by a person.
        case handMade = "hand-made"
    }

    /// The first line.
    package struct Header: Hashable, Sendable {
        package var bot: BotName
        /// The version of the bot that the call was pinned to.
        package var botVersion: BotVersion
        package var origin: Origin
        /// What the action URLs in the replies begin with, such as `https://bots.example.com`.
        package var baseURL: String
        /// What the recording shows, for people.
        package var note: String?

        package init(bot: BotName, botVersion: BotVersion, origin: Origin, baseURL: String, note: String? = nil) {
            self.bot = bot
            self.botVersion = botVersion
            self.origin = origin
            self.baseURL = baseURL
            self.note = note
        }
    }

    /// One event with what came of it.
    package struct Entry: Hashable, Sendable {
        package var at: Instant
        package var event: CallEvent
        package var outcome: Outcome
        /// What was asked of the outside while the event was handled, in order.
        package var answers: [Answer]

        package init(at: Instant, event: CallEvent, outcome: Outcome, answers: [Answer] = []) {
            self.at = at
            self.event = event
            self.outcome = outcome
            self.answers = answers
        }
    }

    /// What the engine made of an event.
    package enum Outcome: Hashable, Sendable {
        /// It was applied. `reply` is the document, nil for an event that is not answered with one; `effects` are those that are
        /// kept with the step and not written into the document.
        case applied(effects: [CallEffect], reply: String?)
        /// The call could not take it: a repeated or late webhook. `reply` is the stored document that was sent again; nil for a
        /// status callback.
        case refused(Refusal, reply: String?)
    }

    /// Why an event was not applied, without its details.
    package enum Refusal: String, Hashable, Sendable, CaseIterable {
        case notStarted = "not-started"
        case alreadyStarted = "already-started"
        case repeated
        case stale
        case notServed = "not-served"
        case ended
        case unexpected
        case statusNotNew = "status-not-new"
    }

    /// What the outside answered, for nodes that ask it.
    package struct Answer: Hashable, Sendable {
        /// What was asked: `http_request`, `hours`.
        package var source: String
        /// What distinguishes this question from others of its kind.
        package var question: String
        package var answer: Value

        package init(source: String, question: String, answer: Value) {
            self.source = source
            self.question = question
            self.answer = answer
        }
    }

    /// The file, as findings name it.
    package var path: String
    package var header: Header
    package var entries: [Entry]
    /// The line of the file that each entry stands on; the same count as `entries`.
    package var lines: [Int]

    package init(path: String, header: Header, entries: [Entry], lines: [Int]? = nil) {
        self.path = path
        self.header = header
        self.entries = entries
        self.lines = lines ?? entries.indices.map { $0 + 2 }
    }

    /// The call that the events are about.
    package var call: CallID? {
        for case .started(let start) in entries.map(\.event) { return start.call }
        return nil
    }
}

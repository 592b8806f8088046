package import BotGraph
package import CallEngine
package import Telephony

/// Durable state: calls and their steps, the suppression list, and the sources of the bots that calls are pinned to.
///
/// Every operation is a word of the domain. What a method acknowledges by returning is on disk.
/// `CallStoreConformance` says what an implementation has to do; each runs it in its tests.
package protocol CallStore: SuppressionList {
    /// Writes one step: the session, its log entry with the reply, and the changes to the suppression list, all or nothing.
    ///
    /// - Returns: `.conflict` when the stored revision is not `expectedRevision`; nothing is written then.
    func advance(_ step: StepCommit) async throws(StoreError) -> AdvanceOutcome

    func session(of call: CallID) async throws(StoreError) -> CallSession?

    /// The reply that was stored for a step of a call.
    func reply(of call: CallID, step: Int) async throws(StoreError) -> [UInt8]?

    /// The reply to the request that carried this idempotency token.
    func reply(of call: CallID, token: String) async throws(StoreError) -> [UInt8]?

    /// The log of a call, in order of revision; empty when the call is not known.
    func log(of call: CallID) async throws(StoreError) -> [LogEntry]

    /// Calls that have not ended, those heard of least recently first.
    func liveCalls(limit: Int) async throws(StoreError) -> [CallSession]

    /// Keeps a bot's source, so that a call that started with it can go on with it. Known versions are left as they are.
    func keep(_ source: BotSource) async throws(StoreError)

    func source(of version: BotVersion) async throws(StoreError) -> BotSource?

    /// Answers when the store can read and write.
    func check() async throws(StoreError)

    /// Finishes what was begun and closes. Later operations throw `.closed`.
    func close() async
}

/// One step of one call, to be written whole.
package struct StepCommit: Sendable, Hashable {
    /// The session after the event; its `revision` is `expectedRevision + 1`.
    package let session: CallSession
    /// The revision that was read; 0 for a call that starts.
    package let expectedRevision: Int
    package let entry: LogEntry

    package init(session: CallSession, expectedRevision: Int, entry: LogEntry) {
        self.session = session
        self.expectedRevision = expectedRevision
        self.entry = entry
    }
}

/// One event of a call, with what it led to.
package struct LogEntry: Sendable, Hashable, Codable {
    package let call: CallID
    /// The session's revision after the event.
    package let revision: Int
    package let at: Instant
    package let event: CallEvent
    package let effects: [CallEffect]
    /// The step whose document the reply is; nil for an event that is not answered with a document.
    package let step: Int?
    /// The document, as it was sent.
    package let reply: [UInt8]?
    /// The provider's idempotency token, the same on every retry of one webhook.
    package let token: String?

    package init(
        call: CallID,
        revision: Int,
        at: Instant,
        event: CallEvent,
        effects: [CallEffect],
        step: Int?,
        reply: [UInt8]?,
        token: String?
    ) {
        self.call = call
        self.revision = revision
        self.at = at
        self.event = event
        self.effects = effects
        self.step = step
        self.reply = reply
        self.token = token
    }
}

package enum AdvanceOutcome: Sendable, Hashable {
    case committed
    /// The revision that is stored; 0 when the call is not known.
    case conflict(stored: Int)
}

/// A bot file as it was when calls started with it.
package struct BotSource: Sendable, Hashable, Codable {
    package let name: BotName
    package let version: BotVersion
    package let path: String
    package let text: String

    package init(name: BotName, version: BotVersion, path: String, text: String) {
        self.name = name
        self.version = version
        self.path = path
        self.text = text
    }
}

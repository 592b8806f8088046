package import BotGraph
package import CallEngine

/// What came of replaying one recording.
package struct ReplayResult: Sendable, Hashable {
    /// The call as it was.
    package let recording: Recording
    /// The call as it is now, with the same events.
    package let now: Recording
    /// What is not as it was, in the order of the call.
    package let differences: [ReplayDifference]
    /// The nodes, edges and pieces of prompts that the call passed, where that was asked for.
    package let passages: [Passage]
    /// How the call stood at its end; nil when it never began.
    package let session: CallSession?

    package init(
        recording: Recording,
        now: Recording? = nil,
        differences: [ReplayDifference],
        passages: [Passage] = [],
        session: CallSession? = nil
    ) {
        self.recording = recording
        self.now = now ?? recording
        self.differences = differences
        self.passages = passages
        self.session = session
    }

    package var passed: Bool { differences.isEmpty }

    /// The node at which the two part.
    package var partsAt: NodeID? { differences.first?.node }
}

/// One thing in a replayed call that is not as it was.
package struct ReplayDifference: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The caller hears or can do something else: both documents.
        case document(before: String, now: String)
        /// An event is answered with a document on one side only.
        case reply(before: String?, now: String?)
        /// Other things are kept with the step: what was, and what is.
        case effects(before: [CallEffect], now: [CallEffect])
        /// The event was applied then and refused now, or the other way round, or refused for another reason.
        case handling(before: Recording.Refusal?, now: Recording.Refusal?)
        /// The recording holds an answer of the outside that nothing asked for.
        case unusedAnswer(Recording.Answer)
        /// The session does not come back from its stored form as it went in.
        case sessionChanged
        /// The recording cannot be replayed at all.
        case unusable(String)
    }

    /// The line of the recording.
    package let line: Int
    /// The index of the event; nil where it is about the file.
    package let entry: Int?
    package let kind: Kind
    /// Where in the bot the call was.
    package let node: NodeID?

    package init(line: Int, entry: Int?, kind: Kind, node: NodeID? = nil) {
        self.line = line
        self.entry = entry
        self.kind = kind
        self.node = node
    }
}

import CallEngine
import Store
import Synchronization
import Telephony

/// The calls that are going on, as the last commit left them, so that a step reads nothing from the file.
///
/// Only commits put something in. A reader that found a call in the file may be behind a commit, and must not.
final class LiveCallCache: Sendable {
    /// What is known of one call.
    struct Entry: Sendable {
        var session: CallSession
        var lastReply: Reply?
        /// The idempotency tokens of the call's requests so far.
        var tokens: Set<String>
        /// Whether the call has been here since it began, so that a token that is not in `tokens` was never used.
        var isWhole: Bool
    }

    /// The last document that was stored for a call.
    struct Reply: Sendable {
        let step: Int?
        let token: String?
        let bytes: [UInt8]
    }

    private let generations: Mutex<Generations>

    /// Keeps at least `capacity` and at most twice as many calls.
    init(capacity: Int) {
        generations = Mutex(Generations(capacity: max(1, capacity)))
    }

    subscript(call: CallID) -> Entry? {
        generations.withLock { $0.find(call) }
    }

    /// Takes over what was just committed; to be called in the order of the commits.
    func note(_ committed: StepCommit) {
        let call = committed.session.call
        // A session that this version could not read back has to be read, and refused, like any other.
        guard committed.session.state != .ended, committed.session.schema == CallSession.currentSchema else {
            generations.withLock { $0.remove(call) }
            return
        }
        let reply = committed.entry.reply.map {
            Reply(step: committed.entry.step, token: committed.entry.token, bytes: $0)
        }
        generations.withLock { generations in
            var entry =
                generations.find(call)
                ?? Entry(
                    session: committed.session,
                    lastReply: nil,
                    tokens: [],
                    isWhole: committed.expectedRevision == 0
                )
            entry.session = committed.session
            if let reply { entry.lastReply = reply }
            if let token = committed.entry.token { entry.tokens.insert(token) }
            generations.put(entry, for: call)
        }
    }

    /// Drops a call of which it is not certain how the file has it; it is read again.
    func forget(_ call: CallID) {
        generations.withLock { $0.remove(call) }
    }

    /// Two dictionaries, of what was used lately and of what was not.
    ///
    /// What is used moves to the young one, and when that is full the old one is dropped. It comes close to
    /// dropping what was used longest ago, without a list to keep.
    private struct Generations {
        let capacity: Int
        var young: [CallID: Entry] = [:]
        var old: [CallID: Entry] = [:]

        init(capacity: Int) {
            self.capacity = capacity
        }

        mutating func find(_ call: CallID) -> Entry? {
            if let entry = young[call] { return entry }
            guard let entry = old.removeValue(forKey: call) else { return nil }
            put(entry, for: call)
            return entry
        }

        mutating func put(_ entry: Entry, for call: CallID) {
            if young.count >= capacity, young[call] == nil {
                old = young
                young = [:]
            }
            young[call] = entry
        }

        mutating func remove(_ call: CallID) {
            young.removeValue(forKey: call)
            old.removeValue(forKey: call)
        }
    }
}

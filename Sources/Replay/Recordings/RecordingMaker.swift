package import BotGraph
package import CallEngine
package import Telephony

/// Makes a recording of a call that happened.
///
/// The call is replayed twice: as it was, to see that this engine answers what the caller got, and with stand-ins for what is
/// personal. The second run is the recording.
package struct RecordingMaker: Sendable {
    /// What came of it.
    package struct Made: Sendable {
        /// Nil where the call cannot be recorded.
        package let recording: Recording?
        /// Why not, or what is to be known of the recording.
        package let findings: [Diagnostic]
    }

    private let mask: RecordingMask
    private let replayer: Replayer

    /// - Parameters:
    ///   - bot: The version of the bot that the call was pinned to.
    ///   - recordings: What its prompts played.
    ///   - limits: What the server ran with.
    ///   - mask: Puts the stand-ins.
    package init(bot: Bot, recordings: PromptCatalogue, limits: EngineLimits = EngineLimits(), mask: RecordingMask) {
        self.mask = mask
        replayer = Replayer(bot: bot, recordings: recordings, limits: limits)
    }

    /// Makes the recording.
    ///
    /// - Parameters:
    ///   - entries: The call's events as they were, the first being its start; `Recording.Entry` takes what a store keeps.
    ///   - origin: Where they come from.
    ///   - baseURL: What the addresses in the replies begin with.
    /// - Returns: The recording; none where this engine does not answer what the caller got, since then it would be another call.
    package func make(_ entries: [Recording.Entry], origin: Recording.Origin, baseURL: String) -> Made {
        let events = RecordingMaker.inOrder(entries)
        let header = Recording.Header(
            bot: replayer.bot.name,
            botVersion: replayer.bot.version,
            origin: origin,
            baseURL: baseURL
        )
        let raw = Recording(path: "", header: header, entries: events)
        let call = raw.call.map { "\(mask.standIn(for: $0)).jsonl" } ?? "recording.jsonl"
        let before = replayer.replay(raw, isTraced: true)
        let differences = before.differences.filter { !$0.isAnotherStoredReply(in: raw) }
        guard differences.isEmpty else {
            return Made(recording: nil, findings: [RecordingMaker.changed(differences, call: call)])
        }
        let masked = Recording(path: call, header: header, entries: mask.masked(events, bot: replayer.bot))
        let after = replayer.replay(masked, isTraced: true)
        var recording = after.now
        recording.path = call
        var notes: [String] = []
        if before.passages != after.passages {
            notes.append("what was masked decides the way this call takes, so that it goes another way than it did")
        }
        if differences.count != before.differences.count {
            notes.append(
                "a repeated webhook was answered by its token with an earlier document; here it gets the current one"
            )
        }
        if !notes.isEmpty { recording.header.note = notes.joined(separator: "; ") }
        let findings = notes.map { note in
            Diagnostic(
                id: "recording-note",
                severity: .warning,
                message: note,
                location: SourceLocation(path: call, line: 1, column: 1)
            )
        }
        return Made(recording: recording, findings: findings)
    }

    /// The engine takes an instant before the last one for the last one; so does a recording.
    private static func inOrder(_ entries: [Recording.Entry]) -> [Recording.Entry] {
        var last = Instant(milliseconds: .min)
        return entries.map { entry in
            var entry = entry
            last = max(last, entry.at)
            entry.at = last
            return entry
        }
    }

    private static func changed(_ differences: [ReplayDifference], call: String) -> Diagnostic {
        let line = differences.first?.line ?? 1
        let reason: String
        if case .unusable(let why) = differences.first?.kind {
            reason = "the call cannot be recorded: \(why)"
        } else {
            let node = differences.first?.node.map { " at node '\($0)'" } ?? ""
            reason =
                "the call cannot be recorded: this version of touchtone, with the recordings of prompts as they are now, does not "
                + "answer event \(line - 1)\(node) as it was answered; record it with the version and the prompts that served it"
        }
        return Diagnostic(
            id: "recording-changed",
            severity: .error,
            message: reason,
            location: SourceLocation(path: call, line: line, column: 1)
        )
    }
}

extension RecordingMask {
    /// What a call is called in its recording.
    package func standIn(for call: CallID) -> CallID { StandIns(key: key).call(call) }
}

extension ReplayDifference {
    /// Whether a repeated webhook was answered with another document of the same call: the provider's token told which.
    fileprivate func isAnotherStoredReply(in recording: Recording) -> Bool {
        guard let entry, case .refused(_, let reply?) = recording.entries[entry].outcome else { return false }
        switch kind {
        case .document, .reply:
            return recording.entries[..<entry].contains { earlier in
                if case .applied(_, reply) = earlier.outcome { true } else { false }
            }
        case .effects, .handling, .unusedAnswer, .sessionChanged, .unusable: return false
        }
    }
}

extension Recording.Entry {
    /// An applied event as a store keeps it.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - at: When.
    ///   - effects: All that came of it; those that are part of the document are left out.
    ///   - reply: The document, as it was sent.
    package init(applied event: CallEvent, at: Instant, effects: [CallEffect], reply: [UInt8]?) {
        self.init(
            at: at,
            event: event,
            outcome: .applied(
                effects: effects.filter(\.isKept),
                reply: reply.map { String(decoding: $0, as: UTF8.self) }
            )
        )
    }
}

extension Recording {
    /// What the addresses in a reply begin with; nil where it has none.
    package static func baseURL(in reply: String) -> String? {
        guard let mark = reply.firstRange(of: "/voice/turn/") else { return nil }
        let before = reply[..<mark.lowerBound]
        guard let start = before.lastIndex(where: { $0 == "\"" || $0 == ">" || $0 == "'" }) else { return nil }
        let base = before[before.index(after: start)...]
        return base.hasPrefix("http://") || base.hasPrefix("https://") ? String(base) : nil
    }
}

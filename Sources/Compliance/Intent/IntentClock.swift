package import Telephony

/// The clock of one call for the rule that an automated call says who calls, why and how to stop within 15 seconds.
///
/// Nobody tells when a word was spoken, so it is worked out. Each document's pieces are laid end to end from the moment the
/// document was asked for; a part's end lies in its piece in proportion to the text before it. The provider's webhooks then
/// prove or cut what was laid out:
///
/// - A new document without the caller having acted means that the one before was spoken to its end. Where the estimate
///   said it would last longer, its ends move up to that moment; a recording of unknown length is over by then too.
/// - When the caller acts or hangs up, what was to come after that moment was never heard.
///
/// | certain once | outcome |
/// |---|---|
/// | all three parts ended by 15,000 ms, that moment included, and an event came after the last of them | `met` |
/// | the caller acted before 15,000 ms and before all three were over | `interrupted` |
/// | 15,000 ms have passed, or the bot has hung up, and a part ended later or was never spoken | `late` |
/// | no parts were given, or a recording leaves open whether or when a part was spoken | `unknown` |
///
/// The rule is the product's own: no statute names 15 seconds, and those that name a time (10 to 60 seconds) do not name
/// all three parts. The strictest is 10 seconds, Conn. Gen. Stat. 42-288a.
///
/// It is kept in the session of the call, so it holds offsets and a short tail of text, and after the verdict only that.
package struct IntentClock: Hashable, Sendable {
    /// The limit, in milliseconds from the answer, where no shorter one holds; speech that ends on it is in time.
    package static let limit: Int64 = 15_000

    /// The verdict, once there is one.
    package private(set) var outcome: IntentOutcome?

    var timeline: IntentTimeline

    /// Takes a shorter limit where the person's region has one, as Connecticut's 10 seconds; a longer one is no licence.
    ///
    /// - Parameter limit: Milliseconds from the answer.
    package init(limit: Int64 = IntentClock.limit) {
        timeline = IntentTimeline()
        timeline.limit = max(1, min(limit, IntentClock.limit))
    }

    init(outcome: IntentOutcome?, timeline: IntentTimeline) {
        self.outcome = outcome
        self.timeline = timeline
    }

    /// The call was answered.
    ///
    /// Only the first time counts.
    package mutating func answered(at instant: Instant) {
        guard outcome == nil, timeline.answeredAt == nil else { return }
        timeline.answeredAt = instant
    }

    /// A document with these pieces was served.
    ///
    /// - Parameters:
    ///   - pieces: What it speaks, in order. Calls with the same instant add to the same document.
    ///   - parts: The phrases to find in it; nil when the bot declares no intent.
    ///   - instant: When it was served.
    package mutating func spoke(_ pieces: [SpokenPiece], parts: IntentParts?, at instant: Instant) {
        guard outcome == nil else { return }
        answered(at: instant)
        timeline.serve(pieces, at: timeline.offset(of: instant), parts: parts.flatMap(IntentPhrases.init))
    }

    /// The caller pressed or said something: what was not spoken by then was cut off.
    ///
    /// Only the first time counts.
    ///
    /// - Parameters:
    ///   - instant: When.
    ///   - afterPrompt: Whether the prompt could not be cut short, so that all of it was spoken by then.
    package mutating func acted(at instant: Instant, afterPrompt: Bool = false) {
        guard outcome == nil else { return }
        answered(at: instant)
        let offset = timeline.offset(of: instant)
        if afterPrompt { timeline.finish(at: offset) }
        timeline.cut(at: offset)
    }

    /// The caller did nothing until this moment.
    ///
    /// A lone finish key cuts the prompt short and arrives as silence too, so a silence that comes well before the prompt's
    /// end proves nothing of what was left of it.
    package mutating func waited(at instant: Instant) {
        guard outcome == nil else { return }
        answered(at: instant)
        let offset = timeline.offset(of: instant)
        if !timeline.isMostlySpoken(at: offset) { timeline.cut(at: offset) }
    }

    /// The call is over.
    ///
    /// - Parameters:
    ///   - instant: When it ended.
    ///   - byBot: Whether the bot had said that it would hang up. A caller may still have been quicker: what the estimate
    ///     says was not nearly spoken by then was not heard.
    package mutating func ended(at instant: Instant, byBot: Bool = false) {
        guard outcome == nil else { return }
        answered(at: instant)
        let offset = timeline.offset(of: instant)
        if byBot, timeline.isMostlySpoken(at: offset) {
            timeline.finish(at: offset)
        } else {
            timeline.cut(at: offset)
        }
        timeline.isOver = true
    }

    /// The verdict with its evidence, once: as soon as it is certain at this instant, and never again.
    package mutating func judge(at instant: Instant) -> (outcome: IntentOutcome, evidence: IntentEvidence)? {
        guard outcome == nil, let answeredAt = timeline.answeredAt else { return nil }
        guard let verdict = timeline.verdict(at: timeline.offset(of: instant)) else { return nil }
        let evidence = IntentEvidence(
            answeredAt: answeredAt,
            callerAt: timeline.caller?.end,
            purposeAt: timeline.purpose?.end,
            optOutAt: timeline.optOut?.end,
            actedAt: timeline.actedAt,
            limit: timeline.limit,
            basis: timeline.basis
        )
        outcome = verdict
        timeline = IntentTimeline()
        return (verdict, evidence)
    }
}

extension IntentClock: Codable {
    private enum CodingKeys: String, CodingKey {
        case outcome
        case timeline
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        outcome = try container.decodeIfPresent(IntentOutcome.self, forKey: .outcome)
        timeline = try container.decodeIfPresent(IntentTimeline.self, forKey: .timeline) ?? IntentTimeline()
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(outcome, forKey: .outcome)
        if timeline != IntentTimeline() { try container.encode(timeline, forKey: .timeline) }
    }
}

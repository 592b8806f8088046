import BotGraph
import Compliance
import Telephony

/// When each part of the intent has been spoken to its end, in milliseconds from the answer.
///
/// The engine's own clock is asked, as for a call in which the caller says nothing.
struct IntentTiming: Hashable, Sendable {
    /// A part of the intent.
    enum Part: Hashable, Sendable, CaseIterable {
        case caller
        case purpose
        case optOut
    }

    /// What is spoken in one document, and when it was asked for.
    struct Document {
        let at: Int64
        let pieces: [SpokenPiece]
    }

    /// Nil where the part is not found in what is spoken.
    let ends: [Part: Int64]

    subscript(part: Part) -> Int64? { ends[part] }

    init(_ documents: [Document], until end: Int64, intent: Intent, language: LanguageTag) {
        let parts = IntentParts(
            caller: intent.caller[language],
            purpose: intent.purpose[language],
            optOut: intent.optOut[language]
        )
        var clock = IntentClock()
        clock.answered(at: Instant(milliseconds: 0))
        for document in documents {
            let instant = Instant(milliseconds: document.at)
            if document.at > 0 { clock.waited(at: instant) }
            clock.spoke(document.pieces, parts: parts, at: instant)
        }
        let over = Instant(milliseconds: max(end, IntentClock.limit) + 1)
        clock.ended(at: over)
        let evidence = clock.judge(at: over)?.evidence
        var ends: [Part: Int64] = [:]
        ends[.caller] = evidence?.callerAt
        ends[.purpose] = evidence?.purposeAt
        ends[.optOut] = evidence?.optOutAt
        self.ends = ends
    }
}

extension IntentTiming.Part {
    /// The phrase that the bot declares for it.
    func phrase(of intent: Intent, in language: LanguageTag) -> String {
        switch self {
        case .caller: intent.caller[language]
        case .purpose: intent.purpose[language]
        case .optOut: intent.optOut[language]
        }
    }

    /// What the caller learns by it.
    var told: String {
        switch self {
        case .caller: "who calls"
        case .purpose: "why"
        case .optOut: "how to stop the calls"
        }
    }
}

extension IntentTiming {
    /// When the last part is over that is spoken at all.
    var latest: Int64 { ends.values.max() ?? 0 }
}

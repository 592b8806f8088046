import Telephony

/// What an intent clock knows before its verdict: offsets in milliseconds from the answer.
struct IntentTimeline: Hashable, Sendable {
    /// Where a part ends.
    struct Mark: Hashable, Sendable, Codable {
        var end: Int64
        /// Whether the true end may be later, because a recording of unknown length came before.
        var isEarliest: Bool
    }

    /// Milliseconds from the answer.
    var limit = IntentClock.limit
    var answeredAt: Instant?
    var caller: Mark?
    var purpose: Mark?
    var optOut: Mark?
    /// Whether phrases to find were given.
    var isDeclared = false
    /// When the latest document was asked for.
    var documentAt: Int64 = 0
    /// When all that was served will have been spoken.
    var speaksUntil: Int64 = 0
    /// Whether `speaksUntil` may be later, because of a recording of unknown length.
    var isOpenEnded = false
    /// Whether a recording was played, in which any part may be said.
    var hasRecording = false
    var hasSpeech = false
    /// When the caller first acted.
    var actedAt: Int64?
    var isOver = false
    /// The last folded words spoken, for a phrase that goes over two pieces; at most 200 characters.
    var tail = ""

    func offset(of instant: Instant) -> Int64 {
        guard let answeredAt else { return 0 }
        let (offset, overflow) = instant.milliseconds.subtractingReportingOverflow(answeredAt.milliseconds)
        return overflow ? 0 : max(0, offset)
    }

    var basis: String {
        switch (hasSpeech, hasRecording) {
        case (true, true): "both"
        case (true, false): "estimated speech"
        case (false, true): "recordings"
        case (false, false): "nothing spoken"
        }
    }
}

// MARK: - Events

extension IntentTimeline {
    mutating func serve(_ pieces: [SpokenPiece], at offset: Int64, parts: IntentPhrases?) {
        if offset > documentAt { finish(at: offset) }
        documentAt = max(documentAt, offset)
        speaksUntil = max(speaksUntil, offset)
        if parts != nil { isDeclared = true }
        for piece in pieces { speak(piece, parts: parts) }
    }

    /// All that was served has been spoken by this moment.
    mutating func finish(at offset: Int64) {
        // After the caller acted, what was left of the document is not spoken; the cut has dealt with it.
        for part in [\IntentTimeline.caller, \.purpose, \.optOut] {
            guard let mark = self[keyPath: part], mark.isEarliest || mark.end > offset else { continue }
            self[keyPath: part] = Mark(end: offset, isEarliest: false)
        }
        speaksUntil = offset
        isOpenEnded = false
    }

    /// Whether the estimate leaves it open that all was spoken by this moment: voices differ from it by up to a quarter.
    func isMostlySpoken(at offset: Int64) -> Bool {
        offset - documentAt >= (speaksUntil - documentAt) / 4 * 3
    }

    /// The caller acted: what was to be spoken after this moment is not spoken.
    mutating func cut(at offset: Int64) {
        if actedAt == nil { actedAt = offset }
        for part in [\IntentTimeline.caller, \.purpose, \.optOut] {
            if let mark = self[keyPath: part], mark.end > offset { self[keyPath: part] = nil }
        }
        // A new document starts here, and what was cut off cannot run on into it.
        if speaksUntil > offset { tail = "" }
        documentAt = max(documentAt, offset)
        speaksUntil = offset
        isOpenEnded = false
    }

    private mutating func speak(_ piece: SpokenPiece, parts: IntentPhrases?) {
        switch piece {
        case .pause(let milliseconds):
            speaksUntil += IntentTimeline.bounded(milliseconds)
        case .recording(let milliseconds):
            hasRecording = true
            tail = ""
            if let milliseconds {
                speaksUntil += IntentTimeline.bounded(milliseconds)
            } else {
                isOpenEnded = true
            }
        case .speech(let text, let milliseconds):
            hasSpeech = true
            let length = IntentTimeline.bounded(milliseconds)
            if let parts { find(parts, in: text, length: length) }
            speaksUntil += length
        }
    }

    private mutating func find(_ parts: IntentPhrases, in text: String, length: Int64) {
        let words = IntentPhrases.words(of: text)
        let before = tail.split(separator: " ").map(String.init)
        let running = before + words.map(\.text)
        let whole = SpeechLength.milliseconds(of: text)
        for (part, phrase) in [
            (\IntentTimeline.caller, parts.caller), (\.purpose, parts.purpose), (\.optOut, parts.optOut),
        ]
        where self[keyPath: part] == nil {
            guard let end = IntentPhrases.end(of: phrase, in: running), end > before.count else { continue }
            let spoken = SpeechLength.milliseconds(upTo: text[..<words[end - before.count - 1].end])
            let share = whole > 0 ? length * min(spoken, whole) / whole : length
            self[keyPath: part] = Mark(end: speaksUntil + share, isEarliest: isOpenEnded)
        }
        tail = IntentTimeline.lastWords(of: running)
    }

    /// A length that cannot overflow: none is negative or longer than a day.
    private static func bounded(_ milliseconds: Int64) -> Int64 { min(max(0, milliseconds), 86_400_000) }

    private static func lastWords(of words: [String]) -> String {
        var kept: [String] = []
        var count = 0
        for word in words.reversed() {
            count += word.count + 1
            guard count <= 200 else { break }
            kept.append(word)
        }
        return kept.reversed().joined(separator: " ")
    }
}

// MARK: - Verdict

extension IntentTimeline {
    /// The outcome, if it is certain at this moment.
    func verdict(at offset: Int64) -> IntentOutcome? {
        guard isDeclared || !(hasSpeech || hasRecording) else { return .unknown }
        // What the caller did first ends the matter: a later part is no longer in question.
        let moment = actedAt ?? offset
        let marks = [caller, purpose, optOut]
        let ends = marks.compactMap { $0?.end }
        let isInTime = ends.count == marks.count && ends.allSatisfy { $0 <= limit && $0 <= moment }
        let isExact = marks.allSatisfy { $0?.isEarliest == false }
        if isInTime, isExact { return .met }

        guard actedAt != nil || isOver || moment >= limit else { return nil }
        // A part beyond the limit is late however long an unknown recording was.
        if ends.contains(where: { $0 > limit }) { return .late }
        if isInTime || (hasRecording && ends.count < marks.count) { return .unknown }
        if moment < limit, actedAt != nil { return .interrupted }
        return .late
    }
}

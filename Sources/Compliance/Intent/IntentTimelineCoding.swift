import Telephony

/// One-letter names, and nothing for what is not set: the timeline is written at every step of a call's beginning.
extension IntentTimeline: Codable {
    private enum CodingKeys: String, CodingKey {
        case answeredAt = "a"
        case caller = "c"
        case purpose = "p"
        case optOut = "o"
        case documentAt = "d"
        case speaksUntil = "u"
        case actedAt = "x"
        case tail = "t"
        case flags = "f"
        case limit = "l"
    }

    private struct Flags: OptionSet {
        let rawValue: Int

        static let isDeclared = Flags(rawValue: 1)
        static let isOpenEnded = Flags(rawValue: 2)
        static let hasRecording = Flags(rawValue: 4)
        static let hasSpeech = Flags(rawValue: 8)
        static let isOver = Flags(rawValue: 16)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        answeredAt = try container.decodeIfPresent(Instant.self, forKey: .answeredAt)
        caller = try container.decodeIfPresent(Mark.self, forKey: .caller)
        purpose = try container.decodeIfPresent(Mark.self, forKey: .purpose)
        optOut = try container.decodeIfPresent(Mark.self, forKey: .optOut)
        documentAt = try container.decodeIfPresent(Int64.self, forKey: .documentAt) ?? 0
        speaksUntil = try container.decodeIfPresent(Int64.self, forKey: .speaksUntil) ?? 0
        actedAt = try container.decodeIfPresent(Int64.self, forKey: .actedAt)
        tail = try container.decodeIfPresent(String.self, forKey: .tail) ?? ""
        limit = try container.decodeIfPresent(Int64.self, forKey: .limit) ?? IntentClock.limit
        let flags = Flags(rawValue: try container.decodeIfPresent(Int.self, forKey: .flags) ?? 0)
        isDeclared = flags.contains(.isDeclared)
        isOpenEnded = flags.contains(.isOpenEnded)
        hasRecording = flags.contains(.hasRecording)
        hasSpeech = flags.contains(.hasSpeech)
        isOver = flags.contains(.isOver)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(answeredAt, forKey: .answeredAt)
        try container.encodeIfPresent(caller, forKey: .caller)
        try container.encodeIfPresent(purpose, forKey: .purpose)
        try container.encodeIfPresent(optOut, forKey: .optOut)
        if documentAt != 0 { try container.encode(documentAt, forKey: .documentAt) }
        if speaksUntil != 0 { try container.encode(speaksUntil, forKey: .speaksUntil) }
        try container.encodeIfPresent(actedAt, forKey: .actedAt)
        if !tail.isEmpty { try container.encode(tail, forKey: .tail) }
        if limit != IntentClock.limit { try container.encode(limit, forKey: .limit) }
        var flags: Flags = []
        if isDeclared { flags.insert(.isDeclared) }
        if isOpenEnded { flags.insert(.isOpenEnded) }
        if hasRecording { flags.insert(.hasRecording) }
        if hasSpeech { flags.insert(.hasSpeech) }
        if isOver { flags.insert(.isOver) }
        if !flags.isEmpty { try container.encode(flags.rawValue, forKey: .flags) }
    }
}

extension IntentTimeline.Mark {
    /// A mark is its offset, negative where the true end may be later.
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer().decode(Int64.self)
        end = value < 0 ? -(value + 1) : value
        isEarliest = value < 0
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(isEarliest ? -end - 1 : end)
    }
}

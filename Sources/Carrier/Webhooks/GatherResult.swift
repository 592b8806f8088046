package import Telephony

/// What a `Gather` brought, or a webhook without one: then all is empty.
///
/// Source: https://www.twilio.com/docs/voice/twiml/gather
package struct GatherResult: Sendable, Hashable {
    /// The `Digits` parameter.
    package enum Keys: Sendable, Hashable {
        /// Absent or empty, which mean the same: no key but perhaps the finishing one.
        case none
        case pressed(Digits)
        /// It has a character that is not on a telephone's pad, as `hangup` after a `Record` has; it is no input.
        case unreadable
    }

    package let keys: Keys
    /// What the recogniser heard, untrimmed; nil when it heard nothing.
    package let speech: String?
    /// How sure the recogniser is, from 0 to 1; nil when it does not say or says no number.
    package let confidence: Double?

    package init(keys: Keys = .none, speech: String? = nil, confidence: Double? = nil) {
        self.keys = keys
        self.speech = speech
        self.confidence = confidence
    }

    package init(form: FormParameters) {
        if let text = form.nonEmpty("Digits") {
            keys = Digits(text).map { .pressed($0) } ?? .unreadable
        } else {
            keys = .none
        }
        speech = form.nonEmpty("SpeechResult")
        confidence = form["Confidence"].flatMap(GatherResult.confidence)
    }

    /// The keys, where there are any to be read.
    package var digits: Digits? {
        switch keys {
        case .pressed(let digits): digits
        case .none, .unreadable: nil
        }
    }

    private static func confidence(_ text: String) -> Double? {
        guard text.utf8.count <= 32, let number = Double(text), number.isFinite else { return nil }
        return min(1, max(0, number))
    }
}

extension GatherResult: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Says what kind of input there is and nothing of the input.
    package var description: String {
        let kind =
            switch keys {
            case .none: "no keys"
            case .pressed(let digits): "\(digits.count) keys"
            case .unreadable: "unreadable keys"
            }
        return "(\(kind), \(speech == nil ? "no speech" : "speech"))"
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

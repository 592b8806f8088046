package import Telephony

extension Gather {
    /// How a Gather listens for speech: attributes of its own, which mean nothing where only keys are taken.
    ///
    /// ```xml
    /// <Gather … input="dtmf speech" speechTimeout="2" language="en-US" hints="confirm,reschedule">
    /// ```
    ///
    /// The timeout is a number, because `auto` is refused with the default recogniser (the provider's error 13335).
    package struct Speech: Hashable, Sendable {
        package static let maximumHints = 500
        package static let maximumHintCharacters = 100

        package let language: LanguageTag
        /// The silence that ends what was said, at least 1.
        package let timeoutSeconds: Int
        /// Words and phrases to expect.
        package let hints: [String]

        /// Takes hints that the provider takes: at most 500, of 1 to 100 characters, without a comma.
        package init(language: LanguageTag, timeoutSeconds: Int, hints: [String] = []) throws(TwiMLError) {
            guard timeoutSeconds >= 1 else { throw .speechTimeout(timeoutSeconds) }
            guard hints.count <= Speech.maximumHints else { throw .tooManyHints(hints.count) }
            for hint in hints {
                guard Speech.isHint(hint) else { throw .unusableHint(hint) }
            }
            self.language = language
            self.timeoutSeconds = timeoutSeconds
            self.hints = hints
        }

        /// The hints that can be sent, each once, made of a bot's phrases.
        ///
        /// A hint only helps the recogniser, so one that cannot be sent is no reason to fail the turn: a comma becomes a
        /// space, and what is too long, or more than a document has room for, is left out.
        package static func hints(from phrases: [String]) -> [String] {
            var hints: [String] = []
            var seen: Set<String> = []
            var bytes = 0
            for phrase in phrases where hints.count < maximumHints {
                let hint = isPlain(phrase) ? phrase : normalised(phrase)
                guard isHint(hint), bytes + hint.utf8.count < maximumHintBytes else { continue }
                guard seen.insert(hint).inserted else { continue }
                bytes += hint.utf8.count + 1
                hints.append(hint)
            }
            return hints
        }

        func write(to writer: inout XMLWriter) {
            writer.attribute("speechTimeout", timeoutSeconds)
            writer.attribute("language", language.text)
            if !hints.isEmpty { writer.attribute("hints", hints.joined(separator: ",")) }
        }

        /// What all hints together may take of a document's 64,000 bytes.
        private static let maximumHintBytes = 10_000

        private static func isHint(_ text: String) -> Bool {
            guard !text.utf8.contains(UInt8(ascii: ",")), XMLText.isPermitted(text) else { return false }
            return !SpeechSplitter.isBlank(text) && text.utf16.count <= maximumHintCharacters
        }

        /// Whether the phrase is words and single spaces as it stands.
        private static func isPlain(_ phrase: String) -> Bool {
            var previous = UInt8(ascii: " ")
            for byte in phrase.utf8 {
                guard byte.isASCIILetterOrDigit || byte == UInt8(ascii: " ") && previous != byte else { return false }
                previous = byte
            }
            return previous != UInt8(ascii: " ")
        }

        private static func normalised(_ phrase: String) -> String {
            XMLText.permitted(phrase).split { $0 == "," || $0.isWhitespace }.joined(separator: " ")
        }
    }
}

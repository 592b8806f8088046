import BotGraph
import Telephony

/// A provider's name of a voice, taken apart.
struct VoiceName: Hashable {
    /// What the name's beginning says.
    enum Family: Hashable {
        /// `man`, `woman` and `alice`, which speak whatever the provider has for them.
        case basic
        case polly
        /// A voice whose name carries its language, such as `Google.es-US-Wavenet-A`.
        case google
        case other
    }

    let text: String
    let family: Family
    /// The name behind its prefix and before its engine: `Joanna` of `Polly.Joanna-Neural`.
    let base: String

    init(_ text: String) {
        self.text = text
        let lower = text.lowercased()
        if ["man", "woman", "alice"].contains(lower) {
            (family, base) = (.basic, lower)
        } else if let prefix = ["polly.", "aws.polly."].first(where: { lower.hasPrefix($0) }) {
            let name = text.dropFirst(prefix.count)
            (family, base) = (.polly, String(name.prefix { $0 != "-" }))
        } else if let prefix = ["google.", "gcloud."].first(where: { lower.hasPrefix($0) }) {
            (family, base) = (.google, String(text.dropFirst(prefix.count)))
        } else {
            (family, base) = (.other, text)
        }
    }

    /// What the voice speaks, the first being its own; nil where that is not known.
    var languages: [String]? {
        switch family {
        case .basic, .other: return nil
        case .polly: return PollyVoices.languages[base.lowercased()]
        case .google:
            // Two parts at least come before the voice's own name: a language and a region.
            let parts = base.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count > 2, (2...3).contains(parts[0].count), parts[1].count >= 2 else { return nil }
            return ["\(parts[0])-\(parts[1])"]
        }
    }

    /// Whether the voice is of another language than this one altogether, such as an English voice for Spanish.
    func speaksAnother(than tag: LanguageTag) -> Bool {
        guard let languages else { return false }
        return !languages.contains { VoiceName.macro($0) == VoiceName.macro(tag.text) }
    }

    /// Whether the voice is of the language, and of another region.
    func speaksAnotherRegion(than tag: LanguageTag) -> Bool {
        guard let languages, !speaksAnother(than: tag) else { return false }
        // Where the codes themselves differ (`cmn-CN`, `zh-CN`) the regions cannot be told apart.
        let comparable = languages.filter { $0.prefix { $0 != "-" }.lowercased() == tag.base }
        return !comparable.isEmpty && !comparable.contains { $0.lowercased() == tag.text.lowercased() }
    }

    /// The language without its region; the codes that voices and recognisers have for one language are one.
    private static func macro(_ tag: String) -> String {
        let base = tag.prefix { $0 != "-" }.lowercased()
        return ["arb": "ar", "cmn": "zh", "yue": "zh", "nb": "no", "nn": "no"][base] ?? base
    }
}

import BotGraph
import Telephony

/// A bot to start from, as text: it lints clean, its call scripts pass, and its comments say what to change.
struct StarterBot {
    let name: BotName
    let direction: CallDirection
    let purpose: Purpose
    /// What it speaks, the default first; never empty.
    let languages: [LanguageTag]
    /// Who is calling, or is called.
    let caller: String
    /// Where the schema stands, as the bot's file has to name it.
    static let schemaPath = "../bot.schema.json"
    /// The schedule that an outbound bot keeps to.
    static let schedule = "office-hours"

    /// A text file of the bot, by its path in the bot's folder.
    struct File {
        let path: String
        let text: String
    }

    /// The bot and its call scripts.
    var files: [File] {
        [File(path: "bot.yaml", text: yaml)]
            + calls.map { File(path: "calls/\($0.name).yaml", text: $0.text(caller: caller, language: languages[0])) }
    }

    private var yaml: String {
        switch (direction, purpose) {
        case (.inbound, _): inbound
        case (.outbound, .informational): reminder
        case (.outbound, .telemarketing): offer
        }
    }

    private var calls: [StarterCall] {
        switch (direction, purpose) {
        case (.inbound, _): StarterCall.inbound
        case (.outbound, .informational): StarterCall.reminder
        case (.outbound, .telemarketing): StarterCall.offer
        }
    }

    /// The bot's name as a title: `order-status` becomes `Order status`.
    private var title: String {
        let words = name.text.replacing("-", with: " ").replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The lines up to the bot's own matter, with what the file is for.
    func header(_ about: String) -> String {
        """
        # yaml-language-server: $schema=\(StarterBot.schemaPath)
        \(about)
        bot: \(name)
        title: "\(title)"
        channel: voice
        direction: \(direction.rawValue)
        purpose: \(purpose.rawValue)
        languages: [\(languages.map(\.text).joined(separator: ", "))]\(voices)
        """
    }

    /// The voices, where one is known for every language.
    private var voices: String {
        let known = languages.compactMap { tag in StarterBot.voices[tag.text].map { "\(tag): \($0)" } }
        return known.count == languages.count ? "\nvoices: {\(known.joined(separator: ", "))}" : ""
    }

    private static let voices = [
        "en-US": "Polly.Joanna", "en-GB": "Polly.Amy", "es-US": "Polly.Lupe", "es-MX": "Polly.Mia",
        "es-ES": "Polly.Lucia",
    ]

    // MARK: - Texts

    /// A key with a text, by language where the bot has several.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - wording: The text.
    ///   - indentation: How far in the key stands.
    /// - Returns: The line or lines, the first without its indentation.
    func entry(_ key: String, _ wording: Wording, at indentation: Int) -> String {
        guard languages.count > 1 else { return "\(key):" + pieces(wording, languages[0], at: indentation + 2) }
        return "\(key):\n" + byLanguage(wording, at: indentation + 2)
    }

    /// A text behind its key: on the same line, or as a list where it has several pieces.
    private func pieces(_ wording: Wording, _ language: LanguageTag, at indentation: Int) -> String {
        let pieces = wording.text(caller: caller, language: language).split(separator: "\n")
        guard pieces.count > 1 else { return " " + text(wording, language) }
        let margin = String(repeating: " ", count: indentation)
        return pieces.map { "\n\(margin)- \"\($0)\"" }.joined()
    }

    /// `no_input` or `no_match` of a node: a prompt, then a node to go to.
    func retry(_ key: String, _ wording: Wording, then node: String) -> String {
        guard languages.count > 1 else {
            return "\(key): {prompts: [\(text(wording, languages[0]))], then: \(node)}"
        }
        let item = byLanguage(wording, at: 10).dropFirst(10)
        return "\(key):\n      prompts:\n        - \(item)\n      then: \(node)"
    }

    /// Phrases in all of the bot's languages, each once.
    func phrases(_ wordings: Wording...) -> String {
        var seen: Set<String> = []
        let all = languages.flatMap { tag in wordings.map { text($0, tag) } }.filter { seen.insert($0).inserted }
        return "[\(all.joined(separator: ", "))]"
    }

    private func byLanguage(_ wording: Wording, at indentation: Int) -> String {
        let margin = String(repeating: " ", count: indentation)
        return languages.map { "\(margin)\($0):" + pieces(wording, $0, at: indentation + 2) }.joined(separator: "\n")
    }

    private func text(_ wording: Wording, _ language: LanguageTag) -> String {
        "\"\(wording.text(caller: caller, language: language))\""
    }
}

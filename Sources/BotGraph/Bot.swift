package import Airscript
package import Telephony

/// A bot: a graph of nodes with what holds for all of them.
package struct Bot: Hashable, Sendable {
    package let name: BotName
    /// The digest of the source that this graph was loaded from.
    package let version: BotVersion
    package let title: String
    package let channel: Channel
    package let direction: CallDirection
    package let purpose: Purpose
    /// What the bot speaks, the default first; never empty.
    package let languages: [LanguageTag]
    /// The provider's voice for each language that names one.
    package let voices: [LanguageTag: String]
    package let variables: [VariableDeclaration]
    package let intent: Intent?
    package let optOut: OptOutPolicy?
    package let universals: Universals
    /// The key of the availability schedule that the bot keeps to, beside the law's hours: an operator's own, or
    /// `TCPA-{region}-{zone}`.
    package let schedule: String?
    /// What the caller hears when something breaks inside.
    package let apology: Prompt
    /// The one sentence after a request to stop; also in a bot that has no `opt_out` of its own.
    package let optOutGoodbye: Prompt
    package let start: NodeID
    /// The nodes in the order of the file.
    package let nodes: [Node]
    /// Where `start` was written.
    package let startLocation: SourceLocation
    /// Where the file begins.
    package let location: SourceLocation

    private let indexByID: [NodeID: Int]

    package init(
        name: BotName,
        version: BotVersion,
        title: String,
        channel: Channel,
        direction: CallDirection,
        purpose: Purpose,
        languages: [LanguageTag],
        voices: [LanguageTag: String],
        variables: [VariableDeclaration],
        intent: Intent?,
        optOut: OptOutPolicy?,
        universals: Universals,
        schedule: String? = nil,
        apology: Prompt,
        optOutGoodbye: Prompt,
        start: NodeID,
        nodes: [Node],
        startLocation: SourceLocation,
        location: SourceLocation
    ) {
        self.name = name
        self.version = version
        self.title = title
        self.channel = channel
        self.direction = direction
        self.purpose = purpose
        self.languages = languages.isEmpty ? [.americanEnglish] : languages
        self.voices = voices
        self.variables = variables
        self.intent = intent
        self.optOut = optOut
        self.universals = universals
        self.schedule = schedule
        self.apology = apology
        self.optOutGoodbye = optOut?.goodbye ?? optOutGoodbye
        self.start = start
        self.nodes = nodes
        self.startLocation = startLocation
        self.location = location
        indexByID = Dictionary(nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    package subscript(id: NodeID) -> Node? {
        indexByID[id].map { nodes[$0] }
    }

    package var defaultLanguage: LanguageTag { languages.first ?? .americanEnglish }
}

/// What a bot talks over.
package enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
    case voice
    case sms
}

/// Why a bot contacts people: telemarketing has stricter rules, 47 CFR 64.1200(b)(3) and 16 CFR 310.4(b)(1)(v).
package enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
    case informational
    case telemarketing
}

/// A variable that a bot declares under `variables`.
package struct VariableDeclaration: Hashable, Sendable {
    /// What a variable holds.
    ///
    /// Airscript does not enforce it; the loader and the linter do.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case text
        case number
        case boolean
        case date
        case time
        case datetime
        case phone
        case list
        case object
        case any
    }

    package let name: String
    package let kind: Kind
    /// Whether the call cannot start without it.
    package let isRequired: Bool
    /// Whether the value may never be spoken, logged or stored in the clear.
    package let isSecret: Bool
    package let defaultValue: Value?
    package let location: SourceLocation

    package init(
        name: String,
        kind: Kind,
        isRequired: Bool,
        isSecret: Bool,
        defaultValue: Value?,
        location: SourceLocation
    ) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.isSecret = isSecret
        self.defaultValue = defaultValue
        self.location = location
    }
}

/// What must be heard within 15 seconds of the answer: who calls, why, and how to stop it.
///
/// Each part is a phrase that the first prompt has to contain, by language where the bot has several.
package struct Intent: Hashable, Sendable {
    package let caller: LocalizedText
    package let purpose: LocalizedText
    package let optOut: LocalizedText
    package let location: SourceLocation

    package init(caller: LocalizedText, purpose: LocalizedText, optOut: LocalizedText, location: SourceLocation) {
        self.caller = caller
        self.purpose = purpose
        self.optOut = optOut
        self.location = location
    }
}

/// A text, and its translations where the bot has several languages.
package struct LocalizedText: Hashable, Sendable {
    package let byLanguage: [LanguageTag: String]
    /// The text for a language that has none of its own.
    package let fallback: String

    package init(_ fallback: String, byLanguage: [LanguageTag: String] = [:]) {
        self.fallback = fallback
        self.byLanguage = byLanguage
    }

    package subscript(language: LanguageTag) -> String { byLanguage[language] ?? fallback }
}

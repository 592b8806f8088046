import Airscript
package import BotGraph
import Telephony

/// Nodes that are one node in two languages.
package struct LanguageTwins: LintRule {
    package let id = "language-twins"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.warning
    package let summary = "nodes that differ only by the language of what they say"
    package let explanation = """
        These nodes ask for the same keys and lead to the same places; one speaks one language of the bot, the other another. \
        Whoever changes the one forgets the other, and the two drift apart. One node with its prompt by language, \
        `prompt: {en-US: ..., es-US: ...}`, says each call's language, and there is one graph to draw, test and prove.

        Found are menus and captures with the same keys whose ways lead to the same nodes or to nodes of the same name but for \
        the language (`hours-en` and `hours-es`), and messages of such names, where the words leave no doubt that each speaks \
        another of the bot's languages. English, Spanish and French are told apart.

        Make them one node, and give its prompt by language.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: hours
                nodes:
                  hours:
                    type: decision_menu
                    prompt:
                      en-US: "We are open from nine to five. To hear this again, press 1."
                      es-US: "Estamos abiertos de nueve a cinco. Para escuchar esto otra vez, oprima el 1."
                    options:
                      - {name: again, press: "1", go: hours}
                    default: goodbye
                  goodbye: {type: hang_up}
                """
            )
            .replacing("[en-US]", with: "[en-US, es-US]")
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: language
                nodes:
                  language:
                    type: decision_menu
                    prompt: "For English, press 1. Para español, oprima el 2."
                    options:
                      - {name: english, press: "1", go: hours-en}
                      - {name: spanish, press: "2", go: hours-es}
                    default: hours-en
                  hours-en:
                    type: decision_menu
                    prompt: "We are open from nine to five. To hear this again, press 1. For a person, press 2."
                    options:
                      - {name: again, press: "1", go: hours-en}
                      - {name: person, press: "2", go: desk}
                    default: goodbye
                  ↓hours-es:
                    type: decision_menu
                    prompt: "Estamos abiertos de nueve a cinco. Para escuchar esto otra vez, oprima el 1. Para hablar con una persona, oprima el 2."
                    options:
                      - {name: again, press: "1", go: hours-es}
                      - {name: person, press: "2", go: desk}
                    default: goodbye
                  desk: {type: forward_call, number: "+12065550101", go: goodbye}
                  goodbye: {type: hang_up}
                """
            )
            .replacing("[en-US]", with: "[en-US, es-US]")
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let languages = Set(subject.bot.languages.map(\.base))
        guard languages.count > 1 else { return [] }
        var firsts: [NodeShape: (node: Node, language: String)] = [:]
        return subject.bot.nodes.compactMap { node in
            guard let shape = NodeShape(node), let language = node.spokenLanguage, languages.contains(language) else {
                return nil
            }
            guard let first = firsts[shape] else {
                firsts[shape] = (node, language)
                return nil
            }
            guard first.language != language else { return nil }
            return finding(
                .twins(first.node.id, node.id),
                at: node,
                notes: [Diagnostic.Note("'\(first.node.id)' is here", at: first.node.location)]
            )
        }
    }
}

/// What two nodes have in common that do the same.
private struct NodeShape: Hashable {
    let kind: NodeKind
    /// Keys, digits and the names of variables.
    let details: [String]
    /// Where the ways lead, without what tells the language in a name.
    let targets: [String]

    init?(_ node: Node) {
        kind = node.body.kind
        guard node.before.isEmpty, node.after.isEmpty, node.onNoValidResponse.isEmpty else { return nil }
        var details: [String]
        switch node.body {
        case .decisionMenu(let menu):
            // One key says little about what a menu is for.
            let keys = menu.options.compactMap { $0.press?.unmasked }
            guard keys.count == menu.options.count else { return nil }
            details = keys + menu.options.map { $0.optOut?.rawValue ?? "" }
            if keys.count < 2 { details.append(LanguageName.stem(of: node.id)) }
        case .touchtoneCapture(let capture):
            details = [
                capture.variable, "\(capture.minDigits)", "\(capture.maxDigits)",
                capture.validate?.expression.source ?? "",
            ]
        case .message: details = [LanguageName.stem(of: node.id)]
        case .condition, .set, .forwardCall, .hangUp: return nil
        }
        let isNamed = LanguageName.stem(of: node.id) != node.id.text
        if case .message = node.body, !isNamed { return nil }
        self.details = details
        targets = node.edges.map { edge in
            let target = edge.target.node == node.id ? "itself" : LanguageName.stem(of: edge.target.node)
            // An option's name may be in the node's language.
            if case .option = edge.label { return target }
            return "\(edge.label) \(target)"
        }
    }
}

/// The language that a node's name tells.
private enum LanguageName {
    private static let parts: Set<Substring> = [
        "en", "es", "fr", "eng", "esp", "spa", "fra", "english", "spanish", "french", "espanol", "ingles", "francais",
    ]

    /// The name without its language: `hours` of `hours-es`.
    static func stem(of node: NodeID) -> String {
        let parts = node.text.split { $0 == "-" || $0 == "_" }
        let kept = parts.filter { !LanguageName.parts.contains(Substring($0.lowercased())) }
        return kept.isEmpty || kept.count == parts.count ? node.text : kept.joined(separator: "-")
    }
}

extension Node {
    /// The language of its words, where it has but one text and that leaves no doubt.
    fileprivate var spokenLanguage: String? {
        guard let prompt, prompt.byLanguage.isEmpty else { return nil }
        var words: [String] = []
        for case .text(let template, _) in prompt.fallback { words += SpokenWords.plain(template.source) }
        return LanguageGuess.of(words)
    }
}

extension LintMessage {
    fileprivate static func twins(_ first: NodeID, _ second: NodeID) -> LintMessage {
        """
        '\(second)' is '\(first)' in another language: same keys, same ways; make them one node with its prompt by language
        """
    }
}

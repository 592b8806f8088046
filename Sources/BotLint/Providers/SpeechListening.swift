import BotGraph
import Telephony

extension Bot {
    /// Whether the words of an opt-out are listened for at every menu: whoever is called may say them, and a bot that has
    /// an `opt_out` takes them.
    var listensForOptOutWords: Bool { optOut != nil || direction == .outbound }

    /// The phrases that hold at every menu.
    var sharedPhrases: [SpokenPhrase] {
        [universals.repetition, universals.help, universals.operator].flatMap { $0?.say ?? [] } + (optOut?.say ?? [])
    }

    /// Whether the recogniser is wanted at the node; the engine asks for it where there is anything to hear.
    func hearsSpeech(at node: Node) -> Bool {
        switch node.body {
        case .decisionMenu(let menu):
            listensForOptOutWords || !sharedPhrases.isEmpty || menu.options.contains { !$0.say.isEmpty }
        case .touchtoneCapture: direction == .outbound
        case .message, .condition, .set, .forwardCall, .hangUp: false
        }
    }
}

import Airscript
import BotGraph
import Telephony

extension LintSubject {
    /// Every prompt that a call may hear: those of the nodes it gets to, the help, and the goodbye after an opt-out.
    ///
    /// The apology is left out: it is heard when something breaks.
    var heardPrompts: [Prompt] {
        var prompts: [Prompt] = []
        if let help = bot.universals.helpPrompt { prompts.append(help) }
        if bot.optOut != nil || bot.direction == .outbound { prompts.append(bot.optOutGoodbye) }
        for node in bot.nodes where graph.isReachable(node.id) {
            if let prompt = node.prompt { prompts.append(prompt) }
            prompts += node.retryPrompts
        }
        return prompts
    }
}

extension Node {
    /// What is spoken at silences and wrong answers.
    var retryPrompts: [Prompt] {
        switch body {
        case .decisionMenu(let menu): (menu.noInput?.prompts ?? []) + (menu.noMatch?.prompts ?? [])
        case .touchtoneCapture(let capture): (capture.noInput?.prompts ?? []) + (capture.noMatch?.prompts ?? [])
        case .message, .condition, .set, .forwardCall, .hangUp: []
        }
    }
}

extension Prompt {
    /// Its pieces in each language, each place once.
    var everyPiece: [Piece] {
        guard !byLanguage.isEmpty else { return fallback }
        var seen: Set<SourceLocation> = []
        let pieces = fallback + byLanguage.sorted { $0.key.text < $1.key.text }.flatMap(\.value)
        return pieces.filter { piece in
            switch piece {
            case .text(_, let location), .recording(_, let location): seen.insert(location).inserted
            }
        }
    }
}

extension Template {
    /// Whether an expression of it is a telephone number of the caller's: the number the call comes from, or a variable for one.
    func speaksNumber(in bot: Bot) -> Bool {
        guard !expressions.isEmpty else { return false }
        return references.contains { reference in
            guard let root = reference.path.first, let last = reference.path.last?.lowercased() else { return false }
            switch root {
            case "call": return last == "from"
            // The person's own number is none to call.
            case "actor", "channels", "session": return false
            default: break
            }
            if reference.path.count == 1, bot.variables.contains(where: { $0.name == root && $0.kind == .phone }) {
                return true
            }
            return ["phone", "number", "telefono", "tel"].contains { last.hasSuffix($0) }
        }
    }
}

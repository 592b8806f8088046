import BotGraph
import Compliance
import Telephony

extension Turn {
    /// Takes a request to stop: the number is suppressed now, whatever comes of the question.
    mutating func takeOptOut(_ request: OptOutRequest, at node: Node) {
        pass(.took(node.id, .optOut))
        if session.optOut.isPending {
            // Asked whether they meant it, they said it again.
            confirmOptOut()
            return
        }
        suppress(returnTo: node.id)
        guard let confirm = bot.optOut?.confirm, asks(about: request) else {
            confirmOptOut()
            return
        }
        walk(to: confirm)
    }

    /// An option of the file's own that leads to the confirming menu is a request to stop, and counts from now.
    ///
    /// Silence, a condition or the start may lead there as well; then nobody has asked for anything yet.
    mutating func noteChoiceOfStopping(at node: Node) {
        guard means != nil, !session.optOut.isPending else { return }
        suppress(returnTo: session.lastMenu ?? (bot.start == node.id ? nil : bot.start))
    }

    /// Puts the person's number on the list and remembers that the bot has yet to ask about it.
    ///
    /// - Parameter node: Where "no, keep calling me" leads back to; nil to hang up then.
    mutating func suppress(returnTo node: NodeID?) {
        guard let number = session.person.number else {
            // A withheld number cannot be listed, nor dialled by us. Whatever else it may be, somebody has to look.
            session.optOut = .pendingWithoutNumber(returnTo: node)
            effects.append(.optOutUnlisted)
            return
        }
        let suppression = Suppression(
            number: number,
            scope: suppressionScope,
            means: means ?? .recorded,
            words: words,
            bot: bot.name.text,
            call: session.call,
            at: instant
        )
        session.optOut = .pending(suppression, returnTo: node)
        effects.append(.suppress(suppression))
        knownScope = nil
    }

    /// The request stands: one sentence, and the end of the call.
    ///
    /// 47 CFR 64.1200(b)(3): "immediately terminate the call".
    mutating func confirmOptOut() {
        switch session.optOut {
        case .none, .withdrawn: suppress(returnTo: nil)
        case .pending, .pendingWithoutNumber, .confirmed: break
        }
        switch session.optOut {
        case .pending(let suppression, _): session.optOut = .confirmed(suppression)
        case .none, .withdrawn, .pendingWithoutNumber: session.optOut = .confirmed(nil)
        case .confirmed: break
        }
        pending = []
        spokenBytes = 0
        // A goodbye that cannot be spoken is no reason to keep the person on the line.
        do { try say(bot.optOutGoodbye, voice: nil) } catch { pending = [] }
        close(.optedOut)
    }

    /// "No, keep calling me": lifts what this call put on the list, and goes back to where the caller was.
    mutating func withdrawOptOut(to target: Target?) {
        let back: NodeID?
        switch session.optOut {
        case .pending(let suppression, let node):
            effects.append(.liftSuppression(suppression))
            back = node
        case .pendingWithoutNumber(let node): back = node
        case .none, .confirmed, .withdrawn: back = session.lastMenu
        }
        session.optOut = .withdrawn
        knownScope = nil
        if let node = target?.node ?? back {
            walk(to: node)
        } else {
            close(.completed)
        }
    }

    /// Whether the bot asks again before it takes the request as meant.
    private func asks(about request: OptOutRequest) -> Bool {
        switch bot.optOut?.ask ?? .never {
        case .always: true
        case .ambiguous: request.clarity == .ambiguous
        case .never: false
        }
    }

    private var suppressionScope: Suppression.Scope {
        switch bot.optOut?.scope ?? .all {
        case .all: .all
        case .channel: .channel(bot.channel.rawValue)
        case .bot: .bot(bot.name.text)
        }
    }
}

extension OptOutProgress {
    /// Whether the bot has asked and not been answered.
    var isPending: Bool {
        switch self {
        case .pending, .pendingWithoutNumber: true
        case .none, .confirmed, .withdrawn: false
        }
    }
}

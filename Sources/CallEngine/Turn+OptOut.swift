import BotGraph
import Compliance
import Telephony

extension Turn {
    /// Takes a request to stop: the number is suppressed now, whatever comes of the question.
    mutating func takeOptOut(_ request: OptOutRequest, at node: Node) {
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

    /// Puts the person's number on the list and remembers that the bot has yet to ask about it.
    mutating func suppress(returnTo node: NodeID) {
        guard let number = session.person.number else {
            // A withheld number cannot be listed. It cannot be dialled either.
            session.optOut = .pendingWithoutNumber(returnTo: node)
            return
        }
        let suppression = Suppression(
            number: number,
            scope: scope,
            means: means,
            words: words,
            bot: bot.name.text,
            call: session.call,
            at: instant
        )
        session.optOut = .pending(suppression, returnTo: node)
        effects.append(.suppress(suppression))
    }

    /// The request stands: one sentence, and the end of the call.
    ///
    /// 47 CFR 64.1200(b)(3): "immediately terminate the call".
    mutating func confirmOptOut() {
        switch session.optOut {
        case .none, .withdrawn, .pendingWithoutNumber: session.optOut = .confirmed(nil)
        case .pending(let suppression, _): session.optOut = .confirmed(suppression)
        case .confirmed: break
        }
        pending = []
        if let goodbye = bot.optOut?.goodbye {
            // A goodbye that cannot be spoken is no reason to keep the person on the line.
            do { try say(goodbye, voice: nil) } catch { pending = [] }
        }
        close(.optedOut)
    }

    /// "No, keep calling me": lifts what this call put on the list, and goes back to where the caller was.
    mutating func withdrawOptOut(to target: Target?) {
        let back: NodeID
        switch session.optOut {
        case .pending(let suppression, let node):
            effects.append(.liftSuppression(suppression))
            back = node
        case .pendingWithoutNumber(let node): back = node
        case .none, .confirmed, .withdrawn: back = bot.start
        }
        session.optOut = .withdrawn
        walk(to: target?.node ?? back)
    }

    /// Whether the bot asks again before it takes the request as meant.
    private func asks(about request: OptOutRequest) -> Bool {
        switch bot.optOut?.ask ?? .never {
        case .always: true
        case .ambiguous: request.clarity == .ambiguous
        case .never: false
        }
    }

    private var scope: Suppression.Scope {
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

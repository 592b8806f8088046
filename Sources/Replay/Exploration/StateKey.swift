import BotGraph
import CallEngine
import Telephony

/// All of a call that its further way depends on: calls with equal keys are one state.
///
/// The silences and wrong answers in a row at whatever nodes are not in it: they end a call that would go round for ever,
/// and a way that only this limit ends is no way out that the bot has.
struct StateKey: Hashable {
    /// How far a request to stop has come.
    ///
    /// One that was taken back is as if there had been none.
    enum OptOut: Hashable {
        case none
        case pending(NodeID?)
        case confirmed
    }

    let state: CallState
    let silences: Int
    let wrongAnswers: Int
    let language: LanguageTag
    let optOut: OptOut
    /// Where "no, keep calling me" may lead back to; nil in bots where that is always the menu of the request.
    let lastMenu: NodeID?
    let values: [ControlVariables.ValueClass]
}

/// Makes the keys of one bot's calls.
struct StateKeys {
    let control: ControlVariables
    private let keepsLastMenu: Bool

    init(_ bot: Bot, _ control: ControlVariables) {
        self.control = control
        let deciding = Set(
            bot.nodes.filter { if case .decisionMenu(let menu) = $0.body { menu.decidesOptOut } else { false } }.map(
                \.id
            )
        )
        let targets = bot.nodes.flatMap(\.edges).map(\.target) + [bot.universals.operatorTarget].compactMap(\.self)
        keepsLastMenu = deciding.contains(bot.start) || targets.contains { deciding.contains($0.node) }
    }

    func key(of session: CallSession) -> StateKey {
        let optOut: StateKey.OptOut =
            switch session.optOut {
            case .none, .withdrawn: .none
            case .pending(_, let node), .pendingWithoutNumber(let node): .pending(node)
            case .confirmed: .confirmed
            }
        return StateKey(
            state: session.state,
            silences: session.noInputCount,
            wrongAnswers: session.noMatchCount,
            language: session.language,
            optOut: optOut,
            lastMenu: keepsLastMenu ? session.lastMenu : nil,
            values: control.classes(in: session)
        )
    }
}

package import Carrier
package import Simulator
package import Telephony

/// What a script says of its call besides the conversation: when it is, how it is placed, what goes wrong on the way.
package struct CallScene: Sendable, Hashable {
    /// Something between the provider and the server that is allowed to go wrong, and that nobody on the phone may notice.
    package enum Trouble: String, Sendable, Hashable, CaseIterable {
        /// Each voice webhook a second time, once the first is answered.
        case twice
        /// Each voice webhook a second time, while the first is on its way.
        case twiceAtOnce = "twice at once"
        /// After each turn the webhook of the turn before, once more.
        case late
        /// Each status callback twice.
        case statusesTwice = "statuses twice"
        /// All status callbacks at the call's end, the last first.
        case statusesReversed = "statuses reversed"
    }

    /// When the call begins; whenever the server's clock says, where it is nil.
    package let at: Instant?
    /// What becomes of a call that we place; nil where the script does not say, which is that the person answers.
    package let answer: CallPlan.Answer?
    /// Sent with every webhook besides the standard ones, in order of their names.
    package let parameters: [FormParameters.Parameter]
    package let troubles: [Trouble]

    init(
        at: Instant? = nil,
        answer: CallPlan.Answer? = nil,
        parameters: [FormParameters.Parameter] = [],
        troubles: [Trouble] = []
    ) {
        self.at = at
        self.answer = answer
        self.parameters = parameters
        self.troubles = troubles
    }

    /// The provider's troubles with the script's own in place of what they are about.
    func delivery(over others: DeliveryTroubles) -> DeliveryTroubles {
        troubles.reduce(into: others) { delivery, trouble in
            switch trouble {
            case .twice: delivery.repetition = .afterReply
            case .twiceAtOnce: delivery.repetition = .atOnce
            case .late: delivery.replaysStale = true
            case .statusesTwice: delivery.statusOrder = .doubled
            case .statusesReversed: delivery.statusOrder = .reversed
            }
        }
    }
}

/// What goes wrong on the way between a provider and a server, and is allowed to.
///
/// By default nothing does.
package struct DeliveryTroubles: Sendable, Hashable {
    /// Whether each voice webhook is sent a second time, with the same idempotency token.
    package enum Repetition: Sendable, Hashable {
        case never
        /// Once the first was answered.
        case afterReply
        /// While the first is still on its way.
        case atOnce
    }

    package enum StatusOrder: Sendable, Hashable {
        case asTheyHappen
        /// Each callback twice.
        case doubled
        /// All at the call's end, the last first.
        case reversed
    }

    /// A failed attempt that is made again.
    package enum Failure: Sendable, Hashable, CaseIterable {
        case connection
        case reading
        case status4xx
        case status5xx
    }

    /// The second reply must be the first one's bytes, else it is a fault.
    package var repetition: Repetition
    /// After each turn the webhook of the turn before is sent again: with its token, which must get its old reply, and
    /// with a new one, which must get the current document.
    package var replaysStale: Bool
    package var statusOrder: StatusOrder
    /// Says `Digits=` where nothing was pressed and the action is asked all the same, not nothing at all.
    package var sendsEmptyDigits: Bool
    /// How often a failed attempt is made again.
    ///
    /// The provider's default is once, and only where no connection was made.
    package var retries: Int
    package var retriedFailures: Set<Failure>

    package init(
        repetition: Repetition = .never,
        replaysStale: Bool = false,
        statusOrder: StatusOrder = .asTheyHappen,
        sendsEmptyDigits: Bool = false,
        retries: Int = 1,
        retriedFailures: Set<Failure> = [.connection]
    ) {
        self.repetition = repetition
        self.replaysStale = replaysStale
        self.statusOrder = statusOrder
        self.sendsEmptyDigits = sendsEmptyDigits
        self.retries = retries
        self.retriedFailures = retriedFailures
    }
}

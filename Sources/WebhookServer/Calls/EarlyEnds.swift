import Synchronization
package import Telephony

/// The ends of calls that were told before their start, the newest few thousand.
///
/// Webhooks overtake each other. A call whose end came first would otherwise be started afterwards and never end.
package final class EarlyEnds: Sendable {
    private struct Shelf {
        var statuses: [CallID: CallStatus] = [:]
        /// The calls in the order they came, the oldest at `next` once there are as many as may be.
        var order: [CallID] = []
        var next = 0
    }

    private let capacity: Int
    private let shelf = Mutex(Shelf())

    package init(capacity: Int = 4_096) {
        self.capacity = capacity
    }

    /// How a call ended that has not started here; nil when nothing was told.
    package subscript(call: CallID) -> CallStatus? { shelf.withLock { $0.statuses[call] } }

    /// Keeps a final status; the first one told of a call stays.
    package func keep(_ status: CallStatus, of call: CallID) {
        shelf.withLock { shelf in
            guard shelf.statuses[call] == nil else { return }
            shelf.statuses[call] = status
            guard shelf.order.count == capacity else { return shelf.order.append(call) }
            shelf.statuses[shelf.order[shelf.next]] = nil
            shelf.order[shelf.next] = call
            shelf.next = (shelf.next + 1) % capacity
        }
    }
}

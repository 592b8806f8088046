package import Telephony

/// An event that the call's state cannot take.
///
/// None of them is a fault of ours: the internet sends anything.
package enum CallRefusal: Error, Hashable, Sendable {
    /// The step was answered before: its stored reply is the answer again.
    case repeated(step: Int)
    /// The step is older than that: the current document is the answer.
    case stale(step: Int, current: Int)
    /// The step has not been served yet.
    case notServed(step: Int, current: Int)
    /// The call had started before.
    case alreadyStarted
    /// Nothing is known of the call, and the event does not start one.
    case notStarted
    /// The call is over.
    case ended
    /// The event does not fit what the call is waiting for, as a forwarded leg's end at a menu.
    case unexpected(event: String, state: String)
    /// A status callback that says nothing new.
    case statusNotNew(CallStatus, current: CallStatus)
}

extension CallRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .repeated(let step): "step \(step) was answered before; its reply is sent again"
        case .stale(let step, let current):
            "step \(step) is over, the call is at step \(current); its document is sent again"
        case .notServed(let step, let current): "step \(step) was never served, the call is at step \(current)"
        case .alreadyStarted: "the call has started before"
        case .notStarted: "no such call has started"
        case .ended: "the call is over"
        case .unexpected(let event, let state): "\(event) does not fit a call that is \(state)"
        case .statusNotNew(let status, let current): "status \(status.rawValue) is not newer than \(current.rawValue)"
        }
    }
}

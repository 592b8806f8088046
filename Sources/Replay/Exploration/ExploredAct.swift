package import CallEngine
package import Telephony

/// What an explored caller does where the call waits.
package enum ExploredAct: Hashable, Sendable {
    case press(Digits)
    case say(String)
    case silence
    /// The leg that the call was forwarded to ends so.
    case forwardEnds(DialStatus)
    case hangUp

    /// The act as a call script has it: `press 1`.
    ///
    /// The keys and words are made up here, so nobody's.
    package var words: String {
        switch self {
        case .press(let digits): "press \(digits.unmasked)"
        case .say(let words): "say \"\(words)\""
        case .silence: "silence"
        case .forwardEnds(let status): "forward ends \(status.rawValue)"
        case .hangUp: "hang up"
        }
    }

    /// What the engine hears of it.
    package func event(at step: Int) -> CallEvent {
        switch self {
        case .press(let digits): .input(step: step, CallerInput(digits: digits))
        case .say(let words): .input(step: step, CallerInput(speech: words))
        case .silence: .input(step: step, .silence)
        case .forwardEnds(let status): .forwardEnded(step: step, status)
        case .hangUp: .statusChanged(.completed, sequence: nil)
        }
    }
}

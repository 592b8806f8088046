import Compliance
import Simulator
import Telephony

/// What a script asks of besides the call: the server's record, the compliance gate, and the clock.
struct ScriptWorld: Sendable {
    let inspect: @Sendable (CallID) async -> CallSnapshot?
    let gate: ScriptRunner.GateQuestioner?
    /// Nil where the number is withheld.
    let person: PhoneNumber?
    let clock: VirtualClock

    /// What the gate says of the person at this moment; nil where it cannot be asked.
    func answer(_ kind: ContactKind) async -> ContactAnswer? {
        guard let gate, let person else { return nil }
        return await gate(person, kind, clock.now)
    }

    /// Moves the clock; it goes forward alone.
    ///
    /// - Returns: Why it does not; nil when it did.
    func move(_ move: CallScript.TimeMove) -> FactDifference? {
        switch move {
        case .by(let duration): clock.advance(by: duration)
        case .to(let instant):
            let now = clock.now
            guard instant >= now else {
                return FactDifference(expected: "the time to move on to \(instant)", found: "that it is \(now) already")
            }
            clock.advance(by: instant - now)
        }
        return nil
    }
}

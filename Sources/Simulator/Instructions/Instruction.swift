import Telephony
import TwiML

/// One verb of a document, as the stand-in executes it.
enum Instruction: Sendable {
    case say(SayInstruction)
    case play(PlayInstruction)
    case pause(PauseInstruction)
    case gather(GatherInstruction)
    case redirect(RedirectInstruction)
    case hangUp
    case reject(RejectInstruction)
    case dial(DialInstruction)
    /// A verb of the provider's that the stand-in does not execute.
    case unsupported(String)
    /// Something in the verb makes it fail.
    case broken(CallFault)

    /// Whether it answers a call that rings: `Reject`, `Pause` and `Redirect` leave it ringing.
    var answers: Bool {
        switch self {
        case .reject, .pause, .redirect: false
        case .say, .play, .gather, .hangUp, .dial, .unsupported, .broken: true
        }
    }

    func perform<Person: Caller>(in call: inout CallExecution<Person>) async -> CallExecution<Person>.Flow {
        switch self {
        case .say(let say): return say.perform(in: &call)
        case .play(let play): return play.perform(in: &call)
        case .pause(let pause): return pause.perform(in: &call)
        case .gather(let gather): return await gather.perform(in: &call)
        case .redirect(let redirect): return redirect.perform(in: &call)
        case .hangUp:
            call.add(.hungUp(.bot))
            return .over(.completed)
        case .reject(let reject): return reject.perform(in: &call)
        case .dial(let dial): return await dial.perform(in: &call)
        case .unsupported(let name): return .fault(.unsupportedVerb(name))
        case .broken(let fault): return .fault(fault)
        }
    }
}

/// A step of a document; the provider runs them in order.
package enum Verb: Hashable, Sendable {
    case say(Say)
    case play(Play)
    case pause(Pause)
    case gather(Gather)
    case redirect(Redirect)
    case hangup(Hangup)
    case dial(Dial)
    case reject(Reject)

    /// The name of the verb's element.
    package var element: String {
        switch self {
        case .say: "Say"
        case .play: "Play"
        case .pause: "Pause"
        case .gather: "Gather"
        case .redirect: "Redirect"
        case .hangup: "Hangup"
        case .dial: "Dial"
        case .reject: "Reject"
        }
    }

    /// Whether nothing after the verb is ever run: it ends the call, or another document takes over.
    var endsDocument: Bool {
        switch self {
        case .say, .play, .pause, .gather: false
        case .redirect, .hangup, .dial, .reject: true
        }
    }

    func write(to writer: inout XMLWriter) {
        switch self {
        case .say(let say): say.write(to: &writer)
        case .play(let play): play.write(to: &writer)
        case .pause(let pause): pause.write(to: &writer)
        case .gather(let gather): gather.write(to: &writer)
        case .redirect(let redirect): redirect.write(to: &writer)
        case .hangup(let hangup): hangup.write(to: &writer)
        case .dial(let dial): dial.write(to: &writer)
        case .reject(let reject): reject.write(to: &writer)
        }
    }
}

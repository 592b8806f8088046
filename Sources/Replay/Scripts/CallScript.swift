package import Airscript
package import BotGraph
package import Telephony

/// A call as somebody would make it, with what they expect to hear: a test that reads like a conversation.
///
/// A script is a YAML file beside the bot it calls.
///
/// ```yaml
/// call: front-desk                  # the bot's name; needed only where the file is not beside its bot.yaml
/// title: A caller presses 2
/// from: "+12065550101"              # the person's number
/// set: {appointment: "2026-12-01T09:00"}   # the bot's variables at the start
/// at: "2026-12-01T09:00:00-08:00"   # when the call begins; now where it is left out
/// answer: no-answer                 # a call that we place: answered (the default), busy, no-answer, failed, canceled
/// parameters: {AnsweredBy: machine_start}  # sent with every webhook besides the standard ones
/// deliver: [twice, late]            # what goes wrong on the way, see `CallScene.Trouble`
/// steps:
///   - hear: "press 1"               # was spoken since the caller last acted; case and spacing do not count
///   - hear: [welcome, "press 2"]    # all of them were
///   - do not hear: goodbye          # none of them was
///   - hear nothing                  # nothing was spoken since the caller last acted
///   - press: "12#"                  # keys, in quotes, once the prompt is over
///   - say: confirm                  # words
///   - say: {say: stop calling me, confidence: 0.4}
///   - wait: 2s                      # before the next act, behind the prompt; as long as the bot listens, it is a silence
///   - interrupt: {press: "1", after: 2s}   # cuts the prompt short, that long after it began; also say, hang up
///   - silence                       # waits until the bot, or the leg it forwards to, gives up
///   - forward ends: busy            # completed, busy, no-answer, failed; also as text, `forward ends busy`
///   - forward ends: {with: completed, talking: 3m}   # how long the two spoke; a minute unless it says
///   - time moves to: "2026-12-01T21:00:00-08:00"     # forward only
///   - time moves by: 40m            # ms, s, m, h, d
///   - hang up
///   - expect: {variable: name, equals: Ada}
///   - expect: {opted out: true}
///   - expect: {ended: completed}    # a reason of `EndReason`; the call has to be over
///   - expect: {status: no-answer}   # what the provider says of the call
///   - expect: {language: es-US}
///   - expect: {intent: met}         # met, interrupted, late, unknown
///   - expect: {forwarded to: "+12065550102"}
///   - expect: {barge in: false}     # whether the prompt could be interrupted
///   - expect: {allowed: false}      # whether the person could be called at this moment, by the compliance gate
///   - expect: {refused: true}       # whether the gate says no, not merely later
///   - expect: {held until: "2026-12-02T08:00:00-08:00", contact: text}   # live, automated (the default), text
///   - expect not: {variable: name, equals: Ada}      # that none of the facts is so
/// ```
///
/// A step is text (`silence`, `hang up`, `hear nothing`, `forward ends busy`) or a map of one key; `expect` takes several
/// facts at once. Every step has to be used: a call that ends before its script is a failure. A call that still waits when
/// the script is over is hung up and passes, unless the script expects its end.
package struct CallScript: Sendable, Hashable {
    package let path: String
    package let call: BotName?
    package let title: String?
    package let from: PhoneNumber?
    package let set: [String: Value]
    package let scene: CallScene
    package let steps: [Step]

    init(
        path: String,
        call: BotName?,
        title: String?,
        from: PhoneNumber?,
        set: [String: Value],
        scene: CallScene = CallScene(),
        steps: [Step]
    ) {
        self.path = path
        self.call = call
        self.title = title
        self.from = from
        self.set = set
        self.scene = scene
        self.steps = steps
    }

    /// What a report calls the script: its title, or its path.
    package var name: String { title ?? path }

    /// Whether a step asks the compliance gate, which is read from files only where it is needed.
    package var asksGate: Bool {
        steps.contains { step in
            switch step.kind {
            case .expect(let facts), .expectNot(let facts): facts.contains { $0.contact != nil }
            default: false
            }
        }
    }

    /// What came of a text.
    package struct Result: Sendable {
        /// Nil when there is an error.
        package let script: CallScript?
        /// Everything found, sorted.
        package let diagnostics: [Diagnostic]
    }

    /// Reads a script's text.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - path: The file's path as findings shall name it.
    /// - Returns: The script, or what is wrong with it.
    package static func parse(_ text: String, path: String) -> Result {
        switch LocatedYAML.read(text, path: path) {
        case .failure(let failure): return Result(script: nil, diagnostics: [failure.diagnostic])
        case .success(let root):
            var reader = CallScriptReader(path: path)
            let script = reader.script(root)
            let findings = reader.diagnostics.sorted()
            return Result(script: findings.isEmpty ? script : nil, diagnostics: findings)
        }
    }
}

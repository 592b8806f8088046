package import Airscript
package import BotGraph
package import CallEngine
package import Compliance
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
/// steps:
///   - hear: "press 1"               # was spoken since the caller last acted; case and spacing do not count
///   - hear: [welcome, "press 2"]    # all of them were
///   - press: "12#"                  # keys, in quotes
///   - say: confirm                  # words
///   - say: {say: stop calling me, confidence: 0.4}
///   - silence                       # waits until the bot, or the leg it forwards to, gives up
///   - forward ends: busy            # completed, busy, no-answer, failed; also as text, `forward ends busy`
///   - hang up
///   - expect: {variable: name, equals: Ada}
///   - expect: {opted out: true}
///   - expect: {ended: completed}    # a reason of `EndReason`; the call has to be over
///   - expect: {language: es-US}
///   - expect: {intent: met}         # met, interrupted, late, unknown
///   - expect: {forwarded to: "+12065550102"}
/// ```
///
/// A step is text (`silence`, `hang up`, `forward ends busy`) or a map of one key; `expect` takes several facts at once.
/// Every step has to be used: a call that ends before its script is a failure. A call that still waits when the script is
/// over is hung up and passes, unless the script expects its end.
package struct CallScript: Sendable, Hashable {
    /// One line of the script.
    package struct Step: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// All of these were spoken since the caller last acted.
            case hear([String])
            case press(Digits)
            case say(String, confidence: Double?)
            case silence
            case hangUp
            case forwardEnds(DialStatus)
            case expect([Fact])
        }

        package let kind: Kind
        package let location: SourceLocation
    }

    /// Something that has to be true when the script comes to it.
    package enum Fact: Sendable, Hashable {
        case variable(String, equals: Value)
        case optedOut(Bool)
        case ended(EndReason)
        case language(LanguageTag)
        case intent(IntentOutcome)
        case forwardedTo(PhoneNumber)
    }

    package let path: String
    package let call: BotName?
    package let title: String?
    package let from: PhoneNumber?
    package let set: [String: Value]
    package let steps: [Step]

    /// What a report calls the script: its title, or its path.
    package var name: String { title ?? path }

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

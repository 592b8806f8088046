package import BotGraph
package import Simulator

/// What came of a script.
package struct ScriptResult: Sendable, Hashable {
    package let script: CallScript
    /// Empty when it passed.
    package let failures: [ScriptFailure]
    package let call: CallResult

    package var passed: Bool { failures.isEmpty }

    /// The failures as findings about the script's file.
    package var diagnostics: [Diagnostic] { failures.map(\.diagnostic).sorted() }

    /// The failures with the call up to each of them, as people read it.
    package func report(_ privacy: Transcript.Privacy = .open) -> [String] {
        failures.flatMap { failure in
            ["\(failure.diagnostic)"] + failure.transcript.lines(privacy).map { "    " + $0 }
        }
    }
}

/// One thing in a call that was not as its script has it.
package struct ScriptFailure: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Something was not heard, or not true.
        case unmetExpectation = "unmet-expectation"
        /// The call waited for something that the step does not give.
        case misplacedStep = "misplaced-step"
        /// The call was over before the step.
        case unusedStep = "unused-step"
        /// A document that a provider would warn of.
        case contractWarning = "contract-warning"
        /// A webhook that failed.
        case webhookFault = "webhook-fault"
    }

    package let kind: Kind
    /// The step, or the start of the file where none is to blame.
    package let location: SourceLocation
    package let expected: String
    package let found: String
    /// The call up to the failure.
    package let transcript: Transcript

    package var diagnostic: Diagnostic {
        Diagnostic(
            id: kind.rawValue,
            severity: .error,
            message: "expected \(expected); found \(found)",
            location: location
        )
    }
}

package import Telephony

/// A menu: a prompt, options by key and phrase, and what happens when the caller chooses none.
///
/// ```yaml
/// greeting:
///   type: decision_menu
///   prompt: "To confirm, press 1 or say confirm. To reschedule, press 2."
///   options:
///     - {name: confirm, press: "1", say: [confirm, "yes"], go: confirmed}
///     - {name: reschedule, press: "2", say: [reschedule], set: {moved: TRUE}, go: reschedule}
///   timeout: 5s
///   no_input: {prompts: ["I did not hear you."], then: goodbye}
///   no_match: {prompts: ["That is not one of the choices."], then: operator}
///   default: goodbye
///   barge_in: true
/// ```
package struct DecisionMenu: Hashable, Sendable {
    package let prompt: Prompt
    package let options: [Option]
    /// How long to wait for the first key or word, and between keys.
    ///
    /// 5 s unless the file says otherwise.
    package let timeout: Duration
    package let noInput: Retries?
    package let noMatch: Retries?
    /// Where the call goes when `no_input` or `no_match` has no `then`.
    package let fallback: Target?
    /// Whether a key or word interrupts the prompt.
    package let bargeIn: Bool

    /// One choice.
    package struct Option: Hashable, Sendable {
        /// What an option of the confirming menu decides about a pending opt-out.
        package enum OptOutDecision: String, Hashable, Sendable, CaseIterable {
            case confirmed
            case withdrawn
        }

        package let name: String
        /// The keys that choose it, one or several in a row; nil when no key does.
        package let press: Digits?
        package let say: [SpokenPhrase]
        /// Nil in an option of the confirming menu, which ends the call or returns to where the caller was.
        package let go: Target?
        package let set: [Assignment]
        package let optOut: OptOutDecision?
        package let location: SourceLocation

        package init(
            name: String,
            press: Digits?,
            say: [SpokenPhrase],
            go: Target?,
            set: [Assignment],
            optOut: OptOutDecision?,
            location: SourceLocation
        ) {
            self.name = name
            self.press = press
            self.say = say
            self.go = go
            self.set = set
            self.optOut = optOut
            self.location = location
        }
    }

    package init(
        prompt: Prompt,
        options: [Option],
        timeout: Duration,
        noInput: Retries?,
        noMatch: Retries?,
        fallback: Target?,
        bargeIn: Bool
    ) {
        self.prompt = prompt
        self.options = options
        self.timeout = timeout
        self.noInput = noInput
        self.noMatch = noMatch
        self.fallback = fallback
        self.bargeIn = bargeIn
    }

    /// Where silence leads once its prompts are used up.
    package var noInputExit: Target? { noInput?.then ?? fallback }
    /// Where a wrong answer leads once its prompts are used up.
    package var noMatchExit: Target? { noMatch?.then ?? fallback }
    /// Whether the menu settles a pending opt-out.
    package var decidesOptOut: Bool { options.contains { $0.optOut != nil } }

    package var edges: [Edge] {
        var edges = options.compactMap { option in option.go.map { Edge(.option(option.name), to: $0) } }
        if let then = noInput?.then { edges.append(Edge(.noInput, to: then)) }
        if let then = noMatch?.then { edges.append(Edge(.noMatch, to: then)) }
        if let fallback { edges.append(Edge(.fallback, to: fallback)) }
        return edges
    }
}

package import BotGraph

/// A caller who says nothing and is never let go.
package struct EndlessSilence: LintRule {
    package let id = "endless-silence"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.warning
    package let summary = "a round that a caller who stays silent is never led out of"
    package let explanation = """
        Whoever says nothing here is led round to the same node again, with nothing changed, and would be for ever: a caller \
        who put the telephone down, an answering machine, somebody who cannot speak now. The engine gives up after ten \
        silences and wrong answers in a row, and ends the call with the bot's apology, as if something had gone wrong.

        What counts are all the ways that silence takes, with the variables that are set on the way: silence that counts \
        itself out is fine, in one node or several. Where wrong answers go the same round, they are not told again.

        Lead the last silence to a `hang_up`, or to a person.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "For opening hours, press 1."
                    options:
                      - {name: hours, press: "1", go: hours}
                    no_input: {prompts: ["I did not hear you. For opening hours, press 1."], then: patience}
                    no_match: {prompts: ["For opening hours, press 1."], then: goodbye}
                  patience:
                    type: condition
                    before: [{set: {rounds: rounds + 1}}]
                    cases:
                      - {when: rounds < 3, go: main}
                    else: goodbye
                  hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  rounds: {type: number, default: 0}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: main
                nodes:
                  ↓main:
                    type: decision_menu
                    prompt: "For opening hours, press 1."
                    options:
                      - {name: hours, press: "1", go: hours}
                    no_input: {prompts: ["I did not hear you. For opening hours, press 1."], then: sorry}
                    no_match: {prompts: ["For opening hours, press 1."], then: goodbye}
                  sorry: {type: message, prompt: "We still hear nothing.", go: main}
                  hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let states = subject.states
        let wrongAnswers = Set(states.traps.wrongAnswers.map { states.nodes(of: $0).sorted() })
        return states.traps.silences.compactMap { round in
            let nodes = states.nodes(of: round)
            guard let first = nodes.first.map({ subject.bot.nodes[$0] }) else { return nil }
            let (path, walk) = states.described(round)
            let isBoth = wrongAnswers.contains(nodes.sorted())
            return finding(.endless(first.id, path: path, round: walk, isBoth: isBoth), at: first)
        }
    }
}

extension LintMessage {
    fileprivate static func endless(_ node: NodeID, path: String, round: String, isBoth: Bool) -> LintMessage {
        """
        a caller who stays silent\(isBoth ? ", or gives only wrong answers," : "") at '\(node)' (\(path)) comes round to it \
        for ever (\(round)); lead the last silence to a hang_up or a person
        """
    }
}

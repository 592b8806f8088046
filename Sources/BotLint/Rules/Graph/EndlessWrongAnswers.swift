package import BotGraph

/// A caller who is not understood and is never let go.
package struct EndlessWrongAnswers: LintRule {
    package let id = "endless-wrong-answers"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.warning
    package let summary = "a round that a caller who gives only wrong answers is never led out of"
    package let explanation = """
        Whoever is not understood here is led round to the same node again, with nothing changed, and would be for ever: \
        somebody with an accent, on a bad line, or who wants something else. The engine gives up after ten silences and wrong \
        answers in a row, and ends the call with the bot's apology, as if something had gone wrong.

        What counts are all the ways that a wrong answer takes, with the variables that are set on the way. A round that \
        silence goes as well is told by `endless-silence` alone.

        Lead the last wrong answer to a person, or to a `hang_up`.
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
                    no_input: {then: goodbye}
                    no_match: {prompts: ["For opening hours, press 1."], then: desk}
                  hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
                  desk: {type: forward_call, number: "+12065550101", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
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
                    no_input: {then: goodbye}
                    no_match: {prompts: ["For opening hours, press 1."], then: main}
                  hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let states = subject.states
        let silences = Set(states.traps.silences.map { states.nodes(of: $0).sorted() })
        return states.traps.wrongAnswers.compactMap { round in
            let nodes = states.nodes(of: round)
            guard let first = nodes.first.map({ subject.bot.nodes[$0] }), !silences.contains(nodes.sorted()) else {
                return nil
            }
            let (path, walk) = states.described(round)
            return finding(.endless(first.id, path: path, round: walk), at: first)
        }
    }
}

extension LintMessage {
    fileprivate static func endless(_ node: NodeID, path: String, round: String) -> LintMessage {
        """
        a caller who gives only wrong answers at '\(node)' (\(path)) comes round to it for ever (\(round)); \
        lead the last wrong answer to a person or a hang_up
        """
    }
}

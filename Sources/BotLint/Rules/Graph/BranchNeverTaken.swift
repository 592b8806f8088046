import Airscript
package import BotGraph

/// A case, an `else` or an action that no call comes to.
package struct BranchNeverTaken: LintRule {
    package let id = "branch-never-taken"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.warning
    package let summary = "a case, an `else` or an `if` that no call can take"
    package let explanation = """
        Whatever callers do and whatever the call starts with, this branch is not taken: its test comes out the same in every \
        call, an earlier case covers it, or the variable was set on every way here to something else. Mostly a case stands in \
        the wrong order, or compares a variable with what it cannot be, such as typed digits, which are text, with a number.

        Every declared variable may have any value when a call starts, since whoever places the call may set it, so a default \
        alone proves nothing. Typed digits are text.

        Mend the test, or delete the branch.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: code
                nodes:
                  code:
                    type: touchtone_capture
                    prompt: "Please type the four digits of your code."
                    variable: code
                    digits: 4
                    no_input: {then: goodbye}
                    no_match: {then: goodbye}
                    go: which
                  which:
                    type: condition
                    cases:
                      - {when: code = "1234", go: door}
                    else: goodbye
                  door: {type: message, prompt: "The door is open.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  code: text
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: code
                nodes:
                  code:
                    type: touchtone_capture
                    prompt: "Please type the four digits of your code."
                    variable: code
                    digits: 4
                    no_input: {then: goodbye}
                    no_match: {then: goodbye}
                    go: which
                  which:
                    type: condition
                    cases:
                      - {when: ↓code = 1234, go: door}
                    else: goodbye
                  door: {type: message, prompt: "The door is open.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  code: text
                """
            ),
            ExampleBots.inbound(
                """
                start: which
                nodes:
                  which:
                    type: condition
                    before:
                      - if: ↓3 < 2
                        then: [{set: {size: 1}}]
                    cases:
                      - {when: size < 10, go: small}
                      - {when: ↓size = 5, go: middle}
                      - {when: size >= 10, go: large}
                    else: large
                  small: {type: hang_up, prompt: "A small one. Goodbye."}
                  middle: {type: hang_up, prompt: "One of five. Goodbye."}
                  large: {type: hang_up, prompt: "A large one. Goodbye."}
                variables:
                  size: {type: number, required: true}
                """
            ),
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let states = subject.states
        var findings: [Diagnostic] = []
        for node in subject.bot.nodes where subject.graph.isReachable(node.id) {
            guard case .condition(let condition) = node.body else { continue }
            findings += check(condition, of: node, taken: subject.graph.waysTaken(from: node.id))
        }
        for (number, branch) in states.map.branches.enumerated() {
            let (holds, fails) = (states.open.branchHolds[number], states.open.branchFails[number])
            // A test that no call comes to is behind another branch that is never taken, or in a node that is not reachable.
            guard holds != fails else { continue }
            if !holds, branch.hasThen {
                findings.append(finding(.never("`then`", branch.when), at: branch.when.location))
            } else if !fails, branch.hasElse {
                findings.append(finding(.always(branch.when), at: branch.when.location))
            }
        }
        return findings
    }

    private func check(_ condition: Condition, of node: Node, taken: [CallGraph.Way]) -> [Diagnostic] {
        let causes = Set(taken.map(\.cause))
        // Where none is taken, the call ends at the first test, for want of a value.
        guard !causes.isEmpty else { return [] }
        var findings: [Diagnostic] = []
        for (index, item) in condition.cases.enumerated() where !causes.contains(.edge(.case(index + 1))) {
            let message: LintMessage
            if let twin = condition.cases.prefix(index).firstIndex(where: { $0.when.expression == item.when.expression }
            ) {
                message = .same(index + 1, as: twin + 1, of: node.id)
            } else {
                message = .never("case \(index + 1) of '\(node.id)'", item.when)
            }
            findings.append(finding(message, at: item.when.location))
        }
        if !causes.contains(.edge(.otherwise)) {
            findings.append(finding(.elseNever(node.id), at: condition.otherwise.location))
        }
        return findings
    }
}

extension LintMessage {
    fileprivate static func same(_ number: Int, as earlier: Int, of node: NodeID) -> LintMessage {
        "case \(number) of '\(node)' is never taken: case \(earlier) has the same test; change it, or delete it"
    }

    fileprivate static func never(_ branch: String, _ test: LocatedExpression) -> LintMessage {
        let reason =
            test.expression.isConstant ? "its test is false in every call" : "no call that gets here can pass its test"
        return "\(branch) is never taken: \(reason); mend the test, or delete the branch"
    }

    fileprivate static func always(_ test: LocatedExpression) -> LintMessage {
        let reason =
            test.expression.isConstant ? "the test is true in every call" : "every call that gets here passes the test"
        return "`else` is never taken: \(reason); mend the test, or delete the branch"
    }

    fileprivate static func elseNever(_ node: NodeID) -> LintMessage {
        "`else` of '\(node)' is never taken: one of its cases always holds; mend the cases, or lead `else` where the last one goes"
    }
}

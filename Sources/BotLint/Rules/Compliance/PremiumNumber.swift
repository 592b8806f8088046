import Airscript
package import BotGraph
import Telephony

/// A number that costs whoever calls it.
package struct PremiumNumber: LintRule {
    package let id = "premium-number"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "a 900 number that is spoken or forwarded to"
    package let explanation = """
        The number that an automated call gives may not be a 900 number, nor any other whose charges are above those of a usual \
        call: 47 CFR 64.1200(b)(2). For an outbound bot that speaks one it is an error. A caller of yours has not agreed to \
        such charges either, and a `forward_call` to a 900 number is billed to you: those are warnings.

        Found are ten digits that begin with 900, or eleven that begin with 1 900, in a prompt or as a number to ring. Numbers \
        from expressions are not known here.

        Give a number that can be called without extra charge.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(PremiumNumber.rest("2 0 6, 5 5 5, 0 1 0 0"))],
        failing: [
            ExampleBots.inbound(PremiumNumber.rest("↓9 0 0, 5 5 5, 0 1 0 0")),
            ExampleBots.inbound(PremiumNumber.rest("↓1-900-555-0100")),
            ExampleBots.inbound(
                """
                start: desk
                nodes:
                  desk: {type: forward_call, prompt: "One moment please.", number: ↓"+19005550100", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
        ]
    )

    private static func rest(_ number: String) -> String {
        """
        start: greeting
        nodes:
          greeting: {type: message, prompt: "We are closed. Please call \(number).", go: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        spoken(subject) + forwarded(subject)
    }

    private func spoken(_ subject: LintSubject) -> [Diagnostic] {
        let severity = subject.bot.direction == .outbound ? Diagnostic.Severity.error : .warning
        var findings: [Diagnostic] = []
        for prompt in subject.heardPrompts {
            for case .text(let template, let location) in prompt.everyPiece where PremiumNumber.mayHave(template) {
                for number in SpokenPhoneNumber.all(in: template.source) where number.isPremium {
                    let place = subject.place(of: number.range, in: template.source, at: location)
                    findings.append(finding(.spoken, at: place.location, length: place.length, severity: severity))
                }
            }
        }
        return findings
    }

    /// Most texts have no such number, as they have no ten digits.
    private static func mayHave(_ template: Template) -> Bool {
        template.source.utf8.reduce(0) { $0 + ((0x30...0x39).contains($1) ? 1 : 0) } >= 10
    }

    private func forwarded(_ subject: LintSubject) -> [Diagnostic] {
        subject.bot.nodes.flatMap { node -> [Diagnostic] in
            guard case .forwardCall(let forward) = node.body else { return [] }
            return forward.numbers.compactMap { number in
                guard let text = number.template.constant, text.hasPrefix("+1900"), text.utf8.count == 12 else {
                    return nil
                }
                return finding(.forwarded(node.id), at: number.location)
            }
        }
    }
}

extension LintMessage {
    fileprivate static let spoken: LintMessage = """
        this is a 900 number, which costs whoever calls it; give one without extra charge (47 CFR 64.1200(b)(2))
        """

    fileprivate static func forwarded(_ node: NodeID) -> LintMessage {
        "'\(node)' rings a 900 number, and its charges are yours; forward to a number without them"
    }
}

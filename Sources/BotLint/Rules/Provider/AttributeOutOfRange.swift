package import BotGraph

/// A value outside the range that the chosen provider takes.
package struct AttributeOutOfRange: LintRule {
    package let id = "attribute-out-of-range"
    package let family = LintFamily.provider
    package let severity = Diagnostic.Severity.warning
    package let summary = "a value outside the range that the chosen provider takes"
    package let explanation = """
        Providers differ in what their dialects of TwiML take, and disregard or refuse what is outside: Telnyx lets a number \
        ring for 5 to 120 s, Twilio, SignalWire and the loader for 5 to 600 s. The bot would not do what its file says.

        Choose a value that the provider takes. See \
        https://developers.telnyx.com/docs/voice/programmable-voice/texml-verbs/dial.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(AttributeOutOfRange.bot("120s"))],
        failing: [ExampleBots.inbound(AttributeOutOfRange.bot("↓180s"))],
        provider: .telnyx
    )

    private static func bot(_ timeout: String) -> String {
        """
        start: desk
        nodes:
          desk: {type: forward_call, prompt: "One moment. ¡Año!", number: "+12065550101", timeout: \(timeout)}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let provider = subject.provider.capabilities
        return subject.bot.nodes.compactMap { node in
            guard case .forwardCall(let forward) = node.body else { return nil }
            let seconds = Int(clamping: forward.timeout.components.seconds)
            guard !provider.ringing.contains(seconds) else { return nil }
            let place = subject.writtenPlace(ofValueOf: "timeout", of: node)
            return finding(.ringing(node.id, seconds, provider), at: place.0, length: place.length)
        }
    }
}

extension LintMessage {
    fileprivate static func ringing(
        _ node: NodeID,
        _ seconds: Int,
        _ provider: ProviderName.Capabilities
    ) -> LintMessage {
        """
        '\(node)' lets the number ring for \(seconds) s, and \(provider.title) takes \(provider.ringing.lowerBound) to \
        \(provider.ringing.upperBound) s; choose a time in between
        """
    }
}

package import BotGraph

/// A voice that the provider has not.
package struct UnknownVoice: LintRule {
    package let id = "unknown-voice"
    package let family = LintFamily.provider
    package let severity = Diagnostic.Severity.warning
    package let summary = "a voice of a name that the provider does not know"
    package let explanation = """
        A Say with a voice that the provider does not have fails, and the caller hears nothing, or somebody else. A name is \
        `man`, `woman` or `alice`, or begins with the maker of the voice as the provider writes it: Twilio has `Polly.` and \
        `Google.`, SignalWire writes `gcloud.` for the latter.

        New voices come all the time, so a name of a known maker is found only where it is nearly that of a voice there is, such \
        as `Polly.Johanna`, or where a Google voice does not begin with its language. Write the name as the provider's page has it.
        """
    package let examples = LintExamples(
        passing: [
            UnknownVoice.bot("Polly.Joanna-Neural"), UnknownVoice.bot("Polly.Somebodynew"), UnknownVoice.bot("alice"),
        ],
        failing: [
            UnknownVoice.bot("↓Joanna"), UnknownVoice.bot("↓Polly.Johanna"),
            UnknownVoice.bot("\"↓gcloud.en-US-Wavenet-A\""),
            UnknownVoice.bot("↓Google.Wavenet-A"),
        ]
    )

    private static func bot(_ voice: String) -> String {
        ExampleBots.inbound(
            """
            # año 🦷
            voices: {en-US: \(voice)}
            start: greeting
            nodes:
              greeting: {type: hang_up, prompt: "Thank you. Goodbye."}
            """
        )
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        guard !subject.bot.voices.isEmpty || subject.bot.nodes.contains(where: { $0.voice != nil }) else { return [] }
        let provider = subject.provider.capabilities
        guard let prefixes = provider.voicePrefixes else { return [] }
        return subject.voiceUses.compactMap { use in
            guard let message = problem(of: use.name, prefixes, provider.title) else { return nil }
            return finding(message, at: use.location, length: use.length)
        }
    }

    private func problem(of name: VoiceName, _ prefixes: [String], _ provider: String) -> LintMessage? {
        guard name.family != .basic else { return nil }
        guard prefixes.contains(where: { name.text.lowercased().hasPrefix($0.lowercased()) }) else {
            let isPolly = PollyVoices.languages[name.base.lowercased()] != nil
            return isPolly ? .bare(name.text) : .maker(name.text, prefixes, provider)
        }
        switch name.family {
        case .polly:
            guard name.languages == nil else { return nil }
            return Spelling.nearest(to: name.base, among: PollyVoices.names).map { .misspelled(name.text, $0) }
        case .google: return name.languages == nil ? .language(name.text) : nil
        case .basic, .other: return nil
        }
    }
}

extension LintMessage {
    fileprivate static func maker(_ name: String, _ prefixes: [String], _ provider: String) -> LintMessage {
        """
        '\(name)' is no voice that \(provider) has; a name is man, woman or alice, or begins with \
        \(prefixes.joined(separator: " or "))
        """
    }

    fileprivate static func bare(_ name: String) -> LintMessage {
        "no voice is known by the name of '\(name)'; did you mean 'Polly.\(name)'?"
    }

    fileprivate static func misspelled(_ name: String, _ meant: String) -> LintMessage {
        "no voice is known by the name of '\(name)'; did you mean 'Polly.\(meant)'?"
    }

    fileprivate static func language(_ name: String) -> LintMessage {
        "'\(name)' does not name its language, as Google's voices do; write it as in 'Google.en-US-Wavenet-A'"
    }
}

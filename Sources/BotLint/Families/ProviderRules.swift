/// The rules about what the telephony provider can carry.
enum ProviderRules {
    static let all: [any LintRule] = [
        AttributeOutOfRange(),
        DocumentTooLarge(),
        HintsTooMany(),
        ProviderCannot(),
        UnknownVoice(),
        UnsupportedSpeechLanguage(),
        VoiceLanguageMismatch(),
    ]
}

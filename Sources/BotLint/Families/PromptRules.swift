/// The rules about what is said.
enum PromptRules {
    static let all: [any LintRule] = [
        DigitsRunTogether(),
        LongPrompt(),
        MissingTranslation(),
        MissingVoice(),
        PlaceholderText(),
        PromisedKey(),
        PromisedPhrase(),
        SilentPrompt(),
        SsmlInPrompt(),
        UnfitRecording(),
        UnmentionedKey(),
        UnmentionedPhrase(),
        UnspeakableText(),
        WrongLanguage(),
    ]
}

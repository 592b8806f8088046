/// The rules about keys, phrases and digits.
enum InputRules {
    static let all: [any LintRule] = [
        ClashingKey(),
        ClashingPhrase(),
        NoSilenceExit(),
        NoWrongAnswerExit(),
    ]
}

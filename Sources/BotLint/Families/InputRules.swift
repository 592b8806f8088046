/// The rules about keys, phrases and digits.
enum InputRules {
    static let all: [any LintRule] = [
        ClashingKey(),
        ClashingPhrase(),
        CommonWordPhrase(),
        ConfirmMenuMisused(),
        CrossedNumber(),
        DuplicatePhrase(),
        FinishKeyIsDigit(),
        FinishKeyUnmentioned(),
        ManyRetries(),
        NoSilenceExit(),
        NoWrongAnswerExit(),
        OptOutSayTooWide(),
        OptOutSwallowed(),
        PrefixKey(),
        SimilarPhrase(),
        TooShortTimeout(),
        UnevenKeys(),
        UnlimitedCapture(),
        WithdrawalAsksToStop(),
    ]
}

/// The rules about variables and what they hold.
enum DataRules {
    static let all: [any LintRule] = [
        NeverSetVariable(),
        ReadBeforeSet(),
        SecretDialled(),
        SensitiveCapture(),
        SensitiveSpoken(),
        TypeMismatch(),
        UnknownPath(),
        UnusedVariable(),
    ]
}

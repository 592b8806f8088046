/// The rules that the law asks for.
enum ComplianceRules {
    static let all: [any LintRule] = [
        DeadAir(),
        IdentityNotFirst(),
        IntentIncomplete(),
        IntentLate(),
        IntentLateForRegion(),
        NoContactNumber(),
        NoSchedule(),
        OptOutGoodbyeLong(),
        OptOutHidden(),
        OptOutLeadsBack(),
        OptOutNotInterruptible(),
        OptOutNotOffered(),
        OptOutNotReachable(),
        OptOutOfferLate(),
        OptOutSecondStep(),
        PremiumNumber(),
        ScopeNarrow(),
        ShortRing(),
    ]
}

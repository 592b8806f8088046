package import Telephony

/// What the gate decided, with all that it rests on.
package struct Decision: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case allow
        /// Not now; every rule allows it at this instant.
        case wait(until: Instant)
        /// Not at all, as things stand.
        case refuse
    }

    package let outcome: Outcome
    /// The rule that bound; nil when nothing stood in the way.
    package let binding: AppliedRule?
    /// Every rule that was applied, in the order in which they were.
    package let rules: [AppliedRule]
    package let candidates: Candidates
    /// Nil where the decision was made without rule data.
    package let ruleVersion: RuleVersion?
    /// The version of the time-zone data.
    package let zoneVersion: String

    package var isAllowed: Bool { outcome == .allow }
}

/// One rule as it was applied to one question.
package struct AppliedRule: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case allows
        /// It bars now, and by itself would allow at this instant.
        case waits(until: Instant)
        case refuses
        /// It was not held against the question, for want of a statement that only whoever asks can make.
        case notChecked
    }

    package enum Rule: Hashable, Sendable {
        case suppression(SuppressionStatus)
        case data(String)
        case consent(needed: Consent, given: Consent?)
        indirect case cap(Cap, count: Int, row: String, citation: String)
        indirect case exemption(ExemptionRule)
        case hours(SharedRow, zone: ZoneID, local: LocalTime, DayHours)
        case schedule(String)
    }

    package let rule: Rule
    package let verdict: Verdict

    package init(_ rule: Rule, _ verdict: Verdict) {
        self.rule = rule
        self.verdict = verdict
    }
}

extension AppliedRule {
    /// The rule's name, for programs: `PA`, `US federal`, `suppression-list`, `consent`, `data`.
    package var id: String {
        switch rule {
        case .suppression: "suppression-list"
        case .data: "data"
        case .consent: "consent"
        case .cap(_, _, let row, _): "\(row) cap"
        case .exemption(let rule): "exemption \(rule.exemption.rawValue)"
        case .hours(let shared, _, _, _): shared.row.id
        case .schedule(let name): "schedule \(name)"
        }
    }

    /// Where the rule stands.
    package var citation: String {
        switch rule {
        case .suppression: "47 CFR 64.1200(a)(10), (d)(6)"
        case .data, .schedule: ""
        case .consent: "47 CFR 64.1200(a)(1)(iii), (a)(2), (a)(3)"
        case .cap(_, _, _, let citation): citation
        case .exemption(let rule): rule.citation
        case .hours(let shared, _, _, _): shared.row.citation
        }
    }

    /// How sure the rule is; nil for rules that are not read out of a table.
    package var confidence: Confidence? {
        switch rule {
        case .hours(let shared, _, _, _): shared.row.confidence
        case .suppression, .data, .consent, .cap, .exemption, .schedule: nil
        }
    }

    /// The rule in words, as it applies here.
    package var sentence: String {
        switch rule {
        case .suppression(.notAsked): "the suppression list was not asked"
        case .suppression(.clear): "the number is not on the suppression list"
        case .suppression(.suppressed(let suppression)):
            "the person asked to stop on \(suppression.at), by \(suppression.means.rawValue)"
        case .suppression(.unknown(let reason)): "the suppression list could not be asked: \(reason)"
        case .data(let what): what
        case .consent(let needed, nil):
            "needs \(needed.rawValue) consent, which was not stated\(verdict == .notChecked ? " and not checked" : "")"
        case .consent(let needed, let given?): "needs \(needed.rawValue) consent; there is \(given.rawValue)"
        case .cap(let cap, let count, _, _):
            verdict == .notChecked ? "\(cap); earlier contacts were not looked up" : "\(cap); there were \(count)"
        case .exemption(let rule): rule.note.isEmpty ? "the exemption \(rule.exemption.rawValue)" : rule.note
        case .hours(let shared, let zone, let local, let hours):
            "\(shared.row.windows); it is \(local.text) in \(zone)\(shared.row.fixedClockText(local)): \(hours.words(at: shared.row.heeded(local)))"
                + (shared.row.confidence == .low ? " (this row is of low confidence)" : "")
        case .schedule(let name):
            switch verdict {
            case .allows, .notChecked: "the schedule '\(name)' is open"
            case .waits(let until): "the schedule '\(name)' is closed until \(until)"
            case .refuses: "the schedule '\(name)' does not open again"
            }
        }
    }
}

extension LocalTime {
    /// Such as `Wed 2026-11-25 17:07`.
    package var text: String {
        let time = TimeOfDay(seconds: milliseconds / 1_000).map { "\($0)" } ?? ""
        return "\(date.weekday.short) \(date) \(time)"
    }
}

extension DayHours {
    fileprivate func words(at local: LocalTime) -> String {
        switch self {
        case .barred(let bar): "\(bar)"
        case .open(let window):
            local.isWithin(window) ? "within \(window)" : "outside \(window)"
        }
    }
}

extension LocalTime {
    /// Whether the clock shows a time of the window: its start is in it, its end is not.
    func isWithin(_ window: DailyWindow) -> Bool {
        milliseconds >= window.start.seconds * 1_000 && milliseconds < window.end.seconds * 1_000
    }
}

extension RuleRow {
    /// What the statute's own clock shows, which is never set.
    fileprivate func onFixedClock(_ local: LocalTime) -> LocalTime? {
        guard let fixedOffset, fixedOffset != local.offset else { return nil }
        let shift = (fixedOffset - local.offset) * 1_000
        let shown = local.milliseconds + shift
        let day = shown < 0 ? -1 : shown >= 86_400_000 ? 1 : 0
        guard let date = local.date.adding(days: day) else { return nil }
        return LocalTime(date: date, milliseconds: shown - day * 86_400_000, offset: fixedOffset)
    }

    fileprivate func fixedClockText(_ local: LocalTime) -> String {
        onFixedClock(local).map { " and \($0.text) by the statute's standard time" } ?? ""
    }

    /// The clock that is outside the window, if one of the two is.
    fileprivate func heeded(_ local: LocalTime) -> LocalTime {
        guard let fixed = onFixedClock(local), case .open(let window) = hours(on: local.date), local.isWithin(window)
        else {
            return local
        }
        return fixed
    }
}

import Compliance
import Telephony

/// A decision as a person reads it: the answer, why, every rule, and the week as a picture.
struct HoursPage {
    let gate: Gate
    let question: HoursQuestion
    let decision: Decision
    let schedule: OwnSchedule?

    var text: String {
        [answer, places, rules, week, versions].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var answer: String {
        let how: String =
            switch question.question.kind {
            case .live: "a live call"
            case .automated: "an automated call"
            case .text: "a text"
            }
        var lines: [String]
        switch decision.outcome {
        case .allow: lines = ["Yes: \(how) is allowed at \(question.at)."]
        case .wait(let until): lines = ["Not now: \(how) is allowed again from \(until)\(local(until))."]
        case .refuse: lines = ["No: \(how) is refused."]
        }
        if let binding = decision.binding {
            lines.append("Because of \(binding.id): \(binding.sentence).")
            if !binding.citation.isEmpty { lines.append("See \(binding.citation).") }
        }
        return lines.joined(separator: "\n")
    }

    /// The instant on the person's clocks, where they are few.
    private func local(_ instant: Instant) -> String {
        let zones = decision.candidates.zones
        guard zones.count <= 3 else { return "" }
        let texts = zones.compactMap { zone in gate.zones[zone].map { "\($0.local(at: instant).text) in \(zone)" } }
        return texts.isEmpty ? "" : " (\(texts.joined(separator: ", ")))"
    }

    private var places: String {
        let candidates = decision.candidates
        let zones = candidates.zones
        let shown =
            zones.prefix(4).map(\.text).joined(separator: ", ")
            + (zones.count > 4 ? " and \(zones.count - 4) more" : "")
        let regions = candidates.regions.isEmpty ? "unknown" : candidates.regions.map(\.name).joined(separator: ", ")
        return
            (["Place: \(regions); time zones: \(shown.isEmpty ? "none" : shown)"] + candidates.basis.map { "  \($0)" })
            .joined(separator: "\n")
    }

    /// Every rule once: rows that say the same on many clocks are counted, not repeated.
    private var rules: String {
        var lines: [String] = ["Rules:"]
        var seen: [String: Int] = [:]
        for rule in decision.rules { seen[rule.id + rule.mark, default: 0] += 1 }
        var shown: Set<String> = []
        for rule in decision.rules where shown.insert(rule.id + rule.mark).inserted {
            let count = seen[rule.id + rule.mark] ?? 1
            let more = count > 1 ? " (and so on \(count - 1) more clocks)" : ""
            lines.append("  \(rule.mark) \(rule.id): \(rule.sentence)\(more)")
            if !rule.citation.isEmpty { lines.append("        \(rule.citation)") }
        }
        return lines.joined(separator: "\n")
    }

    /// The seven days from the instant on, on the first clock: a sign for each half hour.
    private var week: String {
        guard decision.outcome != .refuse, let zone = decision.candidates.zones.first, let clock = gate.zones[zone]
        else { return "" }
        let windows = gate.windows(question.question, from: question.at, count: 40, schedule: schedule)
        guard !windows.isEmpty else { return "" }
        var lines = [
            "The next seven days in \(zone), a sign for each half hour:",
            "                0     3     6     9     12    15    18    21",
        ]
        var date = clock.local(at: question.at).date
        for _ in 0..<7 {
            var signs = ""
            for half in 0..<48 {
                guard let time = TimeOfDay(seconds: half * 1_800) else { continue }
                let instant = clock.instant(of: date, time, as: .opening)
                signs += windows.contains { $0.contains(instant) } ? "#" : "."
            }
            lines.append("  \(date.weekdayText) \(date) \(signs)")
            guard let next = date.adding(days: 1) else { break }
            date = next
        }
        return lines.joined(separator: "\n")
    }

    private var versions: String {
        (decision.ruleVersion.map { "\($0); " } ?? "") + "time zones \(decision.zoneVersion)"
    }
}

extension AppliedRule {
    fileprivate var mark: String {
        switch verdict {
        case .allows: "yes "
        case .waits: "wait"
        case .refuses: "no  "
        case .notChecked: "-   "
        }
    }
}

extension CivilDate {
    fileprivate var weekdayText: String {
        switch weekday {
        case .sunday: "Sun"
        case .monday: "Mon"
        case .tuesday: "Tue"
        case .wednesday: "Wed"
        case .thursday: "Thu"
        case .friday: "Fri"
        case .saturday: "Sat"
        }
    }
}

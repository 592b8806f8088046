package import Telephony

/// The one gate for calls and texts, which tells whether a person may be contacted now, and if not, when.
///
/// The suppression list comes first, then what the decision cannot be made without, then consent and purpose, caps, hours
/// and holidays, and last a schedule of the operator's own. Every rule that holds is applied and named, also after one has
/// refused, so that whoever answers for a contact sees all of it. It is asked again at the moment of dialling.
package struct Gate: Sendable {
    package let book: RuleBook
    package let zones: ZoneDatabase
    private let places: PlaceFinder
    /// By kind, in the order of its cases, and area code less 200: the timetables of numbers of which nothing else is known.
    private let timetables: [[Timetable]]

    package init(book: RuleBook, zones: ZoneDatabase, places: PlaceFinder) {
        self.book = book
        self.zones = zones
        self.places = places
        timetables = ContactKind.allCases.map { kind in
            (200...999).compactMap { code in
                guard let number = PhoneNumber("+1\(code)5550100"),
                    case .found(let candidates) = places.find(Contact(number: number))
                else { return nil }
                return Timetable(candidates, kind: kind, book: book, zones: zones)
            }
        }
    }

    /// Decides for one instant.
    ///
    /// - Parameters:
    ///   - question: Who, how and why.
    ///   - instant: When.
    ///   - suppression: What the suppression list says of the person.
    ///   - history: Earlier contacts, in any order; nil where nobody looked them up, and then caps are not checked.
    ///   - schedule: A schedule of the bot's own, if it has one.
    /// - Returns: The decision with every rule.
    package func decide(
        _ question: GateQuestion,
        at instant: Instant,
        suppression: SuppressionStatus = .clear,
        history: [PastContact]? = nil,
        schedule: OwnSchedule? = nil
    ) -> Decision {
        let (timetable, fault) = timetable(for: question)
        var rules: [AppliedRule] = []
        rules.reserveCapacity(8)
        rules.append(AppliedRule.of(suppression))
        let faults = fault.map { [$0] } ?? dataFaults(timetable, at: instant)
        rules += faults.map { AppliedRule(.data($0), .refuses) }
        let purposes = PurposeRules(question, history: history ?? [], book: book)
        rules += purposes.consentRules
        var limits: [any GateLimit] = purposes.limits(rows: rows(of: timetable, at: instant))
        if history == nil {
            rules += limits.map { AppliedRule($0.rule(at: instant), .notChecked) }
            limits = []
        }
        if let schedule { limits.append(ScheduleLimit(schedule)) }
        rules += limits.map { AppliedRule($0.rule(at: instant), $0.verdict(at: instant)) }
        if faults.isEmpty { rules += hours(timetable, at: instant) }
        return decision(rules, timetable, limits, at: instant)
    }

    /// The next windows in which the person may be contacted, as far as hours, holidays, caps and the schedule go.
    ///
    /// - Parameters:
    ///   - question: Who, how and why.
    ///   - instant: From when on.
    ///   - count: How many at the most.
    ///   - history: Earlier contacts.
    ///   - schedule: A schedule of the bot's own, if it has one.
    /// - Returns: The windows in order; none where one thing that is not a matter of time refuses.
    package func windows(
        _ question: GateQuestion,
        from instant: Instant,
        count: Int,
        history: [PastContact] = [],
        schedule: OwnSchedule? = nil
    ) -> [Range<Instant>] {
        let (timetable, fault) = timetable(for: question)
        guard fault == nil, dataFaults(timetable, at: instant).isEmpty else { return [] }
        var limits: [any GateLimit] = PurposeRules(question, history: history, book: book)
            .limits(rows: rows(of: timetable, at: instant))
        if let schedule { limits.append(ScheduleLimit(schedule)) }
        var windows: [Range<Instant>] = []
        var from = instant
        while windows.count < count, let opens = next(timetable, limits, from: from) {
            let ends =
                timetable.clocks.compactMap { timetable.close(on: $0, from: opens) }
                + limits.compactMap { $0.close(after: opens) }
            guard let closes = ends.min(), closes > opens else { break }
            if let last = windows.last, last.upperBound == opens {
                windows[windows.count - 1] = last.lowerBound..<closes
            } else {
                windows.append(opens..<closes)
            }
            from = closes
        }
        return windows
    }

    /// Where the person may be; or why that cannot be told.
    package func places(of contact: Contact) -> PlaceFinder.Finding { places.find(contact) }

    private func decision(
        _ rules: [AppliedRule],
        _ timetable: Timetable,
        _ limits: [any GateLimit],
        at instant: Instant
    ) -> Decision {
        var outcome = Decision.Outcome.allow
        var binding: AppliedRule?
        if let refusal = rules.first(where: { $0.verdict == .refuses }) {
            (outcome, binding) = (.refuse, refusal)
        } else if let last = rules.latestWait {
            binding = last
            if let until = next(timetable, limits, from: instant) {
                outcome = .wait(until: until)
            } else {
                outcome = .refuse
                if timetable.clocks.count > 1 { binding = AppliedRule(.data(timetable.noCommonHour), .refuses) }
            }
        }
        let rules = binding.map { rules.contains($0) ? rules : rules + [$0] } ?? rules
        return Decision(
            outcome: outcome,
            binding: binding,
            rules: rules,
            candidates: timetable.candidates,
            ruleVersion: book.version,
            zoneVersion: zones.version
        )
    }

    /// The first instant at which every clock and every limit is open, by going from edge to edge.
    private func next(_ timetable: Timetable, _ limits: [any GateLimit], from instant: Instant) -> Instant? {
        var candidate = instant
        // Each round moves to a later edge, over a closure of any length in one step. Clocks whose days share no hour never
        // agree, and so many rounds, which are weeks, are enough to know it.
        for _ in 0..<(timetable.clocks.count > Gate.manyClocks ? Gate.fewRounds : Gate.rounds) {
            var latest = candidate
            for clock in timetable.clocks {
                guard let opens = timetable.nextOpen(on: clock, from: latest) else { return nil }
                latest = opens
            }
            for limit in limits {
                guard let opens = limit.nextOpen(from: latest) else { return nil }
                latest = opens
            }
            if latest == candidate { return candidate }
            candidate = latest
        }
        return nil
    }

    private static let rounds = 60
    /// With so many clocks each round goes from zone to zone around the world, and moves by days.
    private static let fewRounds = 10
    private static let manyClocks = 8

    /// Every row on every clock, as it stands at an instant.
    private func hours(_ timetable: Timetable, at instant: Instant) -> [AppliedRule] {
        var applied: [AppliedRule] = []
        applied.reserveCapacity(timetable.clocks.count * 2)
        for clock in timetable.clocks {
            let local = clock.rules.local(at: instant)
            for shared in rows(of: timetable, on: local.date) {
                let hours = shared.hours(on: local.date)
                let rule = AppliedRule.Rule.hours(shared, zone: clock.zone, local: local, hours)
                if shared.isOpen(at: instant, local: local, hours, on: clock.rules) {
                    applied.append(AppliedRule(rule, .allows))
                } else if shared.neverOpens {
                    applied.append(AppliedRule(rule, .refuses))
                } else {
                    let opens = shared.nextOpen(on: clock.rules, from: instant)
                    applied.append(AppliedRule(rule, opens.map { .waits(until: $0) } ?? .refuses))
                }
            }
        }
        return applied
    }

    private func rows(of timetable: Timetable, on date: CivilDate) -> [SharedRow] {
        guard timetable.timelines.count > 1 else { return timetable.timelines.first?.shared(on: date) ?? [] }
        var rows: [SharedRow] = []
        for shared in timetable.timelines.flatMap({ $0.shared(on: date) })
        where !rows.contains(where: { $0.row.id == shared.row.id }) {
            rows.append(shared)
        }
        return rows
    }

    /// The rows whose caps hold at an instant: by the date of the first clock, which is as good as any.
    private func rows(of timetable: Timetable, at instant: Instant) -> [SharedRow] {
        let date = timetable.clocks.first?.rules.local(at: instant).date ?? ZoneRules.utc.local(at: instant).date
        return rows(of: timetable, on: date)
    }

    private func timetable(for question: GateQuestion) -> (Timetable, fault: String?) {
        let contact = question.contact
        if contact.isNumberAlone, case .northAmerican(let code) = NumberForm(contact.number) {
            let tables = timetables[question.kind.place]
            if tables.count == 800 { return (tables[code.number - 200], nil) }
        }
        switch places.find(contact) {
        case .found(let candidates):
            return (Timetable(candidates, kind: question.kind, book: book, zones: zones), nil)
        case .noRules(let callingCode):
            return (
                nowhere, "there are no rules for numbers of country code +\(callingCode), so none of them is contacted"
            )
        case .unreadable(let what): return (nowhere, what)
        }
    }

    private var nowhere: Timetable {
        let candidates = Candidates(regions: [], zones: [], isUnknownPlace: true, basis: [])
        return Timetable(candidates, kind: .automated, book: book, zones: zones)
    }

    /// What is missing for a decision: a zone's clock, or an instant that the data does not reach.
    private func dataFaults(_ timetable: Timetable, at instant: Instant) -> [String] {
        var faults = timetable.missingZones.map {
            "there is no clock for the time zone '\($0)' in the time-zone data \(zones.version)"
        }
        if timetable.clocks.isEmpty, faults.isEmpty { faults.append("no time zone is known for this person") }
        for clock in timetable.clocks where !clock.rules.covers(instant) {
            faults.append("the time-zone data does not reach \(instant) in \(clock.zone)")
        }
        return faults
    }
}

extension ContactKind {
    /// The place among the cases.
    fileprivate var place: Int {
        switch self {
        case .live: 0
        case .automated: 1
        case .text: 2
        }
    }
}

extension Contact {
    fileprivate var isNumberAlone: Bool {
        region == nil && zone == nil && zip == nil && providerState == nil && providerZip == nil
    }
}

extension AppliedRule {
    fileprivate static func of(_ suppression: SuppressionStatus) -> AppliedRule {
        let verdict: Verdict =
            switch suppression {
            case .clear: .allows
            case .notAsked: .notChecked
            case .suppressed, .unknown: .refuses
            }
        return AppliedRule(.suppression(suppression), verdict)
    }
}

extension [AppliedRule] {
    /// Of the rules that bar now, the one that bars longest; of equals the last, which is a place's own after the federal one.
    fileprivate var latestWait: AppliedRule? {
        var latest: (rule: AppliedRule, until: Instant)?
        for rule in self {
            guard case .waits(let until) = rule.verdict else { continue }
            if let known = latest, known.until > until { continue }
            latest = (rule, until)
        }
        return latest?.rule
    }
}

extension Gate {
    /// Within how many seconds of the answer the strictest law of any place where the person may be wants the intent said.
    ///
    /// Nil where no such law names a time. The places are those of the number alone.
    package func disclosureSeconds(for number: PhoneNumber) -> Int? {
        guard case .found(let candidates) = places(of: Contact(number: number)) else { return nil }
        let regions = candidates.isUnknownPlace ? Region.all : candidates.regions
        return regions.compactMap { book.disclosureSeconds($0) }.min()
    }
}

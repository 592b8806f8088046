import Telephony

/// Something besides the hours that a contact may have to wait for.
protocol GateLimit: Sendable {
    func rule(at instant: Instant) -> AppliedRule.Rule

    /// The first instant, from the given one on, at which it allows; nil where it never does.
    func nextOpen(from instant: Instant) -> Instant?

    /// The first instant after an open one at which it no longer allows; nil where it goes on allowing.
    func close(after instant: Instant) -> Instant?
}

extension GateLimit {
    func verdict(at instant: Instant) -> AppliedRule.Verdict {
        guard let opens = nextOpen(from: instant) else { return .refuses }
        return opens <= instant ? .allows : .waits(until: opens)
    }
}

/// A cap on how often a person is contacted.
///
/// It slides, and calls and texts count together.
struct CapLimit: GateLimit {
    let cap: Cap
    let row: String
    let citation: String
    /// The contacts that count, in order.
    let counted: [PastContact]

    func rule(at instant: Instant) -> AppliedRule.Rule {
        .cap(cap, count: count(at: instant), row: row, citation: citation)
    }

    func nextOpen(from instant: Instant) -> Instant? {
        switch cap.limit {
        case .sliding(let limit, let seconds):
            // The contact that has to fall out of the stretch is the limit-th from the end of those before the instant.
            let before = counted.filter { $0.at <= instant }
            guard before.count >= limit else { return instant }
            return max(instant, before[before.count - limit].at + .seconds(seconds))
        case .perEvent(let limit): return counted.count < limit ? instant : nil
        case .noneAfterHangUp: return counted.contains(where: \.endedByPerson) ? nil : instant
        }
    }

    func close(after instant: Instant) -> Instant? { nil }

    private func count(at instant: Instant) -> Int {
        switch cap.limit {
        case .sliding(_, let seconds):
            counted.count { $0.at <= instant && $0.at + .seconds(seconds) > instant }
        case .perEvent: counted.count
        case .noneAfterHangUp: counted.count(where: \.endedByPerson)
        }
    }
}

/// The bot's or the operator's own schedule.
struct ScheduleLimit: GateLimit {
    let schedule: OwnSchedule

    init(_ schedule: OwnSchedule) {
        self.schedule = schedule
    }

    func rule(at instant: Instant) -> AppliedRule.Rule { .schedule(schedule.name) }
    func nextOpen(from instant: Instant) -> Instant? { schedule.nextOpen(instant) }
    func close(after instant: Instant) -> Instant? { schedule.nextClose(instant) }
}

/// The three days that an event may be contacted about, 47 CFR 64.1200(a)(9)(iii)(E).
struct EventLimit: GateLimit {
    let exemption: ExemptionRule
    let begins: Instant

    private static let length: Duration = .seconds(3 * 86_400)

    func rule(at instant: Instant) -> AppliedRule.Rule { .exemption(exemption) }
    func nextOpen(from instant: Instant) -> Instant? { instant < begins + EventLimit.length ? instant : nil }
    func close(after instant: Instant) -> Instant? { begins + EventLimit.length }
}

import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

/// The gate over the real rule data and the system's time zones.
struct GateTests {
    static let gate = Result { try GateFiles.gate() }

    static func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    static func question(
        _ number: String,
        _ kind: ContactKind = .live,
        region: String? = nil,
        zone: String? = nil
    ) throws -> GateQuestion {
        let contact = Contact(
            number: try #require(PhoneNumber(number)),
            region: region.flatMap { Region($0) },
            zone: zone.map { ZoneID($0) }
        )
        return GateQuestion(contact: contact, kind: kind)
    }

    /// Edges of rows: number, kind, instant, whether it is allowed, and the rule that bound.
    @Test(arguments: [
        // Washington, 08:00-20:00 every day: the second before, at and after each edge.
        ("+12065550101", ContactKind.live, "2026-11-24T07:59:59-08:00", false, "WA"),
        ("+12065550101", .live, "2026-11-24T08:00:00-08:00", true, ""),
        ("+12065550101", .live, "2026-11-24T19:59:59.999-08:00", true, ""),
        ("+12065550101", .live, "2026-11-24T20:00:00-08:00", false, "WA"),
        // Pennsylvania from 2026-10-18 on: no Sunday, 09:00-19:00; before that 08:00-21:00 and Sundays.
        ("+12155550101", .live, "2026-10-11T12:00:00-04:00", true, ""),
        ("+12155550101", .live, "2026-10-18T12:00:00-04:00", false, "PA"),
        ("+12155550101", .live, "2026-10-19T08:30:00-04:00", false, "PA"),
        ("+12155550101", .live, "2026-10-19T09:00:00-04:00", true, ""),
        // Thanksgiving and Christmas observed are holidays in Pennsylvania, not in Washington.
        ("+12155550101", .live, "2026-11-26T12:00:00-05:00", false, "PA"),
        ("+12065550101", .live, "2026-11-26T12:00:00-08:00", true, ""),
        // Automated calls in Washington are barred for good.
        ("+12065550101", .automated, "2026-11-24T12:00:00-08:00", false, "WA automated"),
        // Texts keep the state's Sunday.
        ("+15125550101", .text, "2026-11-22T11:59:59-06:00", false, "TX"),
        ("+15125550101", .text, "2026-11-22T12:00:00-06:00", true, ""),
    ])
    func `edges are where the tables have them`(
        number: String,
        kind: ContactKind,
        at: String,
        isAllowed: Bool,
        rule: String
    ) throws {
        let gate = try GateTests.gate.get()
        let decision = gate.decide(try GateTests.question(number, kind), at: try GateTests.at(at))
        #expect(decision.isAllowed == isAllowed, "\(decision.rules.map(\.sentence))")
        #expect(decision.binding?.id ?? "" == rule)
        #expect(
            decision.rules.contains { $0.id.contains("federal") || $0.id.contains("US") },
            "the federal row is always one"
        )
    }

    @Test func `what never opens is refused, what opens again is waited for`() throws {
        let gate = try GateTests.gate.get()
        let barred = gate.decide(
            try GateTests.question("+12065550101", .automated),
            at: try GateTests.at("2026-11-24T12:00:00-08:00")
        )
        #expect(barred.outcome == .refuse)
        let night = gate.decide(
            try GateTests.question("+12155550101"),
            at: try GateTests.at("2026-11-25T22:00:00-05:00")
        )
        // The next day is Thanksgiving, which Pennsylvania bars.
        #expect(night.outcome == .wait(until: try GateTests.at("2026-11-27T09:00:00-05:00")))
    }

    @Test func `a number without a place gets the strictest row in every zone`() throws {
        let gate = try GateTests.gate.get()
        for number in ["+18005550101", "+19995550101"] {
            let question = try GateTests.question(number)
            let noon = gate.decide(question, at: try GateTests.at("2026-11-24T12:00:00-05:00"))
            #expect(!noon.isAllowed, "it is morning in Hawaii and evening in Newfoundland")
            #expect(noon.candidates.isUnknownPlace)
            #expect(noon.candidates.zones.count > 20)
        }
    }

    @Test func `a number outside the plan is refused, and the reason names its country code`() throws {
        let decision = try GateTests.gate.get().decide(
            try GateTests.question("+442071838750"),
            at: try GateTests.at("2026-11-24T12:00:00Z")
        )
        #expect(decision.outcome == .refuse)
        #expect(decision.binding?.sentence.contains("+44") == true)
    }

    @Test func `a zone without data, and an instant out of range, are never allowed`() throws {
        let gate = try GateTests.gate.get()
        let nowhere = gate.decide(
            try GateTests.question("+12065550101", region: "WA", zone: "Mars/Olympus"),
            at: try GateTests.at("2026-11-24T12:00:00-08:00")
        )
        #expect(nowhere.outcome == .refuse)
        #expect(nowhere.binding?.sentence.contains("Mars/Olympus") == true)
        for instant in [Instant(milliseconds: .min), Instant(milliseconds: .max)] {
            #expect(gate.decide(try GateTests.question("+12065550101"), at: instant).outcome == .refuse)
        }
    }

    @Test func `the suppression list comes first, and a list that does not answer refuses`() throws {
        let gate = try GateTests.gate.get()
        let question = try GateTests.question("+12065550101")
        let noon = try GateTests.at("2026-11-24T12:00:00-08:00")
        let suppression = Suppression(
            number: question.contact.number,
            scope: .all,
            means: .key,
            words: "9",
            bot: nil,
            call: nil,
            at: noon
        )
        let decision = gate.decide(question, at: noon, suppression: .suppressed(suppression))
        #expect(decision.outcome == .refuse)
        #expect(decision.binding?.id == "suppression-list")
        #expect(decision.rules.count > 2, "the others are named all the same")
        #expect(gate.decide(question, at: noon, suppression: .unknown(reason: "locked")).outcome == .refuse)
        #expect(gate.decide(question, at: noon, suppression: .clear).isAllowed)
    }

    @Test func `consent is held against kind and purpose, and an exemption stands in for express consent only`() throws
    {
        let gate = try GateTests.gate.get()
        let noon = try GateTests.at("2026-11-24T12:00:00-08:00")
        func outcome(
            _ kind: ContactKind,
            _ purpose: ContactPurpose?,
            _ consent: Consent?,
            _ exemption: Exemption? = nil
        ) throws -> Decision.Outcome {
            var question = try GateTests.question("+13035550101", kind)
            question.purpose = purpose
            question.consent = consent
            question.exemption = exemption
            return gate.decide(question, at: noon).outcome
        }
        #expect(try outcome(.text, .informational, Consent.none) == .refuse)
        #expect(try outcome(.text, .informational, .express) == .allow)
        #expect(try outcome(.text, .telemarketing, .express) == .refuse)
        #expect(try outcome(.text, .telemarketing, .written) == .allow)
        #expect(try outcome(.automated, .informational, Consent.none, .healthcareProvider) == .allow)
        #expect(try outcome(.automated, .telemarketing, Consent.none, .healthcareProvider) == .refuse)
        #expect(try outcome(.live, .telemarketing, Consent.none) == .allow)
        #expect(try outcome(.text, nil, nil) == .allow, "what was not stated is not checked, and the rules say so")
    }

    @Test func `caps slide, and calls and texts count together`() throws {
        let gate = try GateTests.gate.get()
        // Florida: three in 24 hours on the same subject.
        let noon = try GateTests.at("2026-11-24T12:00:00-05:00")
        var question = try GateTests.question("+13055550101")
        question.subject = "loan"
        let hours = [-23.5, -5, -1]
        let kinds: [ContactKind] = [.live, .text, .automated]
        var history = zip(hours, kinds).map {
            PastContact(at: noon + .seconds($0 * 3_600), kind: $1, subject: "loan")
        }
        let full = gate.decide(question, at: noon, history: history)
        #expect(full.binding?.id == "FL cap")
        // The first of the three falls out of the 24 hours half an hour later.
        #expect(full.outcome == .wait(until: noon + .seconds(1_800)))
        #expect(gate.decide(question, at: noon + .seconds(1_800), history: history).isAllowed)
        history[0] = PastContact(at: noon + .seconds(-25 * 3_600), kind: .live, subject: "loan")
        #expect(gate.decide(question, at: noon, history: history).isAllowed)
        question.subject = "weather"
        history[0] = PastContact(at: noon + .seconds(-3_600), kind: .live, subject: "loan")
        #expect(gate.decide(question, at: noon, history: history).isAllowed, "another subject")
    }

    @Test func `a schedule of the bot's own narrows and never widens`() throws {
        let gate = try GateTests.gate.get()
        let question = try GateTests.question("+12065550101")
        let opens = try GateTests.at("2026-11-24T13:00:00-08:00")
        let schedule = OwnSchedule(name: "office", nextOpen: { max($0, opens) }, nextClose: { _ in nil })
        let decision = gate.decide(question, at: try GateTests.at("2026-11-24T12:00:00-08:00"), schedule: schedule)
        #expect(decision.outcome == .wait(until: opens))
        #expect(decision.binding?.id == "schedule office")
        let night = try GateTests.at("2026-11-24T21:00:00-08:00")
        #expect(!gate.decide(question, at: night, schedule: schedule).isAllowed)
        let closed = OwnSchedule(name: "closed", nextOpen: { _ in nil }, nextClose: { _ in nil })
        #expect(gate.decide(question, at: opens, schedule: closed).outcome == .refuse)
    }

    @Test func `Mississippi's hours hold on a clock that is never set`() throws {
        let gate = try GateTests.gate.get()
        let question = try GateTests.question("+16015550101")
        // In summer 08:00 by the clock is 07:00 standard time, and 20:00 standard time is 21:00 by the clock.
        #expect(!gate.decide(question, at: try GateTests.at("2026-07-14T08:30:00-05:00")).isAllowed)
        #expect(gate.decide(question, at: try GateTests.at("2026-07-14T09:00:00-05:00")).isAllowed)
        #expect(!gate.decide(question, at: try GateTests.at("2026-07-14T20:00:00-05:00")).isAllowed)
    }

    @Test func `every decision names the versions of its data`() throws {
        let decision = try GateTests.gate.get().decide(
            try GateTests.question("+12065550101"),
            at: try GateTests.at("2026-11-24T12:00:00-08:00")
        )
        #expect("\(try #require(decision.ruleVersion))".hasPrefix("rules 20"))
        #expect(!decision.zoneVersion.isEmpty)
        for rule in decision.rules where rule.id != "suppression-list" && rule.id != "consent" {
            #expect(!rule.citation.isEmpty, "\(rule.id)")
        }
    }

    /// Manitoba, Alberta, British Columbia and the western Northwest Territories stopped changing their clocks; data from
    /// before that is an hour off in winter, and a call at 21:15 by it is one at 22:15.
    @Test(arguments: [
        ("+16045550101", "2026-12-02T05:15:00Z"), ("+14035550101", "2026-12-02T04:15:00Z"),
        ("+12045550101", "2026-12-02T03:15:00Z"),
    ])
    func `clocks that a law has stopped are heeded whatever the time-zone data says`(number: String, at: String) throws
    {
        let gate = try GateTests.gate.get()
        #expect(!gate.decide(try GateTests.question(number), at: try GateTests.at(at)).isAllowed)
        let noon = try GateTests.at("2026-12-02T20:00:00Z")
        #expect(gate.decide(try GateTests.question(number), at: noon).isAllowed)
    }

    @Test func `caps are not said to hold where nobody looked up earlier contacts`() throws {
        let gate = try GateTests.gate.get()
        let question = try GateTests.question("+13055550101")
        let noon = try GateTests.at("2026-11-24T12:00:00-05:00")
        let cap = try #require(gate.decide(question, at: noon).rules.first { $0.id == "FL cap" })
        #expect(cap.verdict == .notChecked)
        #expect(cap.sentence.contains("not looked up"))
        #expect(gate.decide(question, at: noon, history: []).rules.first { $0.id == "FL cap" }?.verdict == .allows)
    }

    @Test func `a purpose that is stated without consent is refused`() throws {
        let gate = try GateTests.gate.get()
        var question = try GateTests.question("+13035550101", .automated)
        question.purpose = .telemarketing
        let noon = try GateTests.at("2026-11-24T12:00:00-07:00")
        let decision = gate.decide(question, at: noon)
        #expect(decision.outcome == .refuse)
        #expect(decision.binding?.id == "consent")
        question.exemption = .residentialHealthcare
        question.purpose = .informational
        #expect(gate.decide(question, at: noon).isAllowed)
        question.kind = .text
        #expect(!gate.decide(question, at: noon).isAllowed, "the exemption is for voice")
    }

    @Test func `the reason names the clock that the statute reads`() throws {
        let decision = try GateTests.gate.get().decide(
            try GateTests.question("+16015550101"),
            at: try GateTests.at("2026-07-15T13:30:00Z")
        )
        let sentence = try #require(decision.binding?.sentence)
        #expect(
            sentence.contains("07:30:00 by the statute's standard time")
                || sentence.contains("07:30 by the statute's standard time")
        )
        #expect(sentence.contains("outside"))
    }

    @Test func `clocks that share no hour are the reason, not one of them`() throws {
        let decision = try GateTests.gate.get().decide(
            try GateTests.question("+18005550101"),
            at: try GateTests.at("2026-11-24T12:00:00-05:00")
        )
        #expect(decision.outcome == .refuse)
        #expect(decision.binding?.sentence.contains("share no hour") == true)
    }

    @Test func `a fraud alert's exemption ends three days after the first contact about it`() throws {
        let gate = try GateTests.gate.get()
        var question = try GateTests.question("+13035550101", .text)
        (question.purpose, question.exemption, question.subject) = (.informational, .bankFraud, "case 1")
        let noon = try GateTests.at("2026-11-24T12:00:00-07:00")
        func contact(_ days: Int, _ subject: String) -> [PastContact] {
            [PastContact(at: noon + .seconds(-days * 86_400), kind: .text, subject: subject, exemption: .bankFraud)]
        }
        #expect(gate.decide(question, at: noon, history: contact(2, "case 1")).isAllowed)
        #expect(gate.decide(question, at: noon, history: contact(4, "case 1")).outcome == .refuse)
        #expect(gate.decide(question, at: noon, history: contact(4, "case 2")).isAllowed)
    }
}

import Airscript
import BotGraph
import CallEngine
import Telephony
import Testing

/// Every state against every event: what is taken once, what is refused and why.
struct StepTests {
    private static let anInput = CallerInput(digits: Digits("1"))

    @Test func `an event of a call that has not started is refused`() throws {
        let call = try Conversation(TestBots.frontDesk)
        let events: [CallEvent] = [
            .input(step: 0, .silence), .forwardEnded(step: 0, .busy), .statusChanged(.completed, sequence: 0),
        ]
        for event in events {
            var machine = CallMachine(bot: call.bot, session: nil)
            #expect(throws: CallRefusal.notStarted) { try machine.handle(event, at: call.instant) }
            #expect(machine.session == nil)
        }
    }

    @Test func `a call starts once`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        let before = call.session
        #expect(throws: CallRefusal.alreadyStarted) { try call.start() }
        #expect(call.session == before)
    }

    @Test func `the step that was answered last is a repetition, an older one is stale, a later one was never served`()
        throws
    {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.press("1")
        try call.press("1")
        #expect(call.step == 2)
        #expect(throws: CallRefusal.repeated(step: 1)) { try call.send(.input(step: 1, StepTests.anInput)) }
        #expect(throws: CallRefusal.stale(step: 0, current: 2)) { try call.send(.input(step: 0, StepTests.anInput)) }
        #expect(throws: CallRefusal.notServed(step: 3, current: 2)) {
            try call.send(.input(step: 3, StepTests.anInput))
        }
        #expect(throws: CallRefusal.notServed(step: .max, current: 2)) {
            try call.send(.input(step: .max, StepTests.anInput))
        }
        #expect(throws: CallRefusal.stale(step: -1, current: 2)) { try call.send(.input(step: -1, StepTests.anInput)) }
    }

    @Test func `a forwarded call's end does not fit a menu, and an input does not fit a forwarding`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        #expect(throws: CallRefusal.unexpected(event: "the end of a forwarded call", state: "listening")) {
            try call.forwardEnds(.busy)
        }
        try call.press("0")
        #expect(call.forwarding != nil)
        #expect(throws: CallRefusal.unexpected(event: "an input", state: "forwarding")) { try call.press("1") }
        try call.forwardEnds(.busy)
        #expect(call.spoken == "Nobody is free. Goodbye.")
    }

    @Test func `once the last document is served, only the provider's status is still taken`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.press("0")
        try call.forwardEnds(.completed)
        #expect(call.ended == .completed)
        #expect(throws: CallRefusal.ended) { try call.press("1") }
        #expect(throws: CallRefusal.ended) { try call.forwardEnds(.busy) }
        #expect(throws: CallRefusal.alreadyStarted) { try call.start() }
        try call.hangUp()
        #expect(call.session?.state == .ended)
        #expect(call.session?.endReason == .completed)
        #expect(call.ended == nil, "the end is told once")
    }

    @Test func `an ended call takes nothing more`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.hangUp()
        #expect(call.ended == .callerHungUp)
        #expect(throws: CallRefusal.ended) { try call.press("1") }
        #expect(throws: CallRefusal.ended) { try call.forwardEnds(.busy) }
        #expect(throws: CallRefusal.alreadyStarted) { try call.start() }
        #expect(throws: CallRefusal.statusNotNew(.completed, current: .completed)) { try call.hangUp() }
    }

    @Test(arguments: [CallStatus.busy, .failed, .noAnswer, .canceled])
    func `a call that never became one ends as not answered`(status: CallStatus) throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.send(.statusChanged(status, sequence: 3))
        #expect(call.ended == .notAnswered)
        #expect(call.session?.status == status)
    }

    @Test func `statuses move forward only, in whatever order they come`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.send(.statusChanged(.inProgress, sequence: 2))
        for late in [CallStatus.queued, .initiated, .ringing, .inProgress] {
            #expect(throws: CallRefusal.statusNotNew(late, current: .inProgress)) {
                try call.send(.statusChanged(late, sequence: 1))
            }
        }
        try call.send(.statusChanged(.completed, sequence: 3))
        for late in CallStatus.allCases {
            #expect(throws: CallRefusal.statusNotNew(late, current: .completed)) {
                try call.send(.statusChanged(late, sequence: 4))
            }
        }
    }

    @Test func `a clock that runs back does not take a call back in time`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        let started = try #require(call.session?.lastEventAt)
        try call.press("1", after: -60)
        #expect(call.session?.lastEventAt == started)
    }

    @Test func `the same events give the same session, byte for byte`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start(variables: ["day": .text("Monday")])
        try call.waitInSilence()
        try call.say("what")
        try call.press("9")
        try call.press("2")
        try call.press("1")
        try call.hangUp()
        #expect(try call.replayed() == Conversation.encode(try #require(call.session)))
    }
}

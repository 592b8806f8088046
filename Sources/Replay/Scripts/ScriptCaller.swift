import BotGraph
import Compliance
import Simulator
import Telephony

/// A caller who does what a script says and checks what they hear.
struct ScriptCaller: Caller {
    let script: CallScript
    let world: ScriptWorld
    /// The first thing that was not as the script has it; the caller hangs up at once.
    private(set) var failure: ScriptFailure?
    /// Where the steps stand that the caller has acted on, in order.
    private(set) var acted: [SourceLocation] = []
    private var rest: ArraySlice<CallScript.Step>

    init(script: CallScript, world: ScriptWorld) {
        self.script = script
        self.world = world
        rest = script.steps[...]
    }

    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        var pause = ScriptPause()
        while failure == nil, let step = rest.popFirst() {
            if step.isObservation {
                await observe(step, ScriptMoment(heard: heardBefore(nextAct, of: heard), awaited: awaited))
                continue
            }
            if case .wait(let wait) = step.kind {
                pause.add(wait)
                guard let problem = pause.problem(with: awaited) else {
                    if pause.isSilence(at: awaited) {
                        acted.append(step.location)
                        return .silence
                    }
                    continue
                }
                misplace(step, heard: heard, found: problem)
                continue
            }
            switch step.act(expecting: awaited, pause: pause) {
            case .success(let act):
                acted.append(step.location)
                return act
            case .failure(let problem): misplace(step, heard: heard, found: problem.found)
            }
        }
        // Over, or failed: nothing is left to say.
        return failure == nil ? pause.before(.hangUp) : .hangUp
    }

    /// Holds what is left of the script against a call that is over.
    mutating func finish(_ result: CallResult) async {
        while failure == nil, let step = rest.popFirst() {
            if step.isObservation {
                await observe(step, ScriptMoment(heard: result.heardLast, awaited: nil))
            } else {
                fail(
                    .unusedStep,
                    at: step,
                    expected: "the call to go on for this step",
                    found: "that it was over, after \(ScriptCaller.quoted(result.heardLast.text))",
                    heard: result.heardLast
                )
            }
        }
    }

    /// The step that the caller takes next.
    private var nextAct: CallScript.Step? { rest.first { !$0.isObservation } }

    /// What is heard before an act: whoever is about to interrupt does not hear what had not begun by then.
    private func heardBefore(_ step: CallScript.Step?, of heard: Heard) -> Heard {
        guard case .interrupt(_, let after) = step?.kind,
            let ear = heard.entries.lastIndex(where: { if case .listening = $0.event { true } else { false } })
        else { return heard }
        let end = heard.entries[ear].at + after
        let begun = heard.entries[..<ear] + heard.entries[ear...].filter { $0.at < end }
        return Heard(call: heard.call, entries: Array(begun), transcript: heard.transcript)
    }

    // MARK: - What is observed

    private mutating func observe(_ step: CallScript.Step, _ moment: ScriptMoment) async {
        let spoken = ScriptCaller.fold(moment.heard.text)
        switch step.kind {
        case .hear(let texts):
            guard let missing = texts.first(where: { !spoken.contains(ScriptCaller.fold($0)) }) else { return }
            let expected = "to hear \(ScriptCaller.quoted(missing))"
            unmet(step, expected, ScriptCaller.quoted(moment.heard.text), moment)
        case .doNotHear(let texts):
            guard let there = texts.first(where: { spoken.contains(ScriptCaller.fold($0)) }) else { return }
            let expected = "not to hear \(ScriptCaller.quoted(there))"
            unmet(step, expected, ScriptCaller.quoted(moment.heard.text), moment)
        case .hearNothing:
            guard !spoken.isEmpty else { return }
            unmet(step, "to hear nothing", ScriptCaller.quoted(moment.heard.text), moment)
        case .timeMoves(let move):
            guard let problem = world.move(move) else { return }
            unmet(step, problem.expected, problem.found, moment)
        case .expect(let facts): await check(facts, at: step, moment, negated: false)
        case .expectNot(let facts): await check(facts, at: step, moment, negated: true)
        case .press, .say, .silence, .wait, .interrupt, .hangUp, .forwardEnds, .forwardTalks: return
        }
    }

    private mutating func check(
        _ facts: [CallScript.Fact],
        at step: CallScript.Step,
        _ moment: ScriptMoment,
        negated: Bool
    ) async {
        var moment = moment
        var snapshot: CallSnapshot?
        if facts.contains(where: \.isOnRecord) {
            snapshot = await world.inspect(moment.heard.call)
            guard snapshot != nil else {
                unmet(step, "the call to be on record", "no record of it", moment)
                return
            }
        }
        for kind in Set(facts.compactMap(\.contact)) { moment.answers[kind] = await world.answer(kind) }
        for fact in facts {
            let difference = fact.difference(from: snapshot, at: moment)
            if !negated, let difference {
                unmet(step, difference.expected, difference.found, moment)
                return
            }
            if negated, let kind = fact.contact, moment.answers[kind] == nil, let difference {
                unmet(step, difference.expected, difference.found, moment)
                return
            }
            if negated, difference == nil {
                unmet(step, "it not to be so: \(fact.expected)", "that it is so", moment)
                return
            }
        }
    }

    // MARK: - What goes wrong

    private mutating func unmet(_ step: CallScript.Step, _ expected: String, _ found: String, _ moment: ScriptMoment) {
        fail(.unmetExpectation, at: step, expected: expected, found: found, heard: moment.heard)
    }

    private mutating func misplace(_ step: CallScript.Step, heard: Heard, found: String) {
        fail(.misplacedStep, at: step, expected: "a call that takes this step", found: found, heard: heard)
    }

    private mutating func fail(
        _ kind: ScriptFailure.Kind,
        at step: CallScript.Step,
        expected: String,
        found: String,
        heard: Heard
    ) {
        failure = ScriptFailure(
            kind: kind,
            location: step.location,
            expected: expected,
            found: found,
            transcript: heard.transcript
        )
    }

    /// Lower case, and one space wherever there is any.
    private static func fold(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func quoted(_ text: String) -> String { text.isEmpty ? "silence" : "\"\(text)\"" }
}

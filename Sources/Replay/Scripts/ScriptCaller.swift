import BotGraph
import Simulator
import Telephony

/// A caller who does what a script says and checks what they hear.
struct ScriptCaller: Caller {
    let script: CallScript
    let inspect: @Sendable (CallID) async -> CallSnapshot?
    /// The first thing that was not as the script has it; the caller hangs up at once.
    private(set) var failure: ScriptFailure?
    private var rest: ArraySlice<CallScript.Step>

    init(script: CallScript, inspect: @escaping @Sendable (CallID) async -> CallSnapshot?) {
        self.script = script
        self.inspect = inspect
        rest = script.steps[...]
    }

    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        while failure == nil, let step = rest.popFirst() {
            switch step.kind {
            case .hear(let texts): check(texts, in: heard, at: step)
            case .expect(let facts): await check(facts, at: step, heard: heard, isOver: false)
            case .silence: return .silence
            case .hangUp: return .hangUp
            case .press(let digits):
                if case .input = awaited { return .press(digits) }
                misplace(step, heard: heard, found: "a call being forwarded; how does the leg end?")
            case .say(let words, let confidence):
                if case .input = awaited { return .say(words, confidence: confidence) }
                misplace(step, heard: heard, found: "a call being forwarded; how does the leg end?")
            case .forwardEnds(let status):
                if case .forward = awaited { return .forwardEnds(status) }
                misplace(step, heard: heard, found: "a call that waits for keys or speech and forwards nothing")
            }
        }
        // Over, or failed: nothing is left to say.
        return .hangUp
    }

    /// Holds what is left of the script against a call that is over.
    mutating func finish(_ result: CallResult) async {
        while failure == nil, let step = rest.popFirst() {
            switch step.kind {
            case .hear(let texts): check(texts, in: result.heardLast, at: step)
            case .expect(let facts): await check(facts, at: step, heard: result.heardLast, isOver: true)
            case .press, .say, .silence, .hangUp, .forwardEnds:
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

    private mutating func check(_ texts: [String], in heard: Heard, at step: CallScript.Step) {
        let spoken = ScriptCaller.fold(heard.text)
        guard let missing = texts.first(where: { !spoken.contains(ScriptCaller.fold($0)) }) else { return }
        fail(
            .unmetExpectation,
            at: step,
            expected: "to hear \(ScriptCaller.quoted(missing))",
            found: ScriptCaller.quoted(heard.text),
            heard: heard
        )
    }

    private mutating func check(_ facts: [CallScript.Fact], at step: CallScript.Step, heard: Heard, isOver: Bool) async
    {
        guard let snapshot = await inspect(heard.call) else {
            let expected = "the call to be on record"
            fail(.unmetExpectation, at: step, expected: expected, found: "no record of it", heard: heard)
            return
        }
        for fact in facts {
            guard let difference = fact.difference(from: snapshot, heard.transcript, isOver: isOver) else { continue }
            fail(
                .unmetExpectation,
                at: step,
                expected: difference.expected,
                found: difference.found,
                heard: heard
            )
            return
        }
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

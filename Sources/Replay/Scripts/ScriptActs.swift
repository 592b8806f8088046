import Simulator
import Telephony

/// Why a call does not take a step, behind "found".
struct StepProblem: Error {
    let found: String

    static let forwarding = StepProblem(found: "a call being forwarded; how does the leg end?")
}

/// How long a caller waits before the next act.
struct ScriptPause {
    private(set) var length = Duration.zero

    mutating func add(_ wait: Duration) {
        length += wait
    }

    /// Why the call cannot be waited at; nil where it can.
    func problem(with awaited: Awaited) -> String? {
        if case .forward = awaited { StepProblem.forwarding.found } else { nil }
    }

    /// Whether the bot gives up before the wait is over.
    func isSilence(at awaited: Awaited) -> Bool {
        if case .input(let gathering) = awaited { length >= gathering.timeout } else { false }
    }

    /// The act after the wait.
    func before(_ act: CallerAct) -> CallerAct { length > .zero ? .wait(length, act) : act }
}

extension CallScript.Step {
    /// Whether the caller does nothing in it.
    var isObservation: Bool {
        switch kind {
        case .hear, .doNotHear, .hearNothing, .timeMoves, .expect, .expectNot: true
        case .press, .say, .silence, .wait, .interrupt, .hangUp, .forwardEnds, .forwardTalks: false
        }
    }

    /// What the caller does in the step, or why the call does not take it.
    func act(expecting awaited: Awaited, pause: ScriptPause) -> Result<CallerAct, StepProblem> {
        switch (kind, awaited) {
        case (.silence, _): .success(.silence)
        case (.hangUp, _): .success(pause.before(.hangUp))
        case (.press(let digits), .input): .success(pause.before(.press(digits)))
        case (.say(let words, let confidence), .input):
            .success(pause.before(.say(words, confidence: confidence)))
        case (.interrupt(let interruption, let after), .input(let gathering)):
            interruption.act(after: after, in: gathering, pause: pause)
        case (.forwardEnds(let status), .forward): .success(.forwardEnds(status))
        case (.forwardTalks(let talking), .forward): .success(.forwardEnds(.completed, talking: talking))
        case (.forwardEnds, .input), (.forwardTalks, .input):
            .failure(StepProblem(found: "a call that waits for keys or speech and forwards nothing"))
        case (.press, .forward), (.say, .forward), (.interrupt, .forward): .failure(.forwarding)
        case (.hear, _), (.doNotHear, _), (.hearNothing, _), (.wait, _), (.timeMoves, _), (.expect, _), (.expectNot, _):
            .failure(StepProblem(found: "a step in which the caller does nothing"))
        }
    }
}

extension CallScript.Interruption {
    private var act: CallerAct {
        switch self {
        case .press(let digits): .press(digits)
        case .say(let words, let confidence): .say(words, confidence: confidence)
        case .hangUp: .hangUp
        }
    }

    private func isTaken(in gathering: Awaited.Gathering) -> Bool {
        switch self {
        case .press: gathering.acceptsKeys
        case .say: gathering.acceptsSpeech
        case .hangUp: true
        }
    }

    fileprivate func act(
        after: Duration,
        in gathering: Awaited.Gathering,
        pause: ScriptPause
    ) -> Result<CallerAct, StepProblem> {
        let length = gathering.promptLength
        let found: String? =
            if pause.length > .zero {
                "a 'wait' before it; whoever interrupts does not wait for the prompt's end"
            } else if length == .zero {
                "a prompt that is over before the bot listens, so that nothing interrupts it"
            } else if after >= length {
                "a prompt that is over after \(length.inMilliseconds) ms; use 'wait' to act behind it"
            } else if !isTaken(in: gathering) {
                "that the bot listens for \(gathering.kinds) alone"
            } else {
                nil
            }
        guard let found else { return .success(.interrupt(after: after, act)) }
        return .failure(StepProblem(found: found))
    }
}

import Airscript
import BotGraph

extension Explorer {
    /// Takes every step from a state.
    mutating func expand(_ state: Int) {
        let at = found.states[state]
        let plan = map.plans[at.node]
        guard at.valuation >= 0 else {
            step(from: state, to: Exploration.Step.fault, .onward)
            return
        }
        let row = found.valuations.rows[at.valuation]
        switch plan.body {
        case .menu(let options, let silence, let wrongAnswer):
            for option in options { choose(option, row, from: state) }
            fail(state, row, silence: silence, wrongAnswer: wrongAnswer)
            leave(at.node, row, from: state)
        case .capture(let variable, let validate, let onCapture, let exit, let silence, let wrongAnswer):
            var taken = row
            if let variable { found.valuations.set(variable, to: .writtenText, in: &taken) }
            if let valid = validate.map({ test($0, taken).holds }) ?? taken {
                go(onCapture, exit, valid, from: state, .choice)
            }
            fail(state, row, silence: silence, wrongAnswer: wrongAnswer)
            leave(at.node, row, from: state)
        case .passing(let steps, let exit): go(steps, exit, row, from: state, .onward)
        case .condition(let cases, let otherwise): branch(cases, otherwise, row, from: state)
        case .forward(let exits):
            for exit in exits { go([], exit, row, from: state, .outcome, orElse: Exploration.Step.end) }
        case .hangUp: step(from: state, to: Exploration.Step.end, .onward)
        }
    }

    /// Runs the steps and takes the way.
    private mutating func go(
        _ steps: [NodePlan.Step],
        _ way: Int?,
        _ row: Valuations.Row,
        from state: Int,
        _ doing: Exploration.Doing,
        orElse end: Int = Exploration.Step.fault
    ) {
        let rows = steps.isEmpty ? [row] : run(steps, row)
        if rows.isEmpty { step(from: state, to: Exploration.Step.fault, doing) }
        for row in rows {
            if let way, let target = map.table.targets[way] {
                enter(target, row, from: state, way: way, doing)
            } else {
                step(from: state, to: end, doing)
            }
        }
    }

    private mutating func choose(_ option: NodePlan.Option, _ row: Valuations.Row, from state: Int) {
        switch option.decision {
        case .confirmed: step(from: state, to: Exploration.Step.end, .choice)
        // Where a request that is taken back leads is told at the node where it was made.
        case .withdrawn: go(option.set, option.exit, row, from: state, .choice, orElse: Exploration.Step.end)
        case nil: go(option.set, option.exit, row, from: state, .choice)
        }
    }

    /// The first case that holds, else `else`.
    private mutating func branch(
        _ cases: [(when: Reading, exit: Int?)],
        _ otherwise: Int?,
        _ row: Valuations.Row,
        from state: Int
    ) {
        var row = row
        for item in cases {
            let outcome = test(item.when, row)
            if let holds = outcome.holds { go([], item.exit, holds, from: state, .onward) }
            guard let rest = outcome.fails else {
                if outcome.holds == nil { step(from: state, to: Exploration.Step.fault, .onward) }
                return
            }
            row = rest
        }
        go([], otherwise, row, from: state, .onward)
    }

    /// Silence and wrong answers: the next prompt, or the way out.
    private mutating func fail(
        _ state: Int,
        _ row: Valuations.Row,
        silence: NodePlan.Retry,
        wrongAnswer: NodePlan.Retry
    ) {
        let at = found.states[state]
        let chain = map.plans[at.node].failure
        guard !chain.isEmpty else {
            go([], silence.exit, row, from: state, .silence)
            go([], wrongAnswer.exit, row, from: state, .wrongAnswer)
            return
        }
        let isCounted = (silence.prompts + 1) * (wrongAnswer.prompts + 1) <= Explorer.counterLimit
        let rows = isCounted ? run(chain, row) : [forget(assignedIn: chain, row)]
        if rows.isEmpty { step(from: state, to: Exploration.Step.fault, .silence) }
        for row in rows {
            if isCounted, at.silences < silence.prompts {
                let (silences, wrongAnswers) = (at.silences + 1, at.wrongAnswers)
                stand(at: at.node, row, silences: silences, wrongAnswers: wrongAnswers, from: state, way: nil, .silence)
            } else {
                go([], silence.exit, row, from: state, .silence)
            }
            if isCounted, at.wrongAnswers < wrongAnswer.prompts {
                let (silences, wrongAnswers) = (at.silences, at.wrongAnswers + 1)
                stand(
                    at: at.node,
                    row,
                    silences: silences,
                    wrongAnswers: wrongAnswers,
                    from: state,
                    way: nil,
                    .wrongAnswer
                )
            } else {
                go([], wrongAnswer.exit, row, from: state, .wrongAnswer)
            }
        }
    }

    /// The ways that hold at every listening node: the request to stop, with what becomes of it, and the operator.
    private mutating func leave(_ node: Int, _ row: Valuations.Row, from state: Int) {
        if let way = map.plans[node].operator { go([], way, row, from: state, .choice) }
        if map.plans[node].takesOptOut, let confirm = map.confirm {
            enter(confirm, row, from: state, way: map.plans[node].optOut, .optOut)
        }
        if returns, map.plans[node].takesOptOut {
            for row in returning(row) { enter(node, row, from: state, way: nil, .returned) }
        }
    }
}

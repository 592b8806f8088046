import Airscript
import BotGraph
import Telephony

/// An `if` of an action chain.
struct ActionBranch: Sendable {
    let node: Int
    let when: LocatedExpression
    let hasThen: Bool
    let hasElse: Bool
}

/// Makes the plans of a bot's nodes.
struct NodePlanner {
    private let bot: Bot
    private let table: WayTable
    private let variables: ControlVariables
    private(set) var branches: [ActionBranch] = []
    private var node = 0
    /// The numbers of the expressions so far.
    private var numbers: [String: Int] = [:]

    init(_ bot: Bot, _ table: WayTable, _ variables: ControlVariables) {
        self.bot = bot
        self.table = table
        self.variables = variables
    }

    mutating func plan(_ number: Int) -> NodePlan {
        node = number
        let node = table.nodes[number]
        let ways = table.ways(from: number)
        // The ways beside the node's own edges stand after them.
        var (optOut, `operator`): (Int?, Int?) = (nil, nil)
        for way in ways.suffix(2) {
            switch table.ways[way].cause {
            case .optOut: optOut = way
            case .operator: `operator` = way
            case .edge, .withdrawn: break
            }
        }
        return NodePlan(
            node,
            entry: steps(node.before) + steps(node.after),
            body: body(node, ways: ways),
            failure: steps(node.onNoValidResponse),
            takesOptOut: node.takesOptOut(in: bot) || (node.listens && bot.direction == .outbound),
            optOut: optOut,
            operator: `operator`
        )
    }

    private mutating func reading(_ expression: Expression) -> Reading {
        let number = numbers[expression.source] ?? numbers.count
        numbers[expression.source] = number
        return Reading(number: number, expression: expression, variables: variables.numbers(in: expression))
    }

    private mutating func body(_ node: Node, ways: Range<Int>) -> NodePlan.Body {
        // The ways stand in the order of `Node.edges`.
        var upcoming = ways.lowerBound
        func way(_ target: Target?) -> Int? {
            guard target != nil else { return nil }
            defer { upcoming += 1 }
            return upcoming
        }
        switch node.body {
        case .decisionMenu(let menu):
            let options = menu.options.map { option in
                NodePlan.Option(set: steps(option.set), exit: way(option.go), decision: option.optOut)
            }
            let silence = way(menu.noInput?.then)
            let wrongAnswer = way(menu.noMatch?.then)
            let fallback = way(menu.fallback)
            return .menu(
                options,
                silence: .init(prompts: menu.noInput?.prompts.count ?? 0, exit: silence ?? fallback),
                wrongAnswer: .init(prompts: menu.noMatch?.prompts.count ?? 0, exit: wrongAnswer ?? fallback)
            )
        case .touchtoneCapture(let capture):
            let go = way(capture.go)
            let silence = way(capture.noInput?.then)
            let wrongAnswer = way(capture.noMatch?.then)
            return .capture(
                variables.number(of: capture.variable),
                validate: capture.validate.map { reading($0.expression) },
                onCapture: steps(capture.onCapture),
                exit: go,
                silence: .init(prompts: capture.noInput?.prompts.count ?? 0, exit: silence),
                wrongAnswer: .init(prompts: capture.noMatch?.prompts.count ?? 0, exit: wrongAnswer)
            )
        case .message(let message): return .passing([], exit: way(message.go))
        case .set(let set): return .passing(steps(set.values), exit: way(set.go))
        case .condition(let condition):
            let cases = condition.cases.map { (when: reading($0.when.expression), exit: way($0.go)) }
            return .condition(cases, otherwise: way(condition.otherwise))
        case .forwardCall(let forward):
            let own = [forward.completed, forward.busy, forward.noAnswer, forward.failed].map { way($0) }
            let rest = way(forward.go)
            return .forward(own.map { $0 ?? rest })
        case .hangUp: return .hangUp
        }
    }

    private mutating func steps(_ actions: [Action]) -> [NodePlan.Step] {
        var steps: [NodePlan.Step] = []
        for action in actions {
            switch action {
            case .set(let assignments): steps += self.steps(assignments)
            case .condition(let when, let then, let otherwise):
                let number = branches.count
                branches.append(
                    ActionBranch(node: node, when: when, hasThen: !then.isEmpty, hasElse: !otherwise.isEmpty)
                )
                let first = self.steps(then)
                let second = self.steps(otherwise)
                steps.append(.branch(number, when: reading(when.expression), then: first, otherwise: second))
            }
        }
        return steps
    }

    private mutating func steps(_ assignments: [Assignment]) -> [NodePlan.Step] {
        var steps: [NodePlan.Step] = []
        for assignment in assignments {
            let expression = assignment.value.expression
            if let variable = variables.number(of: assignment.variable) {
                steps.append(.assign(variable, reading(expression)))
            } else if expression.isConstant, expression.outcome(knowing: Ignorance()).values.isEmpty {
                steps.append(.fail)
            }
        }
        return steps
    }
}

/// To know nothing.
private struct Ignorance: Knowledge {
    func values(of path: [String]) -> PossibleValues { .any }
}

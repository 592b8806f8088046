import Airscript
import BotGraph

/// A bot made ready for exploring: every node's plan, and what is true of the bot as a whole.
struct StateMap: Sendable {
    let table: WayTable
    let variables: ControlVariables
    let plans: [NodePlan]
    let branches: [ActionBranch]
    let start: Int?
    /// The menu that asks about a request to stop, where the bot asks.
    let confirm: Int?
    /// What is still read, by node.
    let live: [VariableSet]
    /// Whether the node leads round to itself through nodes that do not wait.
    let loopsSilently: [Bool]
    /// What calls may change: where the file leads to a confirming menu, much may have happened since the call was where it
    /// goes back to.
    let forgottenOnReturn: VariableSet
    /// Whether the file leads to a confirming menu by other ways than a request to stop: then one that is taken back may lead
    /// to the menu that was answered last, or to the start.
    let isConfirmingLedTo: Bool
    /// The menus at which a request may be taken back so that the call goes back to where it was.
    let returning: [Bool]

    init(_ bot: Bot, _ table: WayTable) {
        self.table = table
        variables = ControlVariables(bot)
        var planner = NodePlanner(bot, table, variables)
        var plans: [NodePlan] = []
        plans.reserveCapacity(table.nodes.count)
        for node in table.nodes.indices { plans.append(planner.plan(node)) }
        self.plans = plans
        branches = planner.branches
        start = table.number(of: bot.start)
        confirm = bot.optOut.flatMap { $0.ask == .never ? nil : $0.confirm }.flatMap { table.number(of: $0) }
        live = LiveVariables(plans, table, variables, confirm: confirm).after
        loopsSilently = StateMap.silentLoops(plans, table, variables)

        func isMenu(_ plan: NodePlan, with isOne: (NodePlan.Option) -> Bool) -> Bool {
            guard case .menu(let options, _, _) = plan.body else { return false }
            return options.contains(where: isOne)
        }
        returning = plans.map { !$0.withdrawals.isEmpty }
        let deciding = plans.map { isMenu($0) { $0.decision != nil } }
        isConfirmingLedTo =
            start.map { deciding[$0] } == true
            || plans.indices.contains { node in
                table.ways(from: node).contains { way in
                    way != plans[node].optOut && table.targets[way].map { deciding[$0] } == true
                }
            }
        var forgotten = VariableSet(count: variables.names.count)
        for plan in plans {
            for step in plan.chains.joined() { for variable in step.assigned { forgotten.insert(variable) } }
            if case .capture(let variable?, _, _, _, _, _) = plan.body { forgotten.insert(variable) }
        }
        forgottenOnReturn = forgotten
    }

    private static func silentLoops(_ plans: [NodePlan], _ table: WayTable, _ variables: ControlVariables) -> [Bool] {
        var loops = Array(repeating: false, count: plans.count)
        guard !variables.names.isEmpty else { return loops }
        var successors = Successors()
        for (node, plan) in plans.enumerated() {
            if !plan.waits {
                for way in table.ways(from: node) {
                    if let target = table.targets[way], !plans[target].waits { successors.add(target) }
                }
            }
            successors.endNode()
        }
        for component in ComponentSearch.cycles(of: successors) { for node in component { loops[node] = true } }
        return loops
    }
}

extension NodePlan {
    /// Whether the call stands still here until something happens.
    var waits: Bool { listens || forwards }
}

/// Which variables may still be read by a test, after a node was entered and before it is entered.
///
/// What no test will read is forgotten: otherwise everything a caller ever did would tell two calls apart.
struct LiveVariables {
    /// After the node's entry, by node.
    private(set) var after: [VariableSet]
    private var before: [VariableSet]
    private let plans: [NodePlan]
    private let table: WayTable
    private let variables: ControlVariables

    init(_ plans: [NodePlan], _ table: WayTable, _ variables: ControlVariables, confirm: Int?) {
        self.plans = plans
        self.table = table
        self.variables = variables
        let none = VariableSet(count: variables.names.count)
        after = Array(repeating: none, count: plans.count)
        before = after
        guard !variables.names.isEmpty else { return }
        var sources: [[Int]] = Array(repeating: [], count: plans.count)
        for node in plans.indices {
            for way in table.ways(from: node) { if let target = table.targets[way] { sources[target].append(node) } }
            if plans[node].takesOptOut, let confirm { sources[confirm].append(node) }
        }
        var queue = Array(plans.indices)
        var isQueued = Array(repeating: true, count: plans.count)
        while let node = queue.popLast() {
            isQueued[node] = false
            let live = live(after: node, confirm: confirm)
            after[node] = live
            var entry = live
            read(plans[node].entry, &entry)
            guard entry != before[node] else { continue }
            before[node] = entry
            // A menu that was left by a withdrawn opt-out is entered again.
            for source in sources[node] + [node] where !isQueued[source] {
                isQueued[source] = true
                queue.append(source)
            }
        }
    }

    private func live(after node: Int, confirm: Int?) -> VariableSet {
        let plan = plans[node]
        var live = VariableSet(count: variables.names.count)
        func add(_ exit: Int?, _ steps: [NodePlan.Step] = [], without variable: Int? = nil, test: Reading? = nil) {
            var branch =
                exit.flatMap { table.targets[$0] }.map { before[$0] } ?? VariableSet(count: variables.names.count)
            read(steps, &branch)
            if let test { read(test, &branch) }
            if let variable { branch.remove(variable) }
            live.formUnion(branch)
        }
        switch plan.body {
        case .menu(let options, let silence, let wrongAnswer):
            for option in options { add(option.exit, option.set) }
            add(silence.exit)
            add(wrongAnswer.exit)
        case .capture(let variable, let validate, let onCapture, let exit, let silence, let wrongAnswer):
            add(exit, onCapture, without: variable, test: validate)
            add(silence.exit)
            add(wrongAnswer.exit)
        case .passing(let steps, let exit): add(exit, steps)
        case .condition(let cases, let otherwise):
            for item in cases {
                add(item.exit)
                read(item.when, &live)
            }
            add(otherwise)
        case .forward(let exits): for exit in exits { add(exit) }
        case .hangUp: break
        }
        add(plan.operator)
        if plan.takesOptOut {
            live.formUnion(before[node])
            if let confirm {
                live.formUnion(before[confirm])
                for option in plans[confirm].withdrawals {
                    var back = before[node]
                    read(option.set, &back)
                    read(plans[confirm].entry, &back)
                    live.formUnion(back)
                }
            }
        }
        // The chain runs before the node listens again, or is left.
        if !plan.failure.isEmpty {
            var failing = live
            read(plan.failure, &failing)
            live.formUnion(failing)
        }
        return live
    }

    private func read(_ reading: Reading, _ live: inout VariableSet) {
        for variable in reading.variables { live.insert(variable) }
    }

    /// What is live before the steps, from what is live after them.
    private func read(_ steps: [NodePlan.Step], _ live: inout VariableSet) {
        for step in steps.reversed() {
            switch step {
            case .assign(let variable, let reading):
                guard live.contains(variable) else { continue }
                live.remove(variable)
                read(reading, &live)
            case .branch(_, let when, let then, let otherwise):
                var second = live
                read(then, &live)
                read(otherwise, &second)
                live.formUnion(second)
                read(when, &live)
            case .fail: break
            }
        }
    }
}

import Airscript
import BotGraph
import Telephony

/// Reads the steps of nodes, and remembers which variables they are about.
struct StepReader {
    private(set) var written: Set<String> = []
    private(set) var read: Set<String> = []
    private let languages: [LanguageTag]

    init(languages: [LanguageTag]) {
        self.languages = languages
    }

    mutating func visit(_ node: Node) -> DataFlow.Visit {
        var visit = DataFlow.Visit()
        if !node.before.isEmpty { visit.entering += steps(of: node.before) }
        if let prompt = node.prompt { visit.entering += steps(of: prompt) }
        if !node.after.isEmpty { visit.entering += steps(of: node.after) }
        if !node.onNoValidResponse.isEmpty { visit.failing += steps(of: node.onNoValidResponse) }
        switch node.body {
        case .decisionMenu(let menu):
            visit.failing += steps(of: menu.noInput, menu.noMatch)
            for option in menu.options where !option.set.isEmpty {
                visit.choosing[option.name] = steps(of: option.set)
            }
        case .touchtoneCapture(let capture):
            visit.failing += steps(of: capture.noInput, capture.noMatch)
            visit.capturing = [set(capture.variable, at: capture.variableLocation)]
            if let test = capture.validate { visit.capturing.append(read(ExpressionUse(test, for: .decides))) }
            visit.capturing += steps(of: capture.onCapture)
        case .condition(let condition):
            for item in condition.cases { visit.entering.append(read(ExpressionUse(item.when, for: .decides))) }
        case .set(let set): visit.entering += steps(of: set.values)
        case .forwardCall(let forward):
            for number in forward.numbers + [forward.callerID].compactMap(\.self) {
                visit.entering += steps(of: number.template, at: number.location, for: .dialled)
            }
        case .message, .hangUp: break
        }
        return visit
    }

    mutating func shared(of bot: Bot) -> [DataFlow.Step] {
        [bot.universals.helpPrompt, bot.apology, bot.optOutGoodbye].compactMap(\.self).flatMap { steps(of: $0) }
    }

    private mutating func steps(of retries: Retries?...) -> [DataFlow.Step] {
        retries.flatMap { $0?.prompts ?? [] }.flatMap { steps(of: $0) }
    }

    private mutating func steps(of prompt: Prompt) -> [DataFlow.Step] {
        var steps: [DataFlow.Step] = []
        if prompt.byLanguage.isEmpty {
            for piece in prompt.fallback { append(piece, to: &steps) }
        } else {
            for language in languages {
                for piece in prompt.byLanguage[language] ?? [] { append(piece, to: &steps) }
            }
        }
        return steps
    }

    private mutating func append(_ piece: Prompt.Piece, to steps: inout [DataFlow.Step]) {
        guard case .text(let template, let location) = piece else { return }
        steps += self.steps(of: template, at: location, for: .spoken)
    }

    private mutating func steps(
        of template: Template,
        at location: SourceLocation,
        for purpose: ExpressionUse.Purpose
    ) -> [DataFlow.Step] {
        let expressions = template.expressions
        guard !expressions.isEmpty else { return [] }
        return expressions.map { read(ExpressionUse($0, of: template, at: location, for: purpose)) }
    }

    private mutating func steps(of assignments: [Assignment]) -> [DataFlow.Step] {
        assignments.flatMap { assignment in
            let use = ExpressionUse(assignment.value, for: .assigned(to: assignment.variable))
            return [read(use), set(assignment.variable, at: assignment.location)]
        }
    }

    private mutating func steps(of actions: [Action]) -> [DataFlow.Step] {
        actions.flatMap { action in
            switch action {
            case .set(let assignments): return steps(of: assignments)
            case .condition(let when, let then, let otherwise):
                return [read(ExpressionUse(when, for: .decides))] + steps(of: then) + steps(of: otherwise)
            }
        }
    }

    private mutating func read(_ use: ExpressionUse) -> DataFlow.Step {
        for reference in use.expression.references { if let name = reference.path.first { read.insert(name) } }
        return .read(use)
    }

    private mutating func set(_ variable: String, at location: SourceLocation) -> DataFlow.Step {
        written.insert(variable)
        return .set(variable, location)
    }
}

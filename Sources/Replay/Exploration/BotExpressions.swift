import Airscript
import BotGraph
import Telephony

/// Every expression of a bot, by what its value does.
struct BotExpressions {
    struct Assigned {
        let name: String
        let value: Expression
    }

    /// Those whose value decides between two ways.
    private(set) var tests: [Expression] = []
    /// Those that make the numbers a call is forwarded to.
    private(set) var numbers: [Expression] = []
    /// Those in what is spoken.
    private(set) var spoken: [Expression] = []
    private(set) var assigned: [Assigned] = []
    private(set) var captures: [TouchtoneCapture] = []

    init(_ bot: Bot) {
        for node in bot.nodes { add(node) }
        for prompt in [bot.apology, bot.optOutGoodbye, bot.universals.helpPrompt].compactMap(\.self) { add(prompt) }
    }

    /// The names that an action or a capture gives a value to.
    var givenNames: Set<String> { Set(assigned.map(\.name) + captures.map(\.variable)) }

    private mutating func add(_ node: Node) {
        for action in node.before + node.after + node.onNoValidResponse { add(action) }
        if let prompt = node.prompt { add(prompt) }
        switch node.body {
        case .decisionMenu(let menu):
            add(menu.options.flatMap(\.set))
            add(menu.noInput)
            add(menu.noMatch)
        case .touchtoneCapture(let capture):
            captures.append(capture)
            if let validate = capture.validate { tests.append(validate.expression) }
            for action in capture.onCapture { add(action) }
            add(capture.noInput)
            add(capture.noMatch)
        case .condition(let condition): tests += condition.cases.map(\.when.expression)
        case .set(let set): add(set.values)
        case .forwardCall(let forward):
            let templates = forward.numbers.map(\.template) + [forward.callerID?.template].compactMap(\.self)
            numbers += templates.flatMap(\.expressions).map(\.expression)
        case .message, .hangUp: break
        }
    }

    private mutating func add(_ action: Action) {
        switch action {
        case .set(let assignments): add(assignments)
        case .condition(let when, let then, let otherwise):
            tests.append(when.expression)
            for action in then + otherwise { add(action) }
        }
    }

    private mutating func add(_ assignments: [Assignment]) {
        assigned += assignments.map { Assigned(name: $0.variable, value: $0.value.expression) }
    }

    private mutating func add(_ retries: Retries?) {
        for prompt in retries?.prompts ?? [] { add(prompt) }
    }

    private mutating func add(_ prompt: Prompt) {
        let languages = prompt.byLanguage.sorted { $0.key.text < $1.key.text }
        for piece in prompt.fallback + languages.flatMap(\.value) {
            guard case .text(let template, _) = piece, template.constant == nil else { continue }
            spoken += template.expressions.map(\.expression)
        }
    }
}

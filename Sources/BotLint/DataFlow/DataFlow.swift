import BotGraph

/// What a bot's expressions read and its nodes set, in the order in which a call does it.
struct DataFlow {
    /// One thing that happens to variables.
    enum Step {
        case read(ExpressionUse)
        case set(String, SourceLocation)
    }

    /// What happens at a node.
    struct Visit {
        /// When it is entered: what stands before the prompt, the prompt, and what the node does of itself.
        var entering: [Step] = []
        /// At each silence and each wrong answer.
        var failing: [Step] = []
        /// When an option is chosen, by its name.
        var choosing: [String: [Step]] = [:]
        /// When digits are taken.
        var capturing: [Step] = []

        var all: [Step] {
            entering + failing + choosing.sorted { $0.key < $1.key }.flatMap(\.value) + capturing
        }

        var isEmpty: Bool { entering.isEmpty && failing.isEmpty && choosing.isEmpty && capturing.isEmpty }
    }

    /// By the node's place among the bot's.
    let visits: [Visit]
    /// What may be read at any time: the prompts of the bot as a whole.
    let shared: [Step]
    /// The variables that something sets.
    let written: Set<String>
    /// The variables that something reads.
    let read: Set<String>
    /// Every expression of the bot.
    let expressions: [ExpressionUse]

    init(_ bot: Bot) {
        var reader = StepReader(languages: bot.languages)
        let visits = bot.nodes.map { reader.visit($0) }
        let shared = reader.shared(of: bot)
        self.visits = visits
        self.shared = shared
        written = reader.written
        read = reader.read
        expressions = (visits.lazy.filter { !$0.isEmpty }.flatMap(\.all) + shared).compactMap { step in
            if case .read(let use) = step { use } else { nil }
        }
    }
}

import BotGraph

extension Universals {
    /// The universals that the bot has, as the file names them, in the order in which the engine looks at them.
    var named: [(name: String, trigger: Trigger)] {
        [("repeat", repetition), ("help", help), ("operator", `operator`)].compactMap { name, trigger in
            trigger.map { (name, $0) }
        }
    }
}

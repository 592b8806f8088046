package import Telephony

/// What a caller may ask for at every menu, defined once in the bot.
package struct Universals: Hashable, Sendable {
    /// Key and phrases of one universal.
    package struct Trigger: Hashable, Sendable {
        package let press: Key?
        package let say: [SpokenPhrase]
        package let location: SourceLocation

        package init(press: Key?, say: [SpokenPhrase], location: SourceLocation) {
            self.press = press
            self.say = say
            self.location = location
        }
    }

    /// What `repeat` does: the node's prompt is spoken again.
    ///
    /// It does not count as a wrong answer.
    package let repetition: Trigger?
    /// `help`: a prompt is spoken, then the node listens again.
    package let help: Trigger?
    package let helpPrompt: Prompt?
    /// `operator`: the call goes to a node, usually a `forward_call`.
    package let `operator`: Trigger?
    package let operatorTarget: Target?

    package init(
        repetition: Trigger? = nil,
        help: Trigger? = nil,
        helpPrompt: Prompt? = nil,
        operator: Trigger? = nil,
        operatorTarget: Target? = nil
    ) {
        self.repetition = repetition
        self.help = help
        self.helpPrompt = helpPrompt
        self.operator = `operator`
        self.operatorTarget = operatorTarget
    }
}

/// A phrase that a caller may say, folded for matching.
package struct SpokenPhrase: Hashable, Sendable {
    /// As the file has it.
    package let text: String
    /// Lower-case words without punctuation, number words as digits, filler words dropped; never empty.
    package let words: [String]
    package let location: SourceLocation

    /// Folds the text.
    ///
    /// Nil when nothing is left of it.
    package init?(_ text: String, location: SourceLocation) {
        let words = SpokenWords.fold(text)
        guard !words.isEmpty else { return nil }
        self.text = text
        self.words = words
        self.location = location
    }
}

/// A node that something leads to, with the place that names it.
package struct Target: Hashable, Sendable {
    package let node: NodeID
    package let location: SourceLocation

    package init(_ node: NodeID, at location: SourceLocation) {
        self.node = node
        self.location = location
    }
}

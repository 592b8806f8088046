package import BotGraph

/// Two choices of one menu whose phrases are heard alike.
package struct SimilarPhrase: LintRule {
    package let id = "similar-phrase"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "two choices of one menu whose phrases are heard alike"
    package let explanation = """
        A recogniser writes down one spelling of what it hears, over a line that carries nothing above 3.4 kHz. "Mail" and \
        "male", "for" and "four" are one to it; "fifteen" and "fifty", "card" and "cart", the letters B and D, "sesenta" and \
        "setenta" are a matter of luck. The caller gets the other choice and does not know why.

        Looked at are English and Spanish, by the bot's languages: words that sound the same by their spelling or by a table, \
        and words that differ by one sound that the line blurs (m and n; f, s and th at either end; in English the last d and t, \
        b and p, g and k). The other words of the phrases have to be the same. Options that do the same are let be, and so are the phrases \
        of one choice.

        Use other words for one of them: "letters" for "mail", "fifty dollars" for "fifty".
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(SimilarPhrase.menu("again", "letters", "\"male\""))],
        failing: [
            ExampleBots.inbound(SimilarPhrase.menu("again", "mail", "↓male")),
            ExampleBots.inbound(SimilarPhrase.menu("again", "fifty dollars", "the other, ↓fifteen dollars")),
            ExampleBots.inbound(SimilarPhrase.menu("write", "letters", "↓right")),
        ]
    )

    private static func menu(_ universal: String, _ first: String, _ second: String) -> String {
        """
        universals:
          repeat: {say: [\(universal)]}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "What is it about?"
            options:
              - {name: post, say: [\(first)], go: goodbye}
              - {name: desk, say: [\(second)], go: desk}
            default: goodbye
          desk: {type: forward_call, number: "+12065550101"}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        var ear = Ear(bot.languages)
        var shared = HeardPhrases()
        var sharedPrints: [UInt64] = []
        for phrase in bot.optOut?.say ?? [] {
            shared.add(Choice("the opt-out"), phrase, ear.sounds(of: phrase))
            ear.addPrints(of: phrase, to: &sharedPrints)
        }
        for (name, trigger) in bot.universals.named {
            for phrase in trigger.say {
                shared.add(Choice("universal '\(name)'"), phrase, ear.sounds(of: phrase))
                ear.addPrints(of: phrase, to: &sharedPrints)
            }
        }
        var findings: [Diagnostic] = []
        for node in bot.nodes {
            guard case .decisionMenu(let menu) = node.body else { continue }
            var prints = sharedPrints
            for option in menu.options {
                for phrase in option.say { ear.addPrints(of: phrase, to: &prints) }
            }
            if prints.hasRepeats { findings += check(menu, shared, ear) }
        }
        return findings
    }

    private func check(_ menu: DecisionMenu, _ shared: HeardPhrases, _ ear: Ear) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var own = HeardPhrases()
        for option in menu.options {
            let choice = Choice(option)
            for phrase in option.say {
                let sounds = ear.sounds(of: phrase)
                let earlier =
                    own.alike(phrase, sounds, besides: choice) ?? shared.alike(phrase, sounds, besides: choice)
                if let earlier { findings.append(similar(phrase, of: choice, earlier)) }
                own.add(choice, phrase, sounds)
            }
        }
        return findings
    }

    private func similar(_ phrase: SpokenPhrase, of choice: Choice, _ earlier: HeardPhrases.Entry) -> Diagnostic {
        finding(
            .alike(phrase.text, choice.owner, earlier.phrase.text, earlier.choice.owner),
            at: phrase.location,
            length: phrase.text.unicodeScalars.count,
            notes: [Diagnostic.Note("'\(earlier.phrase.text)' is here", at: earlier.phrase.location)]
        )
    }
}

/// What a phrase chooses.
private struct Choice {
    let owner: String
    private let option: DecisionMenu.Option?

    init(_ owner: String) {
        self.owner = owner
        option = nil
    }

    init(_ option: DecisionMenu.Option) {
        owner = "option '\(option.name)'"
        self.option = option
    }

    /// Whether it makes no difference to the caller which of the two is chosen.
    func isSame(as other: Choice) -> Bool {
        guard let option, let other = other.option else { return false }
        if option.name == other.name { return true }
        return option.go?.node == other.go?.node && option.optOut == other.optOut && option.set.isEmpty
            && other.set.isEmpty
    }
}

/// The phrases of choices by how they sound.
private struct HeardPhrases {
    struct Entry {
        let choice: Choice
        let phrase: SpokenPhrase
        let sound: PhraseSound
    }

    private var bySound: [[UInt8]: [Entry]] = [:]

    mutating func add(_ choice: Choice, _ phrase: SpokenPhrase, _ sounds: [PhraseSound]) {
        for sound in sounds {
            let entry = Entry(choice: choice, phrase: phrase, sound: sound)
            let entries = bySound[sound.name, default: []]
            // One phrase of each way to sound is enough, so that a list of hundreds stays short.
            guard entries.count < 8 else { continue }
            bySound[sound.name] = entries + [entry]
        }
    }

    /// A phrase of another choice that is heard as this one without being the same; the same is `clashing-phrase`.
    func alike(_ phrase: SpokenPhrase, _ sounds: [PhraseSound], besides choice: Choice) -> Entry? {
        for sound in sounds {
            let found = bySound[sound.name]?.first {
                $0.phrase.words != phrase.words && !$0.choice.isSame(as: choice) && sound.isHeard(as: $0.sound)
            }
            if let found { return found }
        }
        return nil
    }
}

extension LintMessage {
    fileprivate static func alike(_ text: String, _ owner: String, _ earlier: String, _ other: String) -> LintMessage {
        "'\(text)' of \(owner) is heard like '\(earlier)' of \(other); use other words for one of them"
    }
}

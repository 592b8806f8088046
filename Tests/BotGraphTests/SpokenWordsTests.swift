import BotGraph
import Testing

struct SpokenWordsTests {
    @Test(arguments: [
        ("Pay my bill!", ["pay", "my", "bill"]),
        ("  pay-my BILL ", ["pay", "my", "bill"]),
        ("Don't", ["dont"]),
        ("don\u{2019}t", ["dont"]),
        ("Café", ["cafe"]),
        ("cafe\u{301}", ["cafe"]),
        ("¿Mañana, señor Nuñez?", ["manana", "senor", "nunez"]),
        ("Straße", ["strasse"]),
        ("one", ["1"]),
        ("twenty one", ["21"]),
        ("twenty-one", ["21"]),
        ("twenty", ["20"]),
        ("twenty thirty", ["20", "30"]),
        ("one two three", ["1", "2", "3"]),
        ("option 2", ["option", "2"]),
        ("uno", ["1"]),
        ("treinta y uno", ["31"]),
        ("veintidós", ["22"]),
        ("treinta uno", ["30", "1"]),
        ("dieciséis", ["16"]),
        ("um, I'd like to pay please", ["pay"]),
        ("I want to talk to the operator", ["talk", "to", "the", "operator"]),
        ("por favor, quiero pagar", ["pagar"]),
        ("yes please", ["yes"]),
        ("no", ["no"]),
        ("no, thank you", ["no"]),
        ("not", ["not"]),
        ("please don't call", ["dont", "call"]),
        ("I don't want to", ["i", "dont", "want", "to"]),
        ("no quiero que me llamen", ["no", "quiero", "que", "me", "llamen"]),
        ("please", ["please"]),
        ("um uh", ["um", "uh"]),
        ("I want", ["i", "want"]),
        ("日本語", ["日本語"]),
        ("", []),
        ("?!…", []),
    ])
    func `speech folds to its words`(text: String, words: [String]) {
        #expect(SpokenWords.fold(text) == words)
    }

    @Test func `folding what was folded changes nothing`() {
        for text in ["Twenty-one cafés, please", "um, I'd like to pay", "no quiero", "I don't want to"] {
            let words = SpokenWords.fold(text)
            #expect(SpokenWords.fold(words.joined(separator: " ")) == words)
        }
    }

    @Test func `endless speech is cut`() {
        #expect(SpokenWords.fold(String(repeating: "word ", count: 100_000)).count == 800)
    }

    @Test func `a phrase stands in the words that contain it in a row`() throws {
        let place = SourceLocation(path: "bot.yaml", line: 1, column: 1)
        let phrase = try #require(SpokenPhrase("pay my bill", location: place))
        #expect(phrase.isContained(in: ["now", "pay", "my", "bill"]))
        #expect(phrase.isContained(in: ["pay", "my", "bill"]))
        #expect(!phrase.isContained(in: ["pay", "bill", "my"]))
        #expect(!phrase.isContained(in: ["pay", "my"]))
        #expect(!phrase.isContained(in: []))
        #expect(SpokenPhrase("…", location: place) == nil)
    }
}

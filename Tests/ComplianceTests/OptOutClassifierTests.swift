import Compliance
import Testing

struct OptOutClassifierTests {
    private let classifier = OptOutClassifier()

    /// 47 CFR 64.1200(a)(10)(i), the words that carriers add, and the words of other tables.
    static let listed = [
        "stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe", "stopall", "stop all", "optout", "opt-out",
        "alto", "parar", "pare", "basta", "cancelar", "baja",
    ]

    @Test(arguments: OptOutClassifierTests.listed)
    func `a listed word is an opt-out as a whole text and a question when spoken`(word: String) {
        for text in [
            word, word.uppercased(), " \(word)! ", "\"\(word)\"", "\(word).", "*\(word)*", "\(word) 🙏", "\(word)\n",
        ] {
            #expect(classifier.classify(text, channel: .sms) == .optOut, "\(text)")
            #expect(classifier.classify(text, channel: .voice) == .confirm, "\(text)")
        }
        #expect(classifier.read(word, channel: .sms).rule == .wordAlone)
        #expect(classifier.read(word, channel: .voice).rule == .wordSpoken)
    }

    @Test(arguments: ["START", "start", " Start. ", "YES", "yes!", "UNSTOP"])
    func `START, YES and UNSTOP alone ask for contact again, in a text`(text: String) {
        #expect(classifier.read(text, channel: .sms).isOptIn)
        #expect(classifier.read(text, channel: .sms).verdict == .none)
        #expect(!classifier.read(text, channel: .voice).isOptIn)
    }

    @Test(arguments: ["yes stop", "start over", "yes please call", "unstop it"])
    func `with anything beside them they do not`(text: String) {
        #expect(!classifier.read(text, channel: .sms).isOptIn)
    }

    @Test(arguments: ["HELP", "help", "Info", "INFO?"])
    func `HELP and INFO alone ask for help`(text: String) {
        let reading = classifier.read(text, channel: .sms)
        #expect(reading.isHelp)
        #expect(reading.verdict == .none)
        #expect(!classifier.read("help me", channel: .sms).isHelp)
    }

    @Test(arguments: [
        ("ＳＴＯＰ", "full width"), ("ЅТОР", "Cyrillic"), ("S\u{200B}T\u{200B}O\u{200B}P", "zero width"),
        ("S\u{336}T\u{336}O\u{336}P\u{336}", "struck through"), ("𝐒𝐓𝐎𝐏", "mathematical"), ("ⓢⓣⓞⓟ", "circled"),
        ("stóp", "accented"), ("s\u{301}top", "combining accent"), ("ST\u{AD}OP", "soft hyphen"), ("st0p", "a digit"),
        ("$top", "a sign"), ("s.t.o.p", "points"), ("S T O P", "spaces"), ("stoooopppp", "doubled"),
        ("stopstopstop", "run together"),
    ])
    func `a word written to be seen and not to be matched is matched`(text: String, how: String) {
        #expect(classifier.classify(text, channel: .sms) == .optOut, "\(how)")
    }

    @Test func `our own footer sent back says nothing, in our words or in the usual ones`() {
        let own = OptOutClassifier(footers: ["Tap STOP whenever you have had enough of Riverside Dental."])
        let quoted = "Tap STOP whenever you have had enough of Riverside Dental"
        #expect(own.read(quoted, channel: .sms).verdict == .none)
        #expect(own.read(quoted, channel: .sms).rule == .quoted)
        #expect(own.classify(quoted + "\nSTOP", channel: .sms) == .optOut)
        #expect(classifier.classify(quoted, channel: .sms) == .confirm)
        #expect(classifier.read("Reply STOP to opt out", channel: .sms).rule == .quoted)
    }

    @Test func `the rule and the words that decided are given`() {
        let reading = classifier.read("Hi, please take me off your list!", channel: .voice)
        #expect(reading.verdict == .optOut)
        #expect(reading.rule == .removal)
        #expect(reading.words == "take me off your list")
        let rules: [(String, OptOutReading.Rule)] = [
            ("don't stop", .negated), ("cancel my appointment", .otherMeaning), ("don't call me before nine", .hours),
            ("my ex won't stop calling me", .thirdParty), ("did you stop calling people?", .question),
            ("keep calling me", .resume),
            ("how do I opt out", .howTo), ("call me again and I'll sue", .threat), ("leave me alone", .leaveAlone),
            ("I revoke my consent", .consent), ("", .nothing), ("see you at three", .nothing),
        ]
        for (text, rule) in rules { #expect(classifier.read(text, channel: .voice).rule == rule, "\(text)") }
    }

    @Test func `a text of any length and any content is read in bounded work`() {
        let bodies = [
            String(repeating: "stop the ", count: 20_000), String(repeating: "do not ", count: 20_000),
            String(repeating: "no no me me que que ", count: 10_000),
            String(repeating: "\u{301}\u{200D}", count: 50_000),
            String(repeating: "st*p", count: 5_000), String(repeating: "\"“>", count: 20_000),
            String(repeating: "s ", count: 30_000),
            "cannot", "don t", "\\", "1", "$", "*", "¿?", "\u{0}", "on subscribe", "i 1 me",
        ]
        for body in bodies {
            for channel in OptOutChannel.allCases {
                _ = classifier.read(body, channel: channel)
                _ = OptOutBatch.line(body, channel: channel)
            }
        }
        let long = String(repeating: "and then we talked about the weather. ", count: 2_000)
        #expect(classifier.classify(long + "Stop texting me.", channel: .sms) == .optOut)
        #expect(classifier.classify("Stop texting me. " + long, channel: .sms) == .optOut)
        #expect(classifier.classify(long, channel: .sms) == .none)
    }

    @Test func `every cut of every sample is read without harm`() {
        let samples = [
            "Please, don't you ever call me again or I'll sue!", "“STOP” 🛑 s.t.o.p — ¿cómo me doy de baja?",
            "no, no me llamen más; quítenme de la lista",
        ]
        for sample in samples {
            for count in 0...sample.count {
                _ = classifier.read(String(sample.prefix(count)), channel: .sms)
                _ = classifier.read(String(sample.suffix(count)), channel: .voice)
            }
        }
    }

    @Test func `a batch line is the verdict's word`() {
        #expect(OptOutBatch.line("STOP", channel: .sms) == "opt-out")
        #expect(OptOutBatch.line("STOP", channel: .voice) == "confirm")
        #expect(OptOutBatch.line("cancel my appointment", channel: .voice) == "none")
        #expect(OptOutBatch.line("", channel: .sms) == "none")
        #expect(OptOutBatch.line("> Reply STOP to end\\nok see you", channel: .sms) == "none")
    }
}

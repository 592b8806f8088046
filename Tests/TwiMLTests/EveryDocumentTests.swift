import CallEngine
import Telephony
import Testing
import TwiML

/// Documents of pseudo-random effects, as an engine might ask for them.
@Suite struct EveryDocumentTests {
    @Test(arguments: 0..<400)
    func `whatever the engine asks for, the provider has nothing to say against it`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let effects = try effects(&dice)
        let document = try TwiMLCompiler.document(for: effects, urls: urls())
        let bytes: [UInt8]
        do {
            bytes = try document.bytes()
        } catch {
            guard case .tooLarge(let size) = error else { throw error }
            #expect(size > TwiMLWriter.maximumBytes)
            return
        }
        let root = try checked(bytes)
        #expect(root.elements.map(\.name) == document.verbs.map(\.element))
        #expect(spoken(root) == spoken(effects))
        #expect(try TwiMLCompiler.bytes(for: effects, urls: urls()) == bytes)
    }

    /// All that is said, without space, which cuts may take.
    private func spoken(_ root: XMLElement) -> String {
        func says(_ element: XMLElement) -> String {
            element.name == "Say" ? element.text : element.elements.map(says).joined()
        }
        return withoutSpace(says(root))
    }

    private func spoken(_ effects: [CallEffect]) -> String {
        let utterances = effects.flatMap { effect -> [Utterance] in
            switch effect {
            case .speak(let utterance): [utterance]
            case .listen(let listening): listening.prompts
            case .forward, .hangUp, .suppress, .optOutUnlisted, .liftSuppression, .intentJudged, .ended, .faulted: []
            }
        }
        let texts = utterances.map { utterance in
            switch utterance.content {
            case .text(let text): XMLText.permitted(text)
            case .recording, .pause: ""
            }
        }
        return withoutSpace(texts.joined())
    }

    private func withoutSpace(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    private func effects(_ dice: inout Dice) throws -> [CallEffect] {
        if dice.chance(3) { return [.hangUp, .ended(.suppressed)] }
        var effects: [CallEffect] = []
        for utterance in try utterances(&dice) { effects.append(.speak(utterance)) }
        if dice.chance(20) { effects.append(.ended(.completed)) }
        switch dice.roll(0...3) {
        case 0: effects.append(.listen(try listening(&dice)))
        case 1: effects.append(.forward(try forwarding(&dice)))
        case 2: effects.append(.hangUp)
        default: break
        }
        if dice.chance(20) { effects.append(.ended(.noExit)) }
        return effects
    }

    private func utterances(_ dice: inout Dice) throws -> [Utterance] {
        var utterances: [Utterance] = []
        for _ in 0..<dice.roll(0...4) {
            let language = dice.chance(50) ? english : try spanish()
            let voice = dice.chance(50) ? dice.pick(["Polly.Lupe", "man", "Google.en-US-Wavenet-A"]) : nil
            let content: Utterance.Content =
                switch dice.roll(0...9) {
                case 0: .pause(seconds: dice.roll(0...9))
                case 1, 2: .recording(path: dice.pick(["a.wav", "en-US/welcome.mp3", "es-US/x/y_z~1.wav"]))
                default: .text(text(&dice))
                }
            utterances.append(Utterance(content, language: language, voice: voice))
        }
        return utterances
    }

    private func text(_ dice: inout Dice) -> String {
        let parts = [
            "Hello", " ", ". ", "&", "<", "]]>", "\u{0}", "\u{B}", "\u{FFFE}", "電", "é", "👩‍👩‍👧‍👦", "\u{202E}", "\r\n", "\"",
            "Press 1",
        ]
        let count = dice.chance(10) ? dice.roll(100...3_000) : dice.roll(0...30)
        return (0..<count).map { _ in dice.pick(parts) }.joined()
    }

    private func listening(_ dice: inout Dice) throws -> Listening {
        let phrases = ["yes", "no, thanks", "sí", "\u{7}bell", "", String(repeating: "long ", count: 30), "<b>&\""]
        return Listening(
            step: dice.roll(0...500),
            kind: dice.chance(50) ? .keys : .keysAndSpeech,
            prompts: try utterances(&dice),
            maxDigits: dice.chance(50) ? dice.roll(1...20) : nil,
            finishOnKey: dice.chance(50) ? Key.allCases.randomElement(using: &dice) : nil,
            timeoutSeconds: dice.roll(1...60),
            language: try spanish(),
            hints: (0..<dice.roll(0...600)).map { _ in dice.pick(phrases) },
            bargeIn: dice.chance(70)
        )
    }

    private func forwarding(_ dice: inout Dice) throws -> Forwarding {
        Forwarding(
            step: dice.roll(0...500),
            numbers: try (1...dice.roll(1...10)).map { try number("+120655501\($0 + 10)") },
            callerID: dice.chance(50) ? try number("+12065550100") : nil,
            timeoutSeconds: dice.roll(5...600)
        )
    }
}

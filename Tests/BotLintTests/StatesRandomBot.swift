/// Numbers that look random and are the same every time: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A small bot made up from a seed: every kind of node, action chains, counters, an opt-out that is asked about.
///
/// Its variables are small numbers, so that all its calls can be walked.
struct RandomBot {
    private var numbers: SeededNumbers
    private let count: Int
    /// Whether every variable is known at the start of a call, with no digits to type and no test that cannot be decided.
    private let isKnown: Bool

    init(seed: UInt64, isKnown: Bool) {
        numbers = SeededNumbers(seed: seed)
        self.isKnown = isKnown
        count = 4 + Int(seed % 5)
    }

    /// The bot file.
    mutating func text() -> String {
        let isOutbound = chance(0.5)
        var text = """
            bot: example
            title: Example
            channel: voice
            direction: \(isOutbound ? "outbound" : "inbound")
            purpose: informational
            languages: [en-US]
            intent: {caller: Riverside Dental, purpose: about your visit, opt_out: press 9}
            opt_out: {press: "9", say: [purple], confirm: sure, ask: \(chance(0.7) ? "always" : "ambiguous")}
            variables:
              a: {type: number, default: 0}
              b: {type: number, default: 1}
              c: {type: text}
              d: {type: text, required: true}
            start: n0

            """
        if chance(0.5) { text += "universals: {operator: {press: \"0\", go: \(target())}, repeat: {press: \"*\"}}\n" }
        text += "nodes:\n"
        for number in 0..<count {
            let node = node()
            text += "  n\(number):\n" + node.map { "    \($0)\n" }.joined()
        }
        text += """
              sure:
                type: decision_menu
                prompt: "Press 1 or 2."
                options:
                  - {name: stop, press: "1", opt_out: confirmed}
                  - {name: keep, press: "2", set: {a: '\(value())'}, opt_out: withdrawn\(chance(0.2) ? ", go: \(target())" : "")}
                \(chance(0.5) ? "no_input" : "no_match"): {then: \(isKnown ? "goodbye" : target())}
              goodbye: {type: hang_up}

            """
        return text
    }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &numbers) < share }

    private mutating func target() -> String {
        if chance(0.12) { return "goodbye" }
        // Where "no, keep calling me" leads to is known exactly only while the confirming menu is for requests to stop alone.
        if !isKnown, chance(0.05) { return "sure" }
        return "n\(Int.random(in: 0..<count, using: &numbers))"
    }

    private mutating func value() -> String {
        ["0", "1", "2", "\"a\"", "a", "b", "3 - b", "IF(b = 1, 2, 0)", "b % 3"].randomElement(using: &numbers) ?? "0"
    }

    private mutating func test() -> String {
        let known = [
            "a = 1", "a <> 0", "b > 1", "a >= 2", "a = b", "b < 2 AND a = 0", "a = 2 OR b = 0", "a", "b ?? 1 = 1",
            "a < b",
            "1 < 2", "a + b > 3", "IF(a = 1, b = 2, b = 1)", "a = \"a\"", "a > 1 XOR b > 1",
            "session.language = \"en-US\"",
        ]
        let unknown = ["c = \"1\"", "c = 1", "d = \"x\"", "c = NULL", "c", "c = d", "c < \"3\"", "d <> NULL"]
        return (isKnown ? known : known + unknown).randomElement(using: &numbers) ?? "a = 1"
    }

    private mutating func actions() -> String {
        if chance(0.3) { return "[{if: '\(test())', then: [\(set())], else: [\(set())]}]" }
        return "[\(set())]"
    }

    private mutating func set() -> String { "{set: {\(chance(0.5) ? "a" : "b"): '\(value())'}}" }

    private mutating func chains(listening: Bool) -> [String] {
        var lines: [String] = []
        if chance(0.2) { lines.append("before: \(actions())") }
        if chance(0.1) { lines.append("after: \(actions())") }
        if listening, chance(0.3) { lines.append("on_no_valid_response: \(actions())") }
        return lines
    }

    private mutating func retries(_ name: String) -> [String] {
        guard chance(0.8) else { return [] }
        let prompts = Array(repeating: "Again.", count: Int.random(in: 0...2, using: &numbers)).joined(separator: ", ")
        let then = prompts.isEmpty || chance(0.8) ? "then: \(target())" : ""
        let parts = [prompts.isEmpty ? "" : "prompts: [\(prompts)]", then].filter { !$0.isEmpty }
        return ["\(name): {\(parts.joined(separator: ", "))}"]
    }

    private mutating func node() -> [String] {
        switch Int.random(in: 0..<(isKnown ? 6 : 7), using: &numbers) {
        case 0, 1:
            var lines = ["type: decision_menu", "prompt: \"Press a key.\"", "options:"]
            for key in 1...Int.random(in: 1...3, using: &numbers) {
                let set = chance(0.3) ? ", set: {\(chance(0.5) ? "a" : "b"): '\(value())'}" : ""
                lines.append("  - {name: o\(key), press: \"\(key)\"\(set), go: \(target())}")
            }
            lines += retries("no_input") + retries("no_match") + chains(listening: true)
            if chance(0.3) { lines.append("default: \(target())") }
            return lines
        case 2: return ["type: message", "prompt: \"Hello.\"", "go: \(target())"] + chains(listening: false)
        case 3:
            var lines = ["type: condition", "cases:"]
            for _ in 0...Int.random(in: 0...2, using: &numbers) {
                lines.append("  - {when: '\(test())', go: \(target())}")
            }
            return lines + ["else: \(target())"] + chains(listening: false)
        case 4: return ["type: set", "values: {a: '\(value())'}", "go: \(target())"]
        case 5:
            var lines = ["type: forward_call", "number: \"+12065550101\""]
            for outcome in ["completed", "busy", "no_answer", "go"] where chance(0.5) {
                lines.append("\(outcome): \(target())")
            }
            return lines
        default:
            var lines = ["type: touchtone_capture", "prompt: \"Type.\"", "variable: c", "digits: 2", "go: \(target())"]
            if chance(0.5) { lines.append("validate: '\(chance(0.5) ? "c <> \"11\"" : test())'") }
            if chance(0.3) { lines.append("on_capture: \(actions())") }
            return lines + retries("no_input") + retries("no_match") + chains(listening: true)
        }
    }
}

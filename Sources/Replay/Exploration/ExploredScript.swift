package import Airscript
package import BotGraph
package import CallEngine
import Telephony

/// A call that was explored, to be written as a call script.
package struct ExploredScript: Hashable, Sendable {
    /// An act, and what is heard after it.
    struct Step: Hashable, Sendable {
        /// Nil for the start of the call.
        let act: ExploredAct?
        /// A few words of it; nil where there are none.
        let heard: String?
    }

    /// The values at the start, by name.
    package let values: [String: Value]
    let steps: [Step]
    /// How the call ends.
    package let end: EndReason
    /// Whether the person is on the suppression list after it.
    package let isOptedOut: Bool

    /// What the caller does, in order.
    package var acts: [ExploredAct] { steps.compactMap(\.act) }

    private static let titleLimit = 6

    /// The script's text.
    ///
    /// - Parameters:
    ///   - number: Its number among those of the bot, from 1.
    ///   - command: The command that writes it.
    ///   - bot: The bot's name, where the script does not lie beside it.
    /// - Returns: YAML as `CallScript` reads it.
    package func text(number: Int, command: String, bot: BotName? = nil) -> String {
        var lines = ["# Explored, not written by hand: '\(command)' writes this file anew."]
        if let bot { lines.append("call: \(bot)") }
        lines.append("title: \(YAMLScalar.text(title(number)))")
        if !values.isEmpty {
            let entries = values.sorted { $0.key < $1.key }.map { "\($0.key): \(YAMLScalar.value($0.value))" }
            lines.append("set: {\(entries.joined(separator: ", "))}")
        }
        lines.append("steps:")
        for step in steps {
            if let act = step.act { lines.append("  - \(ExploredScript.line(act))") }
            if let heard = step.heard { lines.append("  - hear: \(YAMLScalar.text(heard))") }
        }
        lines.append("  - expect: {ended: \(end.rawValue), opted out: \(isOptedOut)}")
        return lines.joined(separator: "\n") + "\n"
    }

    private func title(_ number: Int) -> String {
        let acts = acts.map(\.titleWords)
        let shown = acts.prefix(ExploredScript.titleLimit).joined(separator: ", ")
        let more = acts.count > ExploredScript.titleLimit ? " and \(acts.count - ExploredScript.titleLimit) more" : ""
        return "Explored call \(number): \(acts.isEmpty ? "the caller does nothing" : shown + more)."
    }

    private static func line(_ act: ExploredAct) -> String {
        switch act {
        case .press(let digits): "press: \"\(digits.unmasked)\""
        case .say(let words): "say: \(YAMLScalar.text(words))"
        case .silence: "silence"
        case .forwardEnds(let status): "forward ends: \(status.rawValue)"
        case .hangUp: "hang up"
        }
    }
}

extension ExploredAct {
    /// The act as a title has it, without quotes.
    fileprivate var titleWords: String {
        switch self {
        case .say(let words): "say \(words)"
        default: words
        }
    }
}

/// Scalars as YAML has them, in quotes wherever they could be taken for something else.
enum YAMLScalar {
    private static let reserved: Set<String> = [
        "yes", "no", "on", "off", "y", "n", "true", "false", "null", "nan", "inf",
    ]

    static func value(_ value: Value) -> String {
        switch value {
        case .text(let text): self.text(text)
        case .null, .boolean, .number, .list, .object: value.json
        }
    }

    static func text(_ text: String) -> String {
        let isSafe = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
                || " .'?!()-".unicodeScalars.contains(scalar)
        }
        let beginsPlainly = text.first?.isLetter == true
        guard isSafe, beginsPlainly, text.last != " ", !reserved.contains(text.lowercased()) else {
            return Value.text(text).json
        }
        return text
    }
}

import Compliance
import Foundation
import Store
import Telephony

/// An entry as a program reads it: one JSON object, with the number in full.
struct OptOutsLine: Encodable {
    let number: String
    let change: SuppressionEntry.Change
    let scope: String
    let means: Suppression.Means
    let words: String
    let bot: String?
    let call: String?
    let at: String
    let recordedBy: String

    init(_ entry: SuppressionEntry) {
        let suppression = entry.suppression
        number = suppression.number.unmasked
        change = entry.change
        scope = "\(suppression.scope)"
        means = suppression.means
        words = suppression.words
        bot = suppression.bot
        call = suppression.call?.text
        at = "\(suppression.at)"
        recordedBy = "\(entry.recordedBy)"
    }

    enum CodingKeys: String, CodingKey {
        case number
        case change
        case scope
        case means
        case words
        case bot
        case call
        case at
        case recordedBy = "recorded_by"
    }
}

/// Entries as a JSON array that is written as it is made: a list may be long.
struct OptOutsArray {
    private let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
    private var isEmpty = true

    mutating func print(_ entries: [SuppressionEntry]) throws {
        for entry in entries {
            let line = String(decoding: try encoder.encode(OptOutsLine(entry)), as: UTF8.self)
            Console.print((isEmpty ? "[\n  " : ",\n  ") + line, terminator: "")
            isEmpty = false
        }
    }

    func end() {
        Console.print(isEmpty ? "[]" : "\n]")
    }
}

import Airscript
import Compliance

/// Lengths of speech in milliseconds: the engine's own estimate, so that linter and engine agree.
enum SpokenLength {
    static func milliseconds(of text: String) -> Int64 { SpeechLength.milliseconds(of: text) }
    static func milliseconds(upTo beginning: Substring) -> Int64 { SpeechLength.milliseconds(upTo: beginning) }

    /// A length that is never below the estimate's, had without writing numbers out: for texts that are most often short
    /// enough.
    static func bound(of template: Template) -> Int64 {
        var characters: Int64 = 0
        var pauses: Int64 = 1
        for byte in template.source.utf8 {
            switch byte {
            // The longest digit is "seven" in a row of digits, "seventy" or "seven hundred" in a number.
            case UInt8(ascii: "0")...UInt8(ascii: "9"): characters += 16
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ","), UInt8(ascii: ";"),
                UInt8(ascii: ":"):
                pauses += 1
                characters += 1
            case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "@"),
                UInt8(ascii: "+"), UInt8(ascii: "="):
                characters += 24
            default: characters += 1
            }
        }
        characters += Int64(template.expressions.count * SampleValues.text.utf8.count)
        let rate = SpeechRate.standard
        return (characters * rate.character + pauses * rate.sentenceEnd) / 1_000
    }

    /// A length in seconds for a message: `17.3`.
    static func seconds(_ milliseconds: Int64) -> String {
        let tenths = (max(0, milliseconds) + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}

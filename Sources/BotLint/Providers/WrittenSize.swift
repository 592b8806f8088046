import Airscript
import BotGraph
import Telephony

/// How many bytes a prompt takes at least once it is written as XML, reckoned as the engine reckons.
enum WrittenSize {
    /// What is spoken in one document at most; at more the call ends with the apology.
    ///
    /// The provider takes 64 kB, error 11750; the engine leaves the rest for tags, addresses and hints.
    static let maximum = 40_000

    /// The bytes of a prompt in a language; what an expression will say is taken to be nothing.
    static func bytes(of prompt: Prompt, in language: LanguageTag) -> Int {
        prompt.pieces(in: language).reduce(0) { size, piece in
            // A recording is an address, for which there is room.
            guard case .text(let template, _) = piece else { return size }
            return size + bytes(of: template)
        }
    }

    private static func bytes(of template: Template) -> Int {
        var size = 128
        for byte in template.source.utf8 {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x0D: size += 6
            default: size += 1
            }
        }
        for embedded in template.expressions {
            size -= embedded.expression.source.utf8.reduce(4) { $0 + ($1 == UInt8(ascii: "\"") ? 6 : 1) }
        }
        return max(0, size)
    }
}

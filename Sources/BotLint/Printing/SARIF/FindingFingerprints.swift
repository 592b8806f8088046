import BotGraph

/// Names findings so that they are known again when lines have moved.
///
/// The name is a digest of the rule, the file and the words of the line, without the line's number; equal ones are counted.
struct FindingFingerprints {
    /// The name of this kind of fingerprint; its number changes when the digest is made of something else.
    static let name = "touchtoneFinding/v1"

    private let texts: [String: BotText]
    private var counts: [UInt64: Int] = [:]

    init(texts: [String: BotText]) {
        self.texts = texts
    }

    /// The name of a finding; findings come in their order.
    mutating func next(for finding: Diagnostic) -> String {
        let location = finding.location
        let line = texts[location.path]?.line(location.line) ?? finding.message
        let words = line.split { $0.isWhitespace }.joined(separator: " ")
        let digest = FindingFingerprints.digest([finding.id, location.plainPath, words])
        let count = counts[digest, default: 0] + 1
        counts[digest] = count
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits + ":\(count)"
    }

    /// FNV-1a of 64 bits, which is the same on every machine; nobody has to be kept from forging it.
    private static func digest(_ texts: [String]) -> UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            for byte in text.utf8 + [0] {
                digest = (digest ^ UInt64(byte)) &* 0x0100_0000_01B3
            }
        }
        return digest
    }
}

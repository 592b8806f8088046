import Carrier

/// The key that decides which stand-in a number, a name or a call gets.
///
/// With one key the same number has the same stand-in in every recording, so that a caller's calls still belong together.
/// Without the key nobody can tell whose number it was. A plain digest could: there are only ten thousand million numbers to
/// try. Keep the key out of the folder of recordings, and give recordings that leave the house a key of their own.
package struct RecordingKey: Sendable, Hashable {
    private let bytes: [UInt8]

    /// Takes a secret, such as `TOUCHTONE_SECRET_KEY`; what other purposes make of the same secret has nothing in common with it.
    package init(secret: String) {
        bytes = Digest.hmacSHA256([UInt8]("touchtone recordings 1".utf8), key: [UInt8](secret.utf8))
    }

    /// A key that nobody knows, for as long as the process runs.
    package init(using generator: inout some RandomNumberGenerator) {
        bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The bytes that stand for a text; `purpose` keeps a name and a number of the same letters apart.
    func digest(_ purpose: String, _ text: String) -> [UInt8] {
        Digest.hmacSHA256([UInt8]("\(purpose)\u{0}\(text)".utf8), key: bytes)
    }
}

extension RecordingKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(key)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

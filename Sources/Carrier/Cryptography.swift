import CLibCrypto

/// Digests of bytes as text.
package enum Digest {
    /// The SHA-256 in lower-case hexadecimal.
    package static func sha256Hex(_ bytes: [UInt8]) -> String {
        let digest = sha256(bytes)
        let digits = [UInt8]("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 64) { output in
            for (index, byte) in digest.enumerated() {
                output[2 * index] = digits[Int(byte >> 4)]
                output[2 * index + 1] = digits[Int(byte & 0x0F)]
            }
            return 64
        }
    }

    /// The 32 bytes of HMAC-SHA256, as RFC 2104 makes it of SHA-256.
    package static func hmacSHA256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var block = key.count > 64 ? sha256(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        return sha256(block.map { $0 ^ 0x5C } + sha256(block.map { $0 ^ 0x36 } + message))
    }

    private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        guard clibcrypto_sha256(bytes, bytes.count, &digest) == 1 else {
            // No input and no setting reaches this: even the strictest ones allow SHA-256. There is no memory left, or no
            // libcrypto worth the name; a wrong digest would run a call with another version of its bot.
            fatalError("libcrypto refused to compute SHA-256; is the installed libcrypto complete?")
        }
        return digest
    }
}

/// An auth token as the key of HMAC-SHA1, which never prints itself.
struct SignatureKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// The length of a signature: 20 bytes in base64.
    static let signatureLength = 28

    private let bytes: [UInt8]

    init(token: String) {
        bytes = [UInt8](token.utf8)
    }

    var description: String { "(key)" }
    var customMirror: Mirror { Mirror(reflecting: description) }

    /// The signature of the message in base64; nil when libcrypto refuses HMAC-SHA1.
    func signature(of message: [UInt8]) -> [UInt8]? {
        var code: (UInt64, UInt64, UInt32) = (0, 0, 0)
        return withUnsafeMutableBytes(of: &code) { code -> [UInt8]? in
            guard let start = code.baseAddress?.assumingMemoryBound(to: UInt8.self),
                clibcrypto_hmac_sha1(bytes, bytes.count, message, message.count, start) == 1
            else { return nil }
            return [UInt8](unsafeUninitializedCapacity: SignatureKey.signatureLength + 1) { output, count in
                guard let text = output.baseAddress else { return }
                count = Int(clibcrypto_base64(start, 20, text))
            }
        }
    }
}

/// Compares two runs of bytes in a time that depends on their lengths alone.
func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && clibcrypto_equal(left, right, left.count) == 1
}

/// How the URL that a signature covers is written, compared with the request as it came.
///
/// Providers are not consistent in these, so all are accepted: each is the same address to the same server, and each still
/// needs the token.
package struct SignedURLForm: Sendable, Hashable {
    /// The library authors found ports stripped and default ports added.
    package enum Port: String, Sendable, Hashable, CaseIterable {
        case asReceived = "port as configured"
        case removed = "port removed"
        case defaultAdded = "default port added"
    }

    /// What is percent-encoded on the wire was sometimes bare when it was signed, and the other way round.
    ///
    /// Sources: https://github.com/twilio/twilio-ruby/issues/528, https://github.com/twilio/twilio-node/issues/1059
    package enum Spelling: String, Sendable, Hashable, CaseIterable {
        case asReceived = "target as received"
        case bare = "%27 %40 %3A decoded"
        case escaped = "' @ : encoded"
        case bareApostrophe = "%27 decoded"
        case escapedApostrophe = "' encoded"
        case bareAtAndColon = "%40 %3A decoded"
        case escapedAtAndColon = "@ : encoded"
        case bareNonASCII = "bytes above 7F decoded"
    }

    /// How the values of a repeated parameter are ordered.
    package enum Repetition: String, Sendable, Hashable, CaseIterable {
        case sorted = "repeated values once and sorted"
        case asSubmitted = "repeated values as submitted"
    }

    package var port: Port
    package var spelling: Spelling
    package var repetition: Repetition

    package init(
        port: Port = .asReceived,
        spelling: Spelling = .asReceived,
        repetition: Repetition = .sorted
    ) {
        self.port = port
        self.spelling = spelling
        self.repetition = repetition
    }
}

extension SignedURLForm: CustomStringConvertible {
    package var description: String { "\(port.rawValue), \(spelling.rawValue), \(repetition.rawValue)" }
}

extension SignedURLForm.Spelling {
    /// The target in this spelling; nil when that changes nothing.
    func applied(to target: [UInt8]) -> [UInt8]? {
        guard self != .asReceived else { return target }
        var output: [UInt8] = []
        output.reserveCapacity(target.count + 16)
        var index = 0
        while index < target.count {
            let byte = target[index]
            if byte == UInt8(ascii: "%"), index + 2 < target.count, let high = FormBytes.hexadecimal(target[index + 1]),
                let low = FormBytes.hexadecimal(target[index + 2]), writesBare(high << 4 | low)
            {
                output.append(high << 4 | low)
                index += 3
                continue
            }
            if writesEscaped(byte) {
                output.append(UInt8(ascii: "%"))
                output.append(FormParameters.hexadecimalDigit(byte >> 4))
                output.append(FormParameters.hexadecimalDigit(byte & 0x0F))
            } else {
                output.append(byte)
            }
            index += 1
        }
        return output == target ? nil : output
    }

    private func writesBare(_ byte: UInt8) -> Bool {
        switch self {
        case .bare: byte.isApostrophe || byte.isAtOrColon
        case .bareApostrophe: byte.isApostrophe
        case .bareAtAndColon: byte.isAtOrColon
        case .bareNonASCII: byte > 0x7F
        case .asReceived, .escaped, .escapedApostrophe, .escapedAtAndColon: false
        }
    }

    private func writesEscaped(_ byte: UInt8) -> Bool {
        switch self {
        case .escaped: byte.isApostrophe || byte.isAtOrColon
        case .escapedApostrophe: byte.isApostrophe
        case .escapedAtAndColon: byte.isAtOrColon
        case .asReceived, .bare, .bareApostrophe, .bareAtAndColon, .bareNonASCII: false
        }
    }
}

extension UInt8 {
    fileprivate var isApostrophe: Bool { self == UInt8(ascii: "'") }
    fileprivate var isAtOrColon: Bool { self == UInt8(ascii: "@") || self == UInt8(ascii: ":") }
}

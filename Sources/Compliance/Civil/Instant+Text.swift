package import Telephony

extension Instant {
    /// Reads an instant as RFC 3339 writes it: `2026-11-25T17:00:00-08:00`, with seconds, an offset, and perhaps a fraction
    /// of which milliseconds are kept.
    ///
    /// A text without an offset names no instant. A leap second counts as the second before it.
    package init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40, bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20 else {
            return nil
        }
        guard let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
        guard bytes[13] == 0x3A, bytes[16] == 0x3A, let hour = Instant.number(bytes[11..<13]),
            let minute = Instant.number(bytes[14..<16]), let second = Instant.number(bytes[17..<19]),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var rest = bytes[19...]
        var milliseconds: Int64 = 0
        if rest.first == 0x2E {
            let digits = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !digits.isEmpty else { return nil }
            var scale: Int64 = 100
            for digit in digits.prefix(3) {
                milliseconds += Int64(digit - 0x30) * scale
                scale /= 10
            }
            rest = rest[digits.endIndex...]
        }
        guard let offset = Instant.offset(rest) else { return nil }
        let seconds = Int64(date.days) * 86_400 + Int64(hour * 3_600 + minute * 60 + min(second, 59)) - Int64(offset)
        self.init(milliseconds: seconds * 1_000 + milliseconds)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    /// Seconds east of UTC: `Z`, `+05:30`, `-08:00`.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first else { return nil }
        if bytes.count == 1 { return sign == 0x5A || sign == 0x7A ? 0 : nil }
        let rest = Array(bytes.dropFirst())
        guard sign == 0x2B || sign == 0x2D, rest.count == 5, rest[2] == 0x3A, let hours = number(rest[0..<2]),
            let minutes = number(rest[3..<5]), hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return sign == 0x2B ? seconds : -seconds
    }
}

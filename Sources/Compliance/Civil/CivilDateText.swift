extension CivilDate: CustomStringConvertible {
    /// Reads a date as ISO 8601 writes it in full, `2026-11-25`, and nothing else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var description: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// Reads `08:00`, `08:00:30` or `24:00`, the end of the day.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 || bytes.count == 8, bytes[2] == UInt8(ascii: ":"),
            let hours = decimal(bytes[0..<2]), let minutes = decimal(bytes[3..<5]), minutes < 60
        else { return nil }
        var seconds = 0
        if bytes.count == 8 {
            guard bytes[5] == UInt8(ascii: ":"), let read = decimal(bytes[6..<8]), read < 60 else { return nil }
            seconds = read
        }
        self.init(seconds: hours * 3_600 + minutes * 60 + seconds)
    }

    /// Hours and minutes, and the seconds only where there are any.
    package var description: String {
        let text = "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2))"
        return seconds % 60 == 0 ? text : "\(text):\(padded(seconds % 60, 2))"
    }
}

/// The value of a few ASCII digits; nil if anything else is among them.
private func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
}

private func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

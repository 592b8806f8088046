extension PosixRule {
    /// Reads a TZ string such as `EST5EDT,M3.2.0,M11.1.0` or `<-03>3`.
    ///
    /// A daylight name without its two moments is refused: which days would be meant is left open by POSIX.
    init(parsing text: [UInt8]) throws(ZoneDataError) {
        var parser = PosixRuleParser(text: text)
        self = try parser.rule()
    }
}

/// One reading of a TZ string, from left to right.
private struct PosixRuleParser {
    let text: [UInt8]
    var position = 0

    init(text: [UInt8]) {
        self.text = text
    }

    mutating func rule() throws(ZoneDataError) -> PosixRule {
        try name()
        // The string counts hours west of UTC.
        let standard = -(try time(maximumHours: 24, what: "an offset"))
        guard position < text.count else { return PosixRule(standard: standard, daylight: nil) }
        try name()
        var daylightOffset = standard + 3_600
        if let next = peek, next != UInt8(ascii: ",") {
            daylightOffset = -(try time(maximumHours: 24, what: "an offset"))
        }
        try expect(UInt8(ascii: ","), what: "a comma and the day on which daylight time starts")
        let start = try moment()
        try expect(UInt8(ascii: ","), what: "a comma and the day on which daylight time ends")
        let end = try moment()
        guard position == text.count else { throw fault("the end") }
        guard ZoneRules.offsetRange.contains(daylightOffset) else { throw .offsetOutOfRange(daylightOffset) }
        // Where daylight time shows the same clock, the clock is never set.
        guard daylightOffset != standard else { return PosixRule(standard: standard, daylight: nil) }
        return PosixRule(
            standard: standard,
            daylight: PosixRule.Daylight(offset: daylightOffset, start: start, end: end)
        )
    }

    private var peek: UInt8? { position < text.count ? text[position] : nil }

    private mutating func name() throws(ZoneDataError) {
        let start: Int
        let isQuoted = peek == UInt8(ascii: "<")
        if isQuoted { position += 1 }
        start = position
        while let byte = peek, isLetter(byte) || isQuoted && (isDigit(byte) || isSign(byte)) { position += 1 }
        guard position - start >= 3 else { throw fault("a name of three letters or more") }
        if isQuoted { try expect(UInt8(ascii: ">"), what: "'>' after the name") }
    }

    /// Hours with optional minutes and seconds, in seconds.
    private mutating func time(maximumHours: Int, what: String) throws(ZoneDataError) -> Int {
        var sign = 1
        if let byte = peek, isSign(byte) {
            sign = byte == UInt8(ascii: "-") ? -1 : 1
            position += 1
        }
        var seconds = try number(0...maximumHours, digits: 3, what: what) * 3_600
        if peek == UInt8(ascii: ":") {
            position += 1
            seconds += try number(0...59, digits: 2, what: "minutes") * 60
            if peek == UInt8(ascii: ":") {
                position += 1
                seconds += try number(0...59, digits: 2, what: "seconds")
            }
        }
        return sign * seconds
    }

    private mutating func moment() throws(ZoneDataError) -> PosixRule.Moment {
        let day: PosixRule.YearDay
        switch peek {
        case UInt8(ascii: "J"):
            position += 1
            day = .withoutLeapDay(try number(1...365, digits: 3, what: "a day from 1 to 365"))
        case UInt8(ascii: "M"):
            position += 1
            let month = try number(1...12, digits: 2, what: "a month from 1 to 12")
            try expect(UInt8(ascii: "."), what: "'.' after the month")
            let week = try number(1...5, digits: 1, what: "a week from 1 to 5")
            try expect(UInt8(ascii: "."), what: "'.' after the week")
            let weekday = try number(0...6, digits: 1, what: "a weekday from 0 to 6")
            day = .weekday(month: month, week: week, weekday: weekday)
        default:
            day = .counted(try number(0...365, digits: 3, what: "a day"))
        }
        guard peek == UInt8(ascii: "/") else { return PosixRule.Moment(day: day, seconds: 7_200) }
        position += 1
        return PosixRule.Moment(day: day, seconds: try time(maximumHours: 167, what: "a time from -167 to 167 hours"))
    }

    private mutating func number(
        _ range: ClosedRange<Int>,
        digits: Int,
        what: String
    ) throws(ZoneDataError) -> Int {
        let start = position
        var value = 0
        while let byte = peek, isDigit(byte), position - start < digits {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            position += 1
        }
        guard position > start, range.contains(value) else {
            position = start
            throw fault(what)
        }
        return value
    }

    private mutating func expect(_ byte: UInt8, what: String) throws(ZoneDataError) {
        guard peek == byte else { throw fault(what) }
        position += 1
    }

    private func fault(_ expected: String) -> ZoneDataError {
        .badRule(text: String(decoding: text.prefix(80), as: UTF8.self), position: position, expected: expected)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

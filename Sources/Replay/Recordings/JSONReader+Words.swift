import BotGraph
import Compliance
import Telephony

/// What the texts of a recording stand for.
extension JSONReader {
    /// Reads one of a few words.
    mutating func word<Word>(_ what: String) throws(JSONFault) -> Word
    where Word: RawRepresentable<String> & CaseIterable {
        let start = valueStart()
        let text = try text(what)
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue)
            let hint = LocatedYAML.didYouMean(text, among: known).map { "; \($0)" } ?? ";"
            throw JSONFault(
                .unknownWord,
                "\(what) cannot be '\(text.visible)'\(hint) expected one of: \(known.joined(separator: ", "))",
                at: start
            )
        }
        return word
    }

    mutating func botName(_ what: String) throws(JSONFault) -> BotName {
        let start = valueStart()
        guard let name = BotName(try text(what)) else {
            throw JSONFault(.badValue, "\(what) is no name of a bot", at: start)
        }
        return name
    }

    mutating func callID(_ what: String) throws(JSONFault) -> CallID {
        let start = valueStart()
        guard let call = CallID(try text(what)) else {
            throw JSONFault(.badValue, "\(what) is 1 to 128 printable ASCII characters without a space", at: start)
        }
        return call
    }

    mutating func phoneNumber(_ what: String) throws(JSONFault) -> PhoneNumber {
        let start = valueStart()
        guard let number = PhoneNumber(try text(what)) else {
            throw JSONFault(.badValue, "\(what) is a number in E.164 form, such as +12065550101", at: start)
        }
        return number
    }

    mutating func int(_ what: String, in range: ClosedRange<Int64>) throws(JSONFault) -> Int {
        Int(try integer(what, in: range))
    }

    /// Reads an instant, which has milliseconds and no finer part.
    mutating func instant(_ what: String) throws(JSONFault) -> Instant {
        let start = valueStart()
        let text = try text(what)
        let fraction = text.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard fraction.count <= 3, let instant = Instant.recorded(text) ?? Instant(rfc3339: text) else {
            throw JSONFault(
                .badValue,
                "\(what) is an instant as RFC 3339 writes it, to the millisecond, such as 2026-11-25T22:07:27.000Z",
                at: start
            )
        }
        return instant
    }
}

extension Instant {
    /// Reads the one form that recordings are written in, `2026-11-25T22:07:27.000Z`, without a detour; nil for others.
    fileprivate static func recorded(_ text: String) -> Instant? {
        var text = text
        return text.withUTF8 { bytes -> Instant? in
            guard bytes.count == 24, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54, bytes[13] == 0x3A,
                bytes[16] == 0x3A, bytes[19] == 0x2E, bytes[23] == 0x5A
            else { return nil }
            func number(_ range: Range<Int>) -> Int {
                var number = 0
                for index in range {
                    guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return -1_000_000 }
                    number = number * 10 + Int(bytes[index] - 0x30)
                }
                return number
            }
            let (hour, minute, second, thousandth) = (
                number(11..<13), number(14..<16), number(17..<19), number(20..<23)
            )
            guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second), thousandth >= 0,
                let date = CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10))
            else { return nil }
            let seconds = date.days * 86_400 + hour * 3_600 + minute * 60 + second
            return Instant(milliseconds: Int64(seconds) * 1_000 + Int64(thousandth))
        }
    }
}

extension JSONFault {
    init(_ id: RecordingCheck, _ message: String, at offset: Int) {
        self.init(name: id.rawValue, message, at: offset)
    }
}

/// What can be wrong with a recording beside its JSON.
enum RecordingCheck: String, CaseIterable {
    case recordingHeader = "recording-header"
    case recordingVersion = "recording-version"
    case order = "recording-order"
}

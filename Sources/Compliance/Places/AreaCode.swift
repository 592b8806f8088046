package import Telephony

/// The first three digits of a number of the North American Numbering Plan, after `+1`.
package struct AreaCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let number: Int

    /// Takes 200 to 999, which are all that the plan assigns.
    package init?(_ number: Int) {
        guard (200...999).contains(number) else { return nil }
        self.number = number
    }

    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 3, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text) else {
            return nil
        }
        self.init(number)
    }

    package var description: String { String(number) }
    package static func < (left: AreaCode, right: AreaCode) -> Bool { left.number < right.number }
}

/// What a number says of the numbering plan that it is in.
package enum NumberForm: Hashable, Sendable {
    case northAmerican(AreaCode)
    /// It begins with `+1` but is no number of the plan.
    ///
    /// Ten digits follow in one that is, and area code and exchange begin with 2 to 9.
    case malformed
    /// The country calling code of a number outside the plan.
    case foreign(callingCode: Int)

    package init(_ number: PhoneNumber) {
        // The first five digits and their count say it all, and need no array: every decision asks for them.
        var head = 0
        var count = 0
        for byte in number.unmasked.utf8.dropFirst() {
            if count < 5 { head = head * 10 + Int(byte) - 0x30 }
            count += 1
        }
        guard number.unmasked.utf8.dropFirst().first == UInt8(ascii: "1") else {
            self = .foreign(
                callingCode: NumberForm.callingCode(of: number.unmasked.utf8.dropFirst().map { Int($0) - 0x30 })
            )
            return
        }
        guard count == 11, head % 10 >= 2, let code = AreaCode(head / 10 % 1_000) else {
            self = .malformed
            return
        }
        self = .northAmerican(code)
    }

    /// The country calling code that a number begins with, as ITU-T E.164 assigns them: 7, two digits, or three.
    private static func callingCode(of digits: [Int]) -> Int {
        guard digits.count > 3, digits[0] != 7 else { return digits.first ?? 0 }
        let two = digits[0] * 10 + digits[1]
        return twoDigitCodes.contains(two) ? two : two * 10 + digits[2]
    }

    private static let twoDigitCodes: Set<Int> = [
        20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61,
        62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
    ]
}

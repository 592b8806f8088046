/// A telephone number in E.164 form, which prints masked.
///
/// A number is personal data: `description` shows the country code's first digit and the last two digits only, so that a
/// number that slips into a log, an error or a test failure says nothing. Name `unmasked` where the digits are needed.
/// It is stored and encoded in full.
package struct PhoneNumber: Hashable, Sendable, Codable {
    /// The number as `+` and 2 to 15 digits, as ITU-T E.164 has it.
    package let unmasked: String

    /// Takes a number in E.164 form and nothing else: a plus sign, a digit from 1 to 9, and up to fourteen more digits.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count >= 3, bytes.count <= 16, bytes.first == UInt8(ascii: "+") else { return nil }
        let digits = bytes.dropFirst()
        guard digits.first != UInt8(ascii: "0"), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        unmasked = text
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let number = PhoneNumber(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a stored number is not in E.164 form"
            )
        }
        self = number
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(unmasked)
    }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        let digits = unmasked.dropFirst()
        guard digits.count > 4 else { return "+" + String(repeating: "*", count: digits.count) }
        return "+" + digits.prefix(1) + String(repeating: "*", count: digits.count - 3) + digits.suffix(2)
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

/// One end of a call as the provider names it: a number where there is one, else what it sent instead.
///
/// A withheld caller arrives as `anonymous`, `unknown`, an empty string or the like; a SIP or client leg as an address.
package enum Party: Hashable, Sendable, Codable {
    case number(PhoneNumber)
    /// A SIP or client address, as sent. It may name a person, so it prints masked as well.
    case address(String)
    case withheld

    /// Reads a `From` or `To` parameter.
    ///
    /// Anything at all can come in, so nothing is refused.
    package init(parameter: String) {
        if parameter.isEmpty || Party.withheldWords.contains(parameter.lowercased()) {
            self = .withheld
        } else if let number = PhoneNumber(parameter) {
            self = .number(number)
        } else {
            self = .address(String(parameter.prefix(255)))
        }
    }

    /// The number, where the party has one: also the one in `sip:+12065550101@host` and `tel:+12065550101`, and eleven
    /// digits that begin with 1.
    ///
    /// A request to stop has to reach the list however a provider writes the number.
    package var number: PhoneNumber? {
        switch self {
        case .number(let number): number
        case .address(let address): Party.number(in: address)
        case .withheld: nil
        }
    }

    private static func number(in address: String) -> PhoneNumber? {
        if address.utf8.count == 11, address.hasPrefix("1") { return PhoneNumber("+" + address) }
        let lowered = address.lowercased()
        guard let scheme = ["sips:", "sip:", "tel:"].first(where: { lowered.hasPrefix($0) }) else { return nil }
        return PhoneNumber(String(address.dropFirst(scheme.count).prefix { !"@;?".contains($0) }))
    }

    /// What a form parameter or an expression sees: the number or the address; empty when withheld.
    package var unmasked: String {
        switch self {
        case .number(let number): number.unmasked
        case .address(let address): address
        case .withheld: ""
        }
    }

    /// What providers send instead of a number that the caller withholds; the digits spell ANONYMOUS on a telephone's pad.
    private static let withheldWords: Set<String> = ["anonymous", "unknown", "restricted", "unavailable", "+266696687"]
}

extension Party: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        switch self {
        case .number(let number): number.description
        case .address: "(address)"
        case .withheld: "(withheld)"
        }
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

import Telephony
import TwiML

/// Whether values of attributes are among those the provider takes.
enum ContractValues {
    /// What is wrong with the value, as the end of a sentence; nil when nothing is.
    static func fault(of value: String, in attribute: ContractSchema.Attribute) -> String? {
        switch attribute.type {
        case .string, .booleanOrString: length(of: value, atMost: attribute.maxLength)
        case .url: url(value, schemes: attribute.schemes)
        case .httpMethod, .enum, .boolean: oneOf(attribute, value)
        case .enumOpen: open(attribute, value)
        case .tokenSet: tokens(value, in: attribute)
        case .tokenSetOpen: "is empty".unless(!value.isEmpty)
        case .integer: number(value, in: attribute)
        case .integerOrToken: numberOrToken(value, in: attribute)
        case .decimal: decimal(value, in: attribute)
        case .dtmf: characters(value, "0123456789ABCDWw#*")
        case .keySet: characters(value, "0123456789*#")
        case .languageTag: "is not a language and region, such as en-US".unless(LanguageTag(value) != nil)
        case .list: list(value, in: attribute)
        case .sid: sid(value, prefix: attribute.prefix ?? "")
        case .phoneOrClient:
            "is neither a number in E.164 form nor a client".unless(
                PhoneNumber(value) != nil || value.hasPrefix("client:")
            )
        }
    }

    /// What is wrong with an address, which has to be absolute.
    static func url(_ value: String, schemes: [String]? = nil) -> String? {
        if let schemes {
            return schemes.contains { value.hasPrefix("\($0)://") }
                ? nil : "does not begin with \(schemes.joined(separator: " or "))"
        }
        do {
            _ = try AbsoluteURL(value)
            return nil
        } catch {
            return "is not an absolute http or https address"
        }
    }

    private static func open(_ attribute: ContractSchema.Attribute, _ value: String) -> String? {
        let families = attribute.families ?? []
        return families.contains { value.hasPrefix($0) && value != $0 } ? nil : oneOf(attribute, value)
    }

    private static func oneOf(_ attribute: ContractSchema.Attribute, _ value: String) -> String? {
        let known = attribute.enum ?? []
        guard !known.contains(value), attribute.aliases?[value] == nil else { return nil }
        let names = known.map { $0.isEmpty ? "(empty)" : $0 } + (attribute.families ?? []).map { "\($0)…" }
        return "is not one of: \(names.joined(separator: ", "))"
    }

    private static func tokens(_ value: String, in attribute: ContractSchema.Attribute) -> String? {
        let tokens = value.split(separator: attribute.separator ?? " ", omittingEmptySubsequences: false).map(
            String.init
        )
        guard Set(tokens).count == tokens.count else { return "names a word twice" }
        return tokens.lazy.compactMap { oneOf(attribute, $0) }.first.map { "holds a word that \($0)" }
    }

    private static func number(_ value: String, in attribute: ContractSchema.Attribute) -> String? {
        guard value.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(value) else {
            return "is not a whole number"
        }
        return range(Double(number), in: attribute)
    }

    private static func numberOrToken(_ value: String, in attribute: ContractSchema.Attribute) -> String? {
        (attribute.tokens ?? []).contains(value) ? nil : number(value, in: attribute)
    }

    private static func decimal(_ value: String, in attribute: ContractSchema.Attribute) -> String? {
        guard let number = Double(value) else { return "is not a number" }
        return range(number, in: attribute)
    }

    private static func range(_ number: Double, in attribute: ContractSchema.Attribute) -> String? {
        if let least = attribute.min, number < least { return "is below \(least.formatted)" }
        if let most = attribute.max, number > most { return "is above \(most.formatted)" }
        return nil
    }

    private static func characters(_ value: String, _ alphabet: String) -> String? {
        "holds a character that is not a key".unless(value.allSatisfy { alphabet.contains($0) })
    }

    private static func list(_ value: String, in attribute: ContractSchema.Attribute) -> String? {
        let items = value.split(separator: attribute.separator ?? ",", omittingEmptySubsequences: false)
        if let most = attribute.maxItems, items.count > most { return "has \(items.count) entries, more than \(most)" }
        if let most = attribute.maxItemLength, items.contains(where: { $0.utf16.count > most }) {
            return "has an entry of more than \(most) characters"
        }
        return items.contains { String($0).trimmedOfXMLSpace.isEmpty } ? "has an empty entry" : nil
    }

    private static func sid(_ value: String, prefix: String) -> String? {
        let digits = value.dropFirst(prefix.count)
        let isHexadecimal = digits.utf8.count == 32 && digits.allSatisfy(\.isHexDigit)
        return value.hasPrefix(prefix) && isHexadecimal ? nil : "is not \(prefix) and 32 hexadecimal digits"
    }

    private static func length(of value: String, atMost most: Int?) -> String? {
        guard let most, value.utf16.count > most else { return nil }
        return "has \(value.utf16.count) characters, more than \(most)"
    }
}

extension String {
    /// The sentence, where the condition does not hold.
    fileprivate func unless(_ isFine: Bool) -> String? { isFine ? nil : self }
}

extension Double {
    fileprivate var formatted: String { String(Int(self)) }
}

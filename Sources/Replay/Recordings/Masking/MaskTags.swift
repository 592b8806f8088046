import BotGraph

/// What a value is, judged by what it is called.
///
/// | called | taken for |
/// |---|---|
/// | a variable that the bot declares `secret` | a secret: replaced by the same word, whatever it was |
/// | a variable of type `phone`; `From`, `To`, `Caller`, `Called`, `ForwardedFrom`, `actor.phone` | a number |
/// | `CallSid`, `AccountSid` | an identifier |
/// | a variable or parameter in whose name one of `personalWords` is a word, such as `first_name` or `FromCity` | personal |
/// | any other property of `actor` but those in `harmlessProperties` | personal |
/// | anything else | plain: only telephone numbers and long runs of digits are masked in it |
enum MaskTag {
    case plain
    case personal
    case number
    case identifier
    case secret

    /// Words that make a name one of something that names a person or a place.
    static let personalWords: Set<String> = [
        "account", "address", "birth", "birthday", "birthdate", "caller", "card", "city", "company", "contact",
        "customer",
        "dob", "email", "employer", "father", "first", "household", "insurance", "last", "license", "mail", "member",
        "mother",
        "name", "passport", "password", "patient", "person", "pin", "policy", "postal", "postcode", "recipient",
        "spouse", "ssn",
        "street", "surname", "user", "username", "zip", "zipcode",
    ]

    /// What of a person's record names neither a person nor a place more narrowly than their area code does.
    static let harmlessProperties: Set<String> = [
        "calendar_restriction", "country", "language", "locale", "region", "state", "time_zone", "timezone", "zone",
    ]

    /// A provider's parameters of the first request.
    static func ofParameter(_ name: String) -> MaskTag {
        switch name {
        case "From", "To", "Caller", "Called", "ForwardedFrom": .number
        case "CallSid", "AccountSid": .identifier
        case "ApiVersion", "Direction", "CallStatus": .plain
        case _ where name.hasSuffix("State") || name.hasSuffix("Country"): .plain
        default: .personal
        }
    }

    /// A property of a person's record.
    static func ofProperty(_ name: String) -> MaskTag {
        let name = name.lowercased()
        if harmlessProperties.contains(name) { return .plain }
        return name.contains("phone") ? .number : .personal
    }

    /// A variable of the bot, or a name within one.
    static func ofVariable(_ name: String, kind: VariableDeclaration.Kind?) -> MaskTag {
        switch kind {
        case .phone: return .number
        // An appointment's day and hour decide what is said; a day of birth is another matter.
        case .date, .time, .datetime, .boolean, .number, .text, .list, .object, .any, nil: break
        }
        let words = words(of: name)
        if words.contains("phone") || words.contains("telephone") || words.contains("mobile") { return .number }
        return personalWords.isDisjoint(with: words) ? .plain : .personal
    }

    /// The words of `first_name`, `firstName` and `FromZip`, in lower case.
    private static func words(of name: String) -> Set<String> {
        var words: Set<String> = []
        var word = ""
        for character in name {
            if !character.isLetter || (character.isUppercase && word.last?.isLowercase == true) {
                words.insert(word)
                word = ""
            }
            if character.isLetter { word += character.lowercased() }
        }
        words.insert(word)
        return words
    }
}

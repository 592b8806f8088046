import Telephony
import TwiML

/// Whether what stands between an element's tags is what the provider takes there.
enum ContractText {
    static func warnings(
        of element: XMLElement,
        as rule: ContractSchema.Element,
        limits: ContractSchema.Limits,
        at path: String
    ) -> [ContractWarning] {
        let own = element.ownText.trimmedOfXMLSpace
        guard rule.text else {
            guard !own.isEmpty else { return [] }
            return [ContractWarning(.unexpectedText, at: path, "\(element.name) takes no text; put it in an element.")]
        }
        if element.text.trimmedOfXMLSpace.isEmpty { return missing(in: element, at: path) }
        switch rule.textMeaning {
        case "url":
            return ContractValues.url(own).map { fault in
                [ContractWarning(.relativeURL, at: path, "'\(own)' \(fault); write it as https://host/path.")]
            } ?? []
        case "message" where element.name == "Say":
            return speech(of: element, limits: limits, at: path)
        case "phone_number" where element.name == "Number", "number":
            return number(own, in: element, at: path)
        case "sip_url":
            guard own.utf16.count > limits.sipUriChars else { return [] }
            return [ContractWarning(.badValue, at: path, "The SIP address is longer than \(limits.sipUriChars).")]
        case "name" where element.name == "Enqueue" || element.name == "Queue":
            guard own.utf16.count > limits.queueNameChars else { return [] }
            return [ContractWarning(.badValue, at: path, "The queue's name is longer than \(limits.queueNameChars).")]
        default:
            return []
        }
    }

    /// Elements that mean nothing without text, unless something else stands in for it.
    private static func missing(in element: XMLElement, at path: String) -> [ContractWarning] {
        let isMissing =
            switch element.name {
            case "Say", "Redirect", "Number", "Sip", "Conference", "Message", "Body", "Media": element.elements.isEmpty
            case "Play": element[attribute: "digits"] == nil
            case "Dial": element.elements.isEmpty
            case "Enqueue": element[attribute: "workflowSid"] == nil
            default: false
            }
        guard isMissing else { return [] }
        return [ContractWarning(.missingText, at: path, "\(element.name) is empty; leave it out or fill it.")]
    }

    /// A text as long as the voice takes: the provider's error 13521.
    private static func speech(of say: XMLElement, limits: ContractSchema.Limits, at path: String) -> [ContractWarning]
    {
        let text = say.text
        let isPolly = say[attribute: "voice"].map { $0.hasPrefix("Polly.") } ?? false
        // The voice of an account without one named in the document may be Polly's, so the smaller limit holds for it.
        let isBasic = say[attribute: "voice"] == "man" || say[attribute: "voice"] == "woman"
        let most = isPolly || !isBasic ? limits.sayCharsPolly : limits.sayCharsBasic
        if text.utf16.count > most {
            return [
                ContractWarning(.speechTooLong, at: path, "Say has \(text.utf16.count) characters, more than \(most).")
            ]
        }
        let encoded = text.utf8.reduce(into: 0) { $0 += isUnreserved($1) ? 1 : 3 }
        guard encoded > limits.sayUrlEncodedChars else { return [] }
        let sentence = "Say has \(encoded) characters once URL-encoded, more than \(limits.sayUrlEncodedChars)."
        return [ContractWarning(.speechTooLong, at: path, sentence)]
    }

    /// A number to ring; it is personal data, so the sentence does not repeat it.
    private static func number(_ text: String, in element: XMLElement, at path: String) -> [ContractWarning] {
        guard !text.isEmpty, PhoneNumber(text) == nil else { return [] }
        return [
            ContractWarning(.badValue, at: path, "\(element.name) holds no number in E.164 form, such as +12065550101.")
        ]
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"): true
        default: false
        }
    }
}

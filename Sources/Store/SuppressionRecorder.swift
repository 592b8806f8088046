/// Who put an entry on the suppression list.
package enum SuppressionRecorder: Hashable, Sendable {
    /// The person themself, in a conversation.
    case person
    /// Somebody who works here, or a program of theirs, by the name they go by.
    case staff(String)
    /// A line of a file that was imported.
    case file(String, line: Int)
    /// The telephony provider.
    case provider
    /// Nobody wrote it down, as in the log's first layout.
    case unstated
}

extension SuppressionRecorder: CustomStringConvertible, Codable {
    /// The form in which it is stored and exported: `person`, `staff NAME`, `file NAME:LINE`, `provider`, `unstated`.
    package var description: String {
        switch self {
        case .person: "person"
        case .staff(let name): "staff \(name)"
        case .file(let name, let line): "file \(name):\(line)"
        case .provider: "provider"
        case .unstated: "unstated"
        }
    }

    /// Reads the stored form.
    ///
    /// Any other text is the name of somebody: lists that come from elsewhere say it in their own way, and what they say
    /// is kept.
    package init(_ text: String) {
        switch text {
        case "person": self = .person
        case "provider": self = .provider
        case "unstated", "": self = .unstated
        default:
            if let name = text.dropping(prefix: "staff ") {
                self = .staff(name)
            } else if let place = text.dropping(prefix: "file "), let colon = place.lastIndex(of: ":"),
                let line = Int(place[place.index(after: colon)...])
            {
                self = .file(String(place[..<colon]), line: line)
            } else {
                self = .staff(text)
            }
        }
    }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension String {
    fileprivate func dropping(prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}

import TwiML

/// A document as a caller meets it, line by line.
///
/// ```
/// says "Hello, this is Riverside Dental." (en-US, Polly.Joanna)
/// listens for keys and words: 1 key, 6 s
/// ```
enum HeardDocument {
    /// The lines of a document; the text itself where it is no document.
    static func lines(_ document: String) -> [String] {
        guard let root = try? XMLElement.parse(Array(document.utf8)) else { return ["(not a document) \(document)"] }
        return root.elements.flatMap { lines(of: $0) }
    }

    private static func lines(of verb: XMLElement) -> [String] {
        switch verb.name {
        case "Say":
            let attributes = [verb[attribute: "language"], verb[attribute: "voice"]].compactMap(\.self)
            let manner = attributes.isEmpty ? "" : " (\(attributes.joined(separator: ", ")))"
            return ["says \"\(verb.text)\"\(manner)"]
        case "Play": return ["plays \(verb.text)"]
        case "Pause": return ["pauses for \(verb[attribute: "length"] ?? "1") s"]
        case "Gather": return verb.elements.flatMap { lines(of: $0) } + [gather(verb)]
        case "Dial":
            let numbers = verb.elements.map(\.text).joined(separator: ", ")
            let caller = verb[attribute: "callerId"].map { " as \($0)" } ?? ""
            return ["forwards to \(numbers)\(caller) for \(verb[attribute: "timeout"] ?? "30") s"]
        case "Hangup": return ["hangs up"]
        case "Reject": return ["rejects the call"]
        // The way back for silence, which every listening has.
        case "Redirect": return []
        default: return ["\(verb.name) \(verb.text)"]
        }
    }

    private static func gather(_ gather: XMLElement) -> String {
        let isSpeech = gather[attribute: "input"]?.contains("speech") ?? false
        var parts = [isSpeech ? "listens for keys and words" : "listens for keys"]
        if let digits = gather[attribute: "numDigits"] { parts.append(digits == "1" ? "1 key" : "\(digits) keys") }
        if let key = gather[attribute: "finishOnKey"], key != "#" {
            parts.append(key.isEmpty ? "no key finishes" : "\(key) finishes")
        }
        parts.append("\(gather[attribute: "timeout"] ?? "5") s")
        if let hints = gather[attribute: "hints"] { parts.append("expects \(hints)") }
        if let step = gather[attribute: "action"]?.split(separator: "/").last { parts.append("step \(step)") }
        return parts[0] + ": " + parts.dropFirst().joined(separator: ", ")
    }
}

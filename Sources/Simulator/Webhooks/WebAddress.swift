import FoundationEssentials

/// Addresses in documents.
enum WebAddress {
    /// The address to request for what a document says: relative ones resolve against the document's own address.
    ///
    /// The fragment is dropped, because it is neither sent nor signed. An empty reference is the document itself. An
    /// absolute address of plain characters stays byte for byte, because it is what the signature covers.
    static func resolve(_ reference: String, against base: String) -> String? {
        let text = withoutFragment(trimmed(reference))
        guard !text.isEmpty else { return withoutFragment(base) }
        if isAbsolute(text), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        guard let url = URL(string: text, relativeTo: URL(string: base)) else { return nil }
        let resolved = url.absoluteString
        return isAbsolute(resolved) ? resolved : nil
    }

    static func isAbsolute(_ text: String) -> Bool {
        let lowered = text.lowercased()
        return (lowered.hasPrefix("http://") || lowered.hasPrefix("https://")) && URL(string: text)?.host() != nil
    }

    static func withoutFragment(_ text: String) -> String { String(text.prefix { $0 != "#" }) }

    /// Without query and fragment, which may name people.
    static func withoutQuery(_ text: String) -> String { String(text.prefix { $0 != "#" && $0 != "?" }) }

    /// The address with parameters behind its query, as a GET carries them.
    static func adding(query: String, to url: String) -> String {
        guard !query.isEmpty else { return url }
        return url + (url.contains("?") ? (url.hasSuffix("?") || url.hasSuffix("&") ? "" : "&") : "?") + query
    }

    private static func trimmed(_ text: String) -> String {
        let kept = text.drop { $0.isWhitespace }
        guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(kept[...last])
    }
}

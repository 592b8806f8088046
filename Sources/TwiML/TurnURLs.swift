/// The addresses a document points at, all below one public base.
///
/// Every part is made of letters, digits and `-_.~/`, so nothing is ever percent-encoded, and the signature the provider
/// computes over an address cannot differ from ours by an encoding.
package struct TurnURLs: Hashable, Sendable {
    /// `https://host` or `https://host/prefix`, without a slash at its end.
    package let base: String

    /// Takes the public base address; a slash at its end is dropped.
    package init(base: String) throws(TwiMLError) {
        var trimmed = Substring(base)
        while trimmed.last == "/" { trimmed = trimmed.dropLast() }
        let text = String(trimmed)
        _ = try AbsoluteURL(text)
        guard !text.utf8.contains(UInt8(ascii: "?")), !text.utf8.contains(UInt8(ascii: "#")) else {
            throw .notAbsolute(url: base)
        }
        self.base = text
    }

    /// Where the provider posts what came of a step.
    package func turn(step: Int) -> AbsoluteURL {
        AbsoluteURL(checked: "\(base)/voice/turn/\(step)")
    }

    /// Where a recording is fetched, by its path below the prompts folder.
    package func recording(path: String) throws(TwiMLError) -> AbsoluteURL {
        guard TurnURLs.isServable(path) else { throw .unusablePath(path) }
        return AbsoluteURL(checked: "\(base)/prompts/\(path)")
    }

    /// Whether the path needs no escaping and names something below its folder.
    private static func isServable(_ path: String) -> Bool {
        guard !path.isEmpty, path.utf8.count <= 500 else { return false }
        for segment in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard !segment.isEmpty, segment.allSatisfy(\.isUnreserved) else { return false }
            // A segment of dots alone climbs out of the folder.
            guard segment.contains(where: { $0 != UInt8(ascii: ".") }) else { return false }
        }
        return true
    }
}

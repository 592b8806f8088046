/// A ZIP code, or a Canadian postal code: as much of it as says the region.
///
/// It prints as its first three characters; the rest is nearly an address.
package struct ZIPCode: Hashable, Sendable, CustomStringConvertible {
    /// Three digits, or the one letter of a Canadian code.
    package let prefix: String
    /// All five digits; nil for a Canadian code.
    let digits: String?
    package let description: String

    /// Reads `98101`, `98101-1234`, `981011234`, `K1A 0B1`, `k1a0b1` or a Canadian code's first three characters.
    package init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last == 0x20 { bytes.removeLast() }
        while let first = bytes.first, first == 0x20 { bytes.removeFirst() }
        if bytes.count == 10, bytes[5] == UInt8(ascii: "-") { bytes.remove(at: 5) }
        if bytes.count == 7, bytes[3] == 0x20 { bytes.remove(at: 3) }
        let isDigit = bytes.map { $0 >= 0x30 && $0 <= 0x39 }
        let letters = bytes.map { $0 & 0xDF }
        let isLetter = letters.map { $0 >= 0x41 && $0 <= 0x5A }
        if bytes.count == 5 || bytes.count == 9, !isDigit.contains(false) {
            prefix = String(decoding: bytes.prefix(3), as: UTF8.self)
            digits = String(decoding: bytes.prefix(5), as: UTF8.self)
            description = prefix + "**"
        } else if bytes.count == 6 || bytes.count == 3,
            bytes.indices.allSatisfy({ $0.isMultiple(of: 2) ? isLetter[$0] : isDigit[$0] })
        {
            prefix = String(decoding: letters.prefix(1), as: UTF8.self)
            digits = nil
            description = String(decoding: [letters[0], bytes[1], letters[2]], as: UTF8.self) + " ***"
        } else {
            return nil
        }
    }
}

/// Which regions a ZIP's first three digits, or a Canadian code's first letter, may be in.
///
/// A prefix whose post offices serve places of several states keeps them all. A ZIP that serves both sides of a state
/// line stands in the table with all its digits, which then hold.
package struct PostalPrefixes: Sendable {
    private let regions: [String: [Region]]

    /// Reads `prefix,regions,source,note`; regions are joined by `/`, and empty for military mail.
    package static func parse(_ text: String, file: String) -> Result<PostalPrefixes, RuleFaults> {
        var findings: [RuleFinding] = []
        let csv = CSVTable(text, file: file, columns: ["prefix", "regions", "source", "note"], &findings)
        var regions: [String: [Region]] = [:]
        for record in csv.records {
            let prefix = record["prefix"]
            let isZIP =
                [3, 5].contains(prefix.text.utf8.count) && prefix.text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            let isLetter = prefix.text.utf8.count == 1 && prefix.text.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
            if !isZIP, !isLetter {
                findings.append(
                    prefix.finding(
                        "zip-prefix",
                        "'\(prefix.text)' is neither three or five digits nor a capital letter"
                    )
                )
            }
            if regions[prefix.text] != nil {
                findings.append(prefix.finding("zip-prefix", "the prefix '\(prefix.text)' stands twice"))
            }
            var found: [Region] = []
            for code in record["regions"].text.split(separator: "/", omittingEmptySubsequences: false)
            where !record["regions"].isEmpty {
                if let region = Region(code) {
                    found.append(region)
                } else {
                    findings.append(record["regions"].finding("rule-region", "unknown region '\(code)'"))
                }
            }
            regions[prefix.text] = found.sorted()
        }
        guard findings.isEmpty else { return .failure(RuleFaults(findings)) }
        return .success(PostalPrefixes(regions: regions))
    }

    /// The regions a code may be in; empty for one that leads to none.
    package func regions(of zip: ZIPCode) -> [Region] {
        zip.digits.flatMap { regions[$0] } ?? regions[zip.prefix] ?? []
    }

    /// Every prefix of the table, in order.
    package var prefixes: [String] { regions.keys.sorted() }
}

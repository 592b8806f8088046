/// The name of an availability schedule.
///
/// A key that begins with `TCPA-` names the calling hours of a region in a zone: `TCPA-CA-America/Los_Angeles`. Such a
/// schedule exists for every pair of both. All other keys are an operator's own.
package struct ScheduleKey: Hashable, Sendable, CustomStringConvertible {
    package enum Meaning: Hashable, Sendable {
        case own
        /// The region is two capital letters; whether there is such a region, and such a zone, is not known yet.
        case callingHours(region: String, zone: ZoneID)
    }

    package let text: String
    package let meaning: Meaning

    package static let callingHoursPrefix = "TCPA-"
    package static let longest = 200

    /// Reads a key.
    ///
    /// Case counts, except in the prefix and the region. The zone is all that follows the region, with its slashes and
    /// hyphens. Space around the key, which a template may leave, does not count.
    package init(_ text: some StringProtocol) throws(ScheduleKeyError) {
        var key = Substring(text)
        while key.first?.isWhitespace == true { key.removeFirst() }
        while key.last?.isWhitespace == true { key.removeLast() }
        guard !key.isEmpty else { throw .empty }
        guard key.utf8.count <= ScheduleKey.longest else { throw .tooLong(key.utf8.count) }
        guard ScheduleKey.claimsCallingHours(key) else {
            self.text = String(key)
            meaning = .own
            return
        }
        let parts = key.dropFirst(ScheduleKey.callingHoursPrefix.count)
            .split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let region = parts.first ?? ""
        let zone = parts.count > 1 ? parts[1] : ""
        guard !region.isEmpty else { throw .missingRegion(String(key)) }
        guard region.utf8.count == 2, region.utf8.allSatisfy(ScheduleKey.isLetter) else {
            throw .badRegion(String(region), key: String(key))
        }
        guard !zone.isEmpty else { throw .missingZone(String(key)) }
        let capitals = region.uppercased()
        self.text = "\(ScheduleKey.callingHoursPrefix)\(capitals)-\(zone)"
        meaning = .callingHours(region: capitals, zone: ZoneID(String(zone)))
    }

    /// The key of a region's calling hours in a zone: what `actor.calendar_restriction` holds.
    package init(region: String, zone: ZoneID) throws(ScheduleKeyError) {
        try self.init("\(ScheduleKey.callingHoursPrefix)\(region)-\(zone.text)")
    }

    package var description: String { text }

    /// Whether a key begins as those of calling hours do, in capitals or not.
    package static func claimsCallingHours(_ text: some StringProtocol) -> Bool {
        text.prefix(callingHoursPrefix.count).uppercased() == callingHoursPrefix
    }

    /// A text from outside as a message may show it: short and on one line.
    static func shown(_ text: String) -> String {
        var short = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(80) {
            let isPrintable =
                scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            short.append(isPrintable ? scalar : "?")
        }
        return text.unicodeScalars.count > 80 ? "\(String(short))…" : String(short)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF) && byte >= UInt8(ascii: "A")
    }
}

/// Why a text is not the key of a schedule.
package enum ScheduleKeyError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case tooLong(Int)
    case missingRegion(String)
    case badRegion(String, key: String)
    case missingZone(String)

    package var description: String {
        switch self {
        case .empty:
            "The key of the schedule is empty; write a schedule's key, or one such as 'TCPA-CA-America/Los_Angeles'."
        case .tooLong(let bytes):
            "The key of the schedule has \(bytes) bytes; at most \(ScheduleKey.longest) are allowed."
        case .missingRegion(let key):
            "The key '\(ScheduleKey.shown(key))' has no region between 'TCPA-' and the zone; the person's region is not known."
        case .badRegion(let region, let key):
            "The region '\(ScheduleKey.shown(region))' in the key '\(ScheduleKey.shown(key))' is not a code of two letters, such as CA."
        case .missingZone(let key):
            "The key '\(ScheduleKey.shown(key))' has no zone after its region; the person's time zone is not known."
        }
    }
}

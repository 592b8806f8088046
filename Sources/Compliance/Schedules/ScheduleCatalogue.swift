/// All schedules by their keys: an operator's own, and the calling hours of every region in every zone.
package struct ScheduleCatalogue: Sendable {
    /// Gives the calling hours of a region, by its code of two letters, in a zone; nil for an unknown region.
    package typealias CallingHours = @Sendable (_ region: String, _ zone: ZoneID) -> (any AvailabilitySource)?

    private let schedules: [String: AvailabilitySchedule]
    private let zones: ZoneDatabase
    private let callingHours: CallingHours

    /// Two schedules of one key are the error.
    package init(
        _ schedules: [AvailabilitySchedule],
        zones: ZoneDatabase,
        callingHours: @escaping CallingHours
    ) throws(ScheduleLookupError) {
        var byKey: [String: AvailabilitySchedule] = [:]
        for schedule in schedules {
            guard schedule.key.meaning == .own else { throw .reservedKey(schedule.key) }
            guard byKey.updateValue(schedule, forKey: schedule.key.text) == nil else { throw .keyClash(schedule.key) }
        }
        self.schedules = byKey
        self.zones = zones
        self.callingHours = callingHours
    }

    /// The keys of the operator's own schedules, sorted.
    package var ownKeys: [String] { schedules.keys.sorted() }

    /// An operator's own schedule.
    package func own(_ key: ScheduleKey) -> AvailabilitySchedule? { schedules[key.text] }

    /// What a key names.
    ///
    /// A key that names nothing is an error, never a schedule that is open.
    package func source(for text: some StringProtocol) throws(ScheduleLookupError) -> any AvailabilitySource {
        let key: ScheduleKey
        do {
            key = try ScheduleKey(text)
        } catch {
            throw .badKey(error)
        }
        return try source(for: key)
    }

    /// What a key names.
    package func source(for key: ScheduleKey) throws(ScheduleLookupError) -> any AvailabilitySource {
        switch key.meaning {
        case .own:
            guard let schedule = schedules[key.text] else {
                throw .unknownSchedule(key, didYouMean: Nearest.word(to: key.text, among: ownKeys))
            }
            return schedule
        case .callingHours(let region, let zone):
            guard zones[zone] != nil else { throw .unknownZone(zone, in: zones) }
            guard let hours = callingHours(region, zone) else { throw .unknownRegion(region, key: key) }
            return hours
        }
    }
}

/// Why a key gives no schedule.
package enum ScheduleLookupError: Error, Hashable, Sendable, CustomStringConvertible {
    case badKey(ScheduleKeyError)
    case unknownSchedule(ScheduleKey, didYouMean: String?)
    case unknownRegion(String, key: ScheduleKey)
    case unknownZone(ZoneID, version: String, didYouMean: String?)
    case keyClash(ScheduleKey)
    /// An operator's schedule may not take the place of the law's.
    case reservedKey(ScheduleKey)

    package var description: String {
        switch self {
        case .badKey(let error):
            error.description
        case .unknownSchedule(let key, let guess):
            "There is no schedule '\(ScheduleKey.shown(key.text))'\(ScheduleLookupError.hint(guess)); "
                + "schedules stand in bots/schedules."
        case .unknownRegion(let region, let key):
            "The key '\(ScheduleKey.shown(key.text))' names the region \(region), which is no state, territory or province with rules."
        case .unknownZone(let zone, let version, let guess):
            "The time zone '\(ScheduleKey.shown(zone.text))' is not in the tz data \(version)\(ScheduleLookupError.hint(guess)); "
                + "write a name such as America/New_York."
        case .keyClash(let key):
            "Two schedules have the key '\(ScheduleKey.shown(key.text))'; rename one."
        case .reservedKey(let key):
            "A schedule of your own cannot be called '\(ScheduleKey.shown(key.text))'; keys that begin with TCPA- are calling hours."
        }
    }

    static func unknownZone(_ zone: ZoneID, in zones: ZoneDatabase) -> ScheduleLookupError {
        let guess = Nearest.word(to: zone.text, among: zones.zones.keys.map(\.text).sorted())
        return .unknownZone(zone, version: zones.version, didYouMean: guess)
    }

    private static func hint(_ guess: String?) -> String { guess.map { " (did you mean '\($0)'?)" } ?? "" }
}

/// Finds the word that was probably meant.
private enum Nearest {
    /// The nearest word within one slip in four letters, the first of equals.
    static func word(to word: String, among candidates: [String]) -> String? {
        let letters = Array(word.lowercased().utf8)
        guard (2...80).contains(letters.count) else { return nil }
        let others = candidates.map { Array($0.lowercased().utf8) }
        for limit in 0...max(1, letters.count / 4) {
            if let index = others.firstIndex(where: { EditDistance.isWithin(limit, letters, $0) }) {
                return candidates[index]
            }
        }
        return nil
    }
}

import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

/// The time zones that are installed where the tests run, read once.
enum SystemZones {
    static let all = Result { () throws(ZoneFilesError) -> ZoneDatabase in
        try ZoneFiles.load(names: ZoneFiles.names())
    }

    /// The zones of the North American numbering plan: the United States, Canada, the Caribbean, and the territories.
    static let northAmerican = [
        "America/Adak", "America/Anchorage", "America/Anguilla", "America/Antigua", "America/Atikokan",
        "America/Barbados", "America/Blanc-Sablon", "America/Boise",
        "America/Cambridge_Bay", "America/Cayman", "America/Chicago", "America/Dawson", "America/Dawson_Creek",
        "America/Denver", "America/Detroit", "America/Dominica", "America/Edmonton", "America/Fort_Nelson",
        "America/Glace_Bay", "America/Goose_Bay", "America/Grand_Turk", "America/Grenada", "America/Halifax",
        "America/Indiana/Indianapolis", "America/Indiana/Knox", "America/Indiana/Marengo", "America/Indiana/Petersburg",
        "America/Indiana/Tell_City", "America/Indiana/Vevay", "America/Indiana/Vincennes", "America/Indiana/Winamac",
        "America/Inuvik", "America/Iqaluit", "America/Jamaica", "America/Juneau", "America/Kentucky/Louisville",
        "America/Kentucky/Monticello", "America/Los_Angeles", "America/Lower_Princes", "America/Menominee",
        "America/Metlakatla", "America/Moncton", "America/Montserrat", "America/Nassau", "America/New_York",
        "America/Nome", "America/North_Dakota/Beulah", "America/North_Dakota/Center",
        "America/North_Dakota/New_Salem", "America/Phoenix", "America/Port_of_Spain", "America/Puerto_Rico",
        "America/Rankin_Inlet", "America/Regina", "America/Resolute", "America/Santo_Domingo", "America/Sitka",
        "America/St_Johns", "America/St_Kitts", "America/St_Lucia", "America/St_Thomas", "America/St_Vincent",
        "America/Swift_Current", "America/Toronto", "America/Tortola", "America/Vancouver", "America/Whitehorse",
        "America/Winnipeg", "America/Yakutat", "Atlantic/Bermuda", "Pacific/Guam", "Pacific/Honolulu",
        "Pacific/Pago_Pago", "Pacific/Saipan",
    ].map(ZoneID.init)

    /// The zones whose rules changed after the tz data that this Swift's Foundation carries, 2025b.
    ///
    /// Foundation on Linux does not read the system's data. The differences were measured against 2026f.
    static let changedSinceFoundation: Set<ZoneID> = Set(
        [
            // Alberta, British Columbia, Manitoba and the western Northwest Territories, and the places that follow
            // them, keep daylight time for good from November 2026.
            "America/Edmonton", "America/Inuvik", "America/Rainy_River", "America/Vancouver", "America/Winnipeg",
            "America/Yellowknife", "Canada/Central", "Canada/Mountain", "Canada/Pacific",
            // Cuba did not go back to standard time in November 2026.
            "America/Havana", "Cuba",
            // Morocco keeps UTC throughout the year since September 2026.
            "Africa/Casablanca", "Africa/El_Aaiun",
            // Moldova has changed its clock at 01:00 UTC since 2022.
            "Europe/Chisinau", "Europe/Tiraspol",
        ].map(ZoneID.init)
    )
}

extension Instant {
    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }

    init(_ date: Date) {
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1_000).rounded()))
    }

    /// New Year in UTC.
    init(newYear year: Int) throws {
        let date = try #require(CivilDate(year: year, month: 1, day: 1))
        self.init(milliseconds: Int64(date.days) * 86_400_000)
    }
}

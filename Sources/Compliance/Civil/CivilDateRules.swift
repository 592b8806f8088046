/// Dates that a statute names by rule: the fourth Thursday, the last Monday, so many days from Easter.
extension CivilDate {
    /// The nth of a weekday in a month, counted from one; nil where the month has no such day.
    package static func nth(_ count: Int, weekday: Weekday, ofMonth month: Int, year: Int) -> CivilDate? {
        guard (1...5).contains(count), let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let day = 1 + (weekday.rawValue - first.weekday.rawValue + 7) % 7 + (count - 1) * 7
        return CivilDate(year: year, month: month, day: day)
    }

    /// The last of a weekday in a month.
    package static func last(weekday: Weekday, ofMonth month: Int, year: Int) -> CivilDate? {
        guard let last = CivilDate(year: year, month: month, day: length(ofMonth: month, year: year)) else {
            return nil
        }
        return last.adding(days: -((last.weekday.rawValue - weekday.rawValue + 7) % 7))
    }

    /// Easter Sunday of the western churches, by the Gregorian computus (the anonymous method of 1876).
    package static func easter(year: Int) -> CivilDate? {
        guard (1...9_999).contains(year) else { return nil }
        let golden = year % 19
        let (century, ofCentury) = year.quotientAndRemainder(dividingBy: 100)
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
        let lateMoon = (golden + 11 * epact + 22 * toSunday) / 451
        let sum = epact + toSunday - 7 * lateMoon + 114
        return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}

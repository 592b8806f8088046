extension HolidayList {
    /// Every list that a rule table may name.
    package static let all: [HolidayList] = [
        federal, alabama, rhodeIsland, utah, pennsylvania, louisiana, nebraska, britishColumbia,
    ]

    /// The list of a name in a rule table.
    package static func named(_ name: String) -> HolidayList? { all.first { $0.name == name } }

    /// The legal public holidays of the United States.
    package static let federal = HolidayList(
        "federal",
        federalRules,
        observance: [.saturdayOnFriday, .sundayOnMonday],
        citation: "5 U.S.C. 6103"
    )

    /// Alabama's holidays.
    ///
    /// Mardi Gras is a holiday in two counties only and Rosa Parks Day stands in one vendor's list only. A number does
    /// not say the county, and what is disputed is barred.
    package static let alabama = HolidayList(
        "AL-list",
        federalRules + [
            HolidayRule("Mardi Gras", .easter(-47)),
            HolidayRule("Confederate Memorial Day", .nth(4, .monday, month: 4)),
            HolidayRule("Jefferson Davis' Birthday", .nth(1, .monday, month: 6)),
            HolidayRule("Rosa Parks Day", .fixed(month: 12, day: 1)),
        ],
        observance: [.saturdayOnFriday, .sundayOnMonday],
        citation: "Ala. Code 1-3-8"
    )

    /// Rhode Island's holidays, which include any federal one.
    ///
    /// The tables name this list together with the federal one, which brings the federal observed days.
    package static let rhodeIsland = HolidayList(
        "RI-list",
        federalRules + [
            HolidayRule("Rhode Island Independence Day", .fixed(month: 5, day: 4)),
            HolidayRule("Victory Day", .nth(2, .monday, month: 8)),
            HolidayRule("State General Election Day", .electionDay(evenYearsOnly: true)),
        ],
        observance: [.sundayOnMonday],
        citation: "R.I. Gen. Laws 25-1-1"
    )

    /// Utah's holidays, with the Monday on which the state keeps Juneteenth beside the day itself.
    package static let utah = HolidayList(
        "UT-list",
        federalRules + [
            HolidayRule("Juneteenth (as Utah keeps it)", .nearestMonday(month: 6, day: 19)),
            HolidayRule("Pioneer Day", .fixed(month: 7, day: 24)),
        ],
        observance: [.saturdayOnFriday, .sundayOnMonday],
        citation: "Utah Code 63G-1-301 (secondary)"
    )

    /// Pennsylvania's holidays; Lincoln's Birthday is optional, and so barred.
    package static let pennsylvania = HolidayList(
        "PA-list",
        federalRules + [
            HolidayRule("Lincoln's Birthday", .fixed(month: 2, day: 12)),
            HolidayRule("Good Friday", .easter(-2)),
            HolidayRule("Flag Day", .fixed(month: 6, day: 14)),
            HolidayRule("Election Day", .electionDay(evenYearsOnly: false)),
        ],
        observance: [.saturdayOnFriday, .sundayOnMonday],
        citation: "44 P.S. 11 (secondary)"
    )

    /// The Louisiana Public Service Commission's days, on which sources differ; the disputed ones are barred.
    ///
    /// Days that the governor proclaims come from the operator's own file.
    package static let louisiana = HolidayList(
        "LA-list",
        [
            newYear, martinLutherKing,
            HolidayRule("Washington's Birthday (disputed)", .nth(3, .monday, month: 2)),
            HolidayRule("Mardi Gras", .easter(-47)),
            HolidayRule("Good Friday", .easter(-2)),
            memorialDay, independenceDay, laborDay,
            HolidayRule("All Saints' Day (disputed)", .fixed(month: 11, day: 1)),
            HolidayRule("Election Day (disputed)", .electionDay(evenYearsOnly: false)),
            veteransDay, thanksgiving,
            HolidayRule("Acadian Day (disputed)", .nth(4, .thursday, month: 11, plus: 1)),
            christmas,
        ],
        observance: [.saturdayOnFriday, .sundayOnMonday],
        citation: "La. PSC do-not-call rules; La. R.S. 1:55 (secondary, low confidence)"
    )

    /// Nebraska's holidays, on which automated calls start later.
    package static let nebraska = HolidayList(
        "NE-list",
        federalRules + [
            HolidayRule("Arbor Day", .last(.friday, month: 4)),
            HolidayRule("Day after Thanksgiving", .nth(4, .thursday, month: 11, plus: 1)),
        ],
        observance: [.saturdayOnFriday, .sundayOnMonday],
        citation: "Neb. Rev. Stat. 62-301 (unread)"
    )

    /// British Columbia's statutory holidays.
    package static let britishColumbia = HolidayList(
        "BC statutory holidays",
        [
            newYear,
            HolidayRule("Family Day", .nth(3, .monday, month: 2)),
            HolidayRule("Good Friday", .easter(-2)),
            HolidayRule("Victoria Day", .lastBefore(.monday, month: 5, day: 25)),
            HolidayRule("Canada Day", .fixed(month: 7, day: 1)),
            HolidayRule("British Columbia Day", .nth(1, .monday, month: 8)),
            HolidayRule("Labour Day", .nth(1, .monday, month: 9)),
            HolidayRule("National Day for Truth and Reconciliation", .fixed(month: 9, day: 30)),
            HolidayRule("Thanksgiving", .nth(2, .monday, month: 10)),
            HolidayRule("Remembrance Day", .fixed(month: 11, day: 11)),
            christmas,
        ],
        observance: [.saturdayOnMonday, .sundayOnMonday],
        citation: "R.S.B.C. 1996, c. 113 (secondary)"
    )

    private static let newYear = HolidayRule("New Year's Day", .fixed(month: 1, day: 1))
    private static let martinLutherKing = HolidayRule("Martin Luther King Day", .nth(3, .monday, month: 1))
    private static let memorialDay = HolidayRule("Memorial Day", .last(.monday, month: 5))
    private static let independenceDay = HolidayRule("Independence Day", .fixed(month: 7, day: 4))
    private static let laborDay = HolidayRule("Labor Day", .nth(1, .monday, month: 9))
    private static let veteransDay = HolidayRule("Veterans Day", .fixed(month: 11, day: 11))
    private static let thanksgiving = HolidayRule("Thanksgiving", .nth(4, .thursday, month: 11))
    private static let christmas = HolidayRule("Christmas Day", .fixed(month: 12, day: 25))

    private static let federalRules: [HolidayRule] = [
        newYear, martinLutherKing,
        HolidayRule("Washington's Birthday", .nth(3, .monday, month: 2)),
        memorialDay,
        HolidayRule("Juneteenth", .fixed(month: 6, day: 19)),
        independenceDay, laborDay,
        HolidayRule("Columbus Day", .nth(2, .monday, month: 10)),
        veteransDay, thanksgiving, christmas,
    ]
}

import Compliance
import Testing

struct RuleBookTests {
    private let weekday = CivilDate("2026-06-10") ?? .earliest
    private let saturday = CivilDate("2026-06-13") ?? .earliest
    private let sunday = CivilDate("2026-06-14") ?? .earliest

    private func region(_ code: String) throws -> Region { try #require(Region(code)) }

    private func window(_ text: String) throws -> DailyWindow {
        let ends = text.split(separator: "-").compactMap { TimeOfDay($0) }
        return try #require(DailyWindow(from: ends[0], to: ends[1]))
    }

    @Test func `the federal row holds beside a state's own, and none of them in Canada`() throws {
        let book = try RuleTestTables().book().get()
        #expect(book.rows(for: try region("TX"), kind: .live, on: weekday).map(\.id) == ["US federal", "TX"])
        #expect(book.rows(for: try region("ON"), kind: .live, on: weekday).map(\.id) == ["ON"])
    }

    @Test func `an automated row holds beside the base row, for automated calls alone`() throws {
        var tables = RuleTestTables()
        tables.automated = ["WA,,,,,,,n/a,,,RCW 80.36.400,medium,"]
        let book = try tables.book().get()
        #expect(
            book.rows(for: try region("WA"), kind: .automated, on: weekday).map(\.id) == [
                "US federal", "WA", "WA automated",
            ]
        )
        #expect(book.rows(for: try region("WA"), kind: .live, on: weekday).map(\.id) == ["US federal", "WA"])
        #expect(book.rows(for: try region("WA"), kind: .text, on: weekday).map(\.id) == ["US federal", "WA"])
        #expect(
            book.rows(for: try region("WA"), kind: .automated, on: weekday).last?.hours(on: weekday) == .barred(.always)
        )
    }

    @Test func `a row that never opens does not bar numbers without a place`() throws {
        var tables = RuleTestTables()
        tables.automated = [
            "WA,,,,,,,n/a,,,RCW 80.36.400,medium,", "ME,09:00,17:00,,,,,no,1 per 8h,,10 M.R.S. 1498,medium,",
        ]
        let strictest = try tables.book().get().strictest(kind: .automated, on: weekday)
        #expect(strictest.hours(on: weekday) == .open(try window("09:00-17:00")))
        #expect(strictest.hours(on: saturday) == .barred(.weekday(.saturday)))
        #expect(strictest.caps == [Cap(.sliding(count: 1, seconds: 28_800))])
    }

    @Test func `the strictest row is every row at once`() throws {
        var tables = RuleTestTables()
        tables.states["KY"] = "KY,10:00,21:00,10:00,21:00,10:00,21:00,no,3/24h,x,high,federal,,"
        tables.states["RI"] = "RI,09:00,18:00,10:00,17:00,,,RI-list+federal,,x,high,federal,,"
        let strictest = try tables.book().get().strictest(kind: .live, on: weekday)
        #expect(strictest.windows.description == "Mon-Fri 10:00-18:00, Sat 10:00-17:00, no Sun")
        #expect(strictest.holidays.map(\.name) == ["RI-list", "federal"])
        #expect(strictest.caps.count == 1)
    }

    @Test func `a row that starts later starts by itself`() throws {
        var tables = RuleTestTables()
        tables.states["OR"] = "OR,08:00,20:00,08:00,20:00,,,no,3/24h,x,high,yes,2026-01-01,"
        tables.earlier = ["OR,08:00,21:00,08:00,21:00,08:00,21:00,no,,x,low,federal,,2026-01-01,"]
        let book = try tables.book().get()
        let before = try #require(CivilDate("2025-12-31"))
        let after = try #require(CivilDate("2026-01-01"))
        #expect(book.rows(for: try region("OR"), kind: .live, on: before).last?.id == "OR until 2026-01-01")
        #expect(book.rows(for: try region("OR"), kind: .live, on: after).last?.id == "OR")
        #expect(book.strictest(kind: .live, on: before).windows[.sunday] != nil)
        #expect(book.strictest(kind: .live, on: after).windows[.sunday] == nil)
    }

    @Test func `holidays with hours of their own leave the rest of the day`() throws {
        var tables = RuleTestTables()
        tables.automated = ["NE,08:00,21:00,08:00,21:00,13:00,21:00,window 13:00-21:00,,,x,low,"]
        let row = try #require(tables.book().get().rows(for: region("NE"), kind: .automated, on: weekday).last)
        #expect(row.hours(on: try #require(CivilDate("2026-12-25"))) == .open(try window("13:00-21:00")))
        #expect(row.hours(on: sunday) == .open(try window("13:00-21:00")))
        #expect(row.hours(on: weekday) == .open(try window("08:00-21:00")))
    }

    @Test func `a holiday is barred by name`() throws {
        var tables = RuleTestTables()
        tables.states["UT"] = "UT,08:00,21:00,08:00,21:00,,,UT-list,,x,high,federal,,"
        let row = try #require(tables.book().get().rows(for: region("UT"), kind: .text, on: weekday).last)
        #expect(
            row.hours(on: try #require(CivilDate("2026-07-24"))) == .barred(.holiday("Pioneer Day", list: "UT-list"))
        )
        #expect(DayBar.holiday("Pioneer Day", list: "UT-list").description == "Pioneer Day, a holiday of UT-list")
    }

    @Test func `texts keep the state's row unless the operator says federal`() throws {
        var tables = RuleTestTables()
        tables.states["UT"] = "UT,08:00,21:00,08:00,21:00,,,UT-list,,x,high,federal,,"
        tables.states["FL"] = "FL,08:00,20:00,08:00,20:00,,,no,,x,high,contested,,"
        tables.states["TX"] = "TX,09:00,21:00,09:00,21:00,,,no,,x,high,yes (SB 140),2025-09-01 for texts,"
        let asCalls = try tables.book().get()
        var rules = OperatorRules(version: "v")
        rules.texts = .federal
        let federal = asCalls.applying(rules)
        let before = try #require(CivilDate("2025-08-31"))
        func ids(_ book: RuleBook, _ code: String, _ kind: ContactKind, _ date: CivilDate) throws -> [String] {
            book.rows(for: try region(code), kind: kind, on: date).map(\.id)
        }
        for code in ["UT", "FL", "TX"] {
            #expect(try ids(asCalls, code, .text, before) == ["US federal", code])
            #expect(try ids(federal, code, .live, before) == ["US federal", code])
        }
        #expect(try ids(federal, "UT", .text, weekday) == ["US federal"])
        #expect(try ids(federal, "FL", .text, weekday) == ["US federal", "FL"])
        #expect(try ids(federal, "TX", .text, weekday) == ["US federal", "TX"])
        #expect(try ids(federal, "TX", .text, before) == ["US federal"])
        #expect(try ids(federal, "ON", .text, before) == ["ON"])
    }

    @Test func `Mississippi's fixed clock and the emergency switches come with their rows`() throws {
        var tables = RuleTestTables()
        tables.exceptions = ["MS,fixed-offset,-06:00,x", "LA,emergency,LA-psc-emergency,y"]
        let book = try tables.book().get()
        #expect(book.rows(for: try region("MS"), kind: .live, on: weekday).last?.fixedOffset == -21_600)
        #expect(book.emergencies["LA-psc-emergency"]?.place == .region(try region("LA")))
    }

    @Test func `an operator's window beside the law can only take away`() throws {
        var rules = OperatorRules(version: "v")
        rules.windows = [
            OperatorRules.Window(
                places: [.unitedStates],
                kinds: [.text],
                mode: .also,
                windows: WeekWindows(weekdays: try window("06:00-12:00"), saturday: nil, sunday: nil),
                why: "our policy"
            )
        ]
        let book = try RuleTestTables().book().get().applying(rules)
        #expect(
            book.rows(for: try region("TX"), kind: .text, on: weekday).map(\.id) == [
                "US federal", "TX", "US operator 1",
            ]
        )
        #expect(book.rows(for: try region("TX"), kind: .live, on: weekday).map(\.id) == ["US federal", "TX"])
        #expect(book.strictest(kind: .text, on: weekday).hours(on: weekday) == .open(try window("09:00-12:00")))
        #expect(book.version.description.hasSuffix("operator's file v"))
    }

    @Test func `an operator's window in place of the law leaves the federal row, and the law outside its dates`() throws
    {
        var rules = OperatorRules(version: "v")
        rules.windows = [
            OperatorRules.Window(
                places: [.region(try region("TX"))],
                kinds: [.live],
                mode: .instead,
                windows: WeekWindows(weekdays: try window("07:00-22:00"), saturday: nil, sunday: nil),
                from: CivilDate("2026-06-01"),
                until: CivilDate("2026-07-01"),
                why: "counsel"
            )
        ]
        let book = try RuleTestTables().book().get().applying(rules)
        func ids(_ text: String, _ kind: ContactKind) throws -> [String] {
            book.rows(for: try region("TX"), kind: kind, on: try #require(CivilDate(text))).map(\.id)
        }
        #expect(try ids("2026-05-31", .live) == ["US federal", "TX"])
        #expect(try ids("2026-06-01", .live) == ["US federal", "TX operator 1"])
        #expect(try ids("2026-06-30", .live) == ["US federal", "TX operator 1"])
        #expect(try ids("2026-07-01", .live) == ["US federal", "TX"])
        for date in ["2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01"] {
            #expect(try ids(date, .text) == ["US federal", "TX"])
        }
    }

    @Test func `a closure bars its place and every unknown one`() throws {
        let closure = Closure(name: "emergency", from: weekday, through: nil, citation: "x")
        var rules = OperatorRules(version: "v")
        rules.closures = [OperatorRules.LocalClosure(places: [.region(try region("LA"))], closure: closure)]
        let book = try RuleTestTables().book().get().applying(rules)
        let row = try #require(book.rows(for: region("LA"), kind: .text, on: sunday).last)
        #expect(row.hours(on: sunday) == .barred(.closure(closure)))
        #expect(row.hours(on: try #require(weekday.adding(days: -1))) != .barred(.closure(closure)))
        #expect(book.strictest(kind: .live, on: weekday).hours(on: weekday) == .barred(.closure(closure)))
        #expect(book.rows(for: try region("TX"), kind: .live, on: weekday).map(\.id) == ["US federal", "TX"])
    }

    @Test func `a region of another country gets the strictest row`() throws {
        let book = try RuleTestTables().book().get()
        let jamaica = try #require(Region(countryCode: "JM"))
        #expect(book.rows(for: jamaica, kind: .live, on: weekday).map(\.id) == ["strictest"])
    }

    @Test func `disclosures are the place's and the country's`() throws {
        let book = try RuleTestTables().book().get()
        #expect(book.disclosures(for: try region("TX")).count == 2)
        #expect(book.disclosureSeconds(try region("TX")) == 30)
        #expect(book.disclosureSeconds(try region("CA")) == nil)
        #expect(book.disclosures(for: try region("ON")).isEmpty)
    }

    @Test(arguments: ["CA", "ca", "US-CA", "us-ca", " CA "])
    func `a region is read by its code`(text: String) {
        #expect(Region(text)?.name == "California")
    }

    @Test(arguments: ["", "C", "CAL", "XX", "CA-CA", "US-ON", "US-", "-CA", "California", "12", "US CA", "ÇA", "ıD"])
    func `what is no region's code is no region`(text: String) {
        #expect(Region(text) == nil)
    }

    @Test func `provinces and countries are apart from states`() {
        #expect(Region("CA-ON")?.country == .canada)
        #expect(Region.all.count == 69)
        #expect(Region(countryCode: "KY")?.description == "Cayman Islands")
        #expect(Region(countryCode: "KY") != Region("KY"))
        #expect(Set(Region.all.map(\.code)).count == 69)
    }
}

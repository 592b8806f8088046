import Compliance
import ComplianceFiles
import Foundation
import Testing

/// The data that comes with the program, against the tables as they are written.
struct RuleFilesTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/ComplianceFiles/Resources")

    /// A table's records as dictionaries, cut by other means than the reader under test.
    static func records(of file: String) throws -> [[String: String]] {
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        let lines = text.split(separator: "\n").map { line -> [String] in
            // Commas inside quotes are every part with an odd number of quotes before it.
            let parts = line.components(separatedBy: "\"")
            let marked = parts.enumerated().map {
                $0.offset.isMultiple(of: 2) ? $0.element : $0.element.replacingOccurrences(of: ",", with: "\u{1}")
            }
            return marked.joined().components(separatedBy: ",").map { $0.replacingOccurrences(of: "\u{1}", with: ",") }
        }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    static let later = CivilDate("2026-12-02") ?? .earliest

    private func expected(_ record: [String: String], _ weekday: Weekday) -> String {
        let day =
            switch weekday {
            case .saturday: "saturday"
            case .sunday: "sunday"
            default: "weekday"
            }
        guard let start = record[day + "_start"], let end = record[day + "_end"], !start.isEmpty else {
            return "barred"
        }
        return "\(start)-\(end)"
    }

    @Test(arguments: ["tcpa-windows.csv", "tcpa-windows-automated.csv", "tcpa-windows-canada.csv"])
    func `every region's row is the table's`(file: String) throws {
        let book = try RuleFiles.loaded().book
        let records = try Self.records(of: file)
        #expect(records.count >= 13)
        for record in records {
            let region = try #require(Region(record["region"] ?? ""))
            let isAutomated = file.contains("automated")
            let rows = book.rows(for: region, kind: isAutomated ? .automated : .live, on: Self.later)
            let row = try #require(rows.first { $0.id == region.code + (isAutomated ? " automated" : "") })
            #expect(rows.contains { $0.id == "US federal" } == (region.country == .unitedStates))
            for weekday in Weekday.allCases {
                #expect(
                    (row.windows[weekday]?.description ?? "barred") == expected(record, weekday),
                    "\(region) \(weekday)"
                )
            }
            #expect(row.citation == record["citation"])
            #expect(row.confidence.rawValue == record["confidence"])
            #expect(row.note == record["note"])
            #expect(row.caps.isEmpty == record["cap"]?.isEmpty)
            switch record["holidays_barred"] {
            case "no", "n/a": #expect(row.holidays.isEmpty)
            case "RI-list+federal": #expect(row.holidays.map(\.name) == ["RI-list", "federal"])
            case "window 13:00-21:00": #expect(row.holidayWindow?.description == "13:00-21:00")
            case let list?: #expect(list.hasPrefix(try #require(row.holidays.first).name))
            case nil: Issue.record("no column holidays_barred")
            }
        }
    }

    @Test(arguments: [
        (ContactKind.live, "Mon-Fri 10:00-18:00, Sat 10:00-17:00, no Sun"),
        (.text, "Mon-Fri 10:00-18:00, Sat 10:00-17:00, no Sun"),
        (.automated, "Mon-Fri 10:00-17:00, no Sat-Sun"),
    ])
    func `the strictest combination is the one that was worked out by hand`(kind: ContactKind, windows: String) throws {
        let row = try RuleFiles.loaded().book.strictest(kind: kind, on: Self.later)
        #expect(row.windows.description == windows)
        #expect(row.caps.contains { $0.limit == .sliding(count: 3, seconds: 86_400) })
        #expect(row.caps.contains(Cap(.sliding(count: 1, seconds: 28_800))) == (kind == .automated))
        #expect(
            Set(row.holidays.map(\.name)).isSuperset(of: [
                "federal", "AL-list", "RI-list", "UT-list", "PA-list", "LA-list",
            ])
        )
    }

    @Test(arguments: [
        ("PA", "2019-12-02", "every day 08:00-21:00", false), ("PA", "2019-12-03", "every day 08:00-21:00", true),
        ("PA", "2026-10-17", "every day 08:00-21:00", true), ("PA", "2026-10-18", "Mon-Sat 09:00-19:00, no Sun", true),
        ("OR", "2025-12-31", "every day 08:00-21:00", false), ("OR", "2026-01-01", "every day 08:00-20:00", false),
    ])
    func `a row starts on its date`(code: String, date: String, windows: String, hasHolidays: Bool) throws {
        let region = try #require(Region(code))
        let day = try #require(CivilDate(date))
        let row = try #require(RuleFiles.loaded().book.rows(for: region, kind: .live, on: day).last)
        #expect(row.windows.description == windows)
        #expect(row.holidays.isEmpty != hasHolidays)
    }

    @Test func `Sunday stays open to the strictest row until the first Sunday ban only`() throws {
        // Alabama and others have had theirs all along, so it is never open.
        let book = try RuleFiles.loaded().book
        for year in [2018, 2020, 2026, 2030] {
            let date = try #require(CivilDate(year: year, month: 6, day: 3))
            #expect(book.strictest(kind: .live, on: date).windows[.sunday] == nil)
        }
    }

    @Test func `Washington never opens for automated calls, and is open to live ones`() throws {
        let region = try #require(Region("WA"))
        let book = try RuleFiles.loaded().book
        let automated = book.rows(for: region, kind: .automated, on: Self.later)
        #expect(automated.contains { $0.hours(on: Self.later) == .barred(.always) })
        #expect(book.rows(for: region, kind: .live, on: Self.later).allSatisfy { !$0.windows.neverOpens })
    }

    @Test func `Mississippi has its fixed clock and both emergency switches are there`() throws {
        let book = try RuleFiles.loaded().book
        let mississippi = try #require(Region("MS"))
        for kind in ContactKind.allCases {
            let rows = book.rows(for: mississippi, kind: kind, on: Self.later).filter { $0.place != .unitedStates }
            #expect(rows.allSatisfy { $0.fixedOffset == -21_600 })
        }
        #expect(book.emergencies.keys.sorted() == ["LA-psc-emergency", "NY-state-of-emergency"])
    }

    @Test(arguments: [("TX", 30), ("CT", 10), ("AL", 20), ("FL", 30), ("WA", 30), ("RI", 30), ("NV", 30), ("PR", 60)])
    func `a state's disclosure time is in the data`(code: String, seconds: Int) throws {
        #expect(try RuleFiles.loaded().book.disclosureSeconds(try #require(Region(code))) == seconds)
    }

    @Test func `each exemption has its cap`() throws {
        let book = try RuleFiles.loaded().book
        #expect(book.exemption(.residentialCommercial)?.caps == [Cap(.sliding(count: 3, seconds: 2_592_000))])
        #expect(
            book.exemption(.healthcareProvider)?.caps
                == [Cap(.sliding(count: 1, seconds: 86_400)), Cap(.sliding(count: 3, seconds: 604_800))]
        )
        #expect(book.exemption(.bankFraud)?.caps == [Cap(.perEvent(count: 3))])
        #expect(Exemption.allCases.allSatisfy { book.exemption($0) != nil })
    }

    @Test func `the version names the date and a digest of the tables`() throws {
        let version = try RuleFiles.loaded().book.version
        #expect(version.date == CivilDate("2026-11-22"))
        #expect(version.digest.count == 12)
        #expect(version == (try RuleFiles(folder: Self.folder).book.version))
    }

    @Test func `another digest means other tables`() throws {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.copyItem(at: Self.folder, to: copy)
        let table = copy.appendingPathComponent("tcpa-federal.csv")
        let text = try String(contentsOf: table, encoding: .utf8)
        try text.replacingOccurrences(of: "21:00", with: "20:30").write(to: table, atomically: true, encoding: .utf8)
        let changed = try RuleFiles(folder: copy).book
        #expect(changed.version.digest != (try RuleFiles.loaded().book.version.digest))
        try FileManager.default.removeItem(at: table)
        #expect(throws: RuleFiles.Fault.self) { try RuleFiles(folder: copy) }
    }

    @Test func `a folder with a faulty table has no rules, and says where`() throws {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.copyItem(at: Self.folder, to: copy)
        let table = copy.appendingPathComponent("tcpa-federal.csv")
        let text = try String(contentsOf: table, encoding: .utf8)
        try text.replacingOccurrences(of: "US,08:00", with: "US,22:00").write(
            to: table,
            atomically: true,
            encoding: .utf8
        )
        do {
            _ = try RuleFiles(folder: copy)
            Issue.record("the folder was read")
        } catch {
            #expect(
                "\(error)".hasPrefix("tcpa-federal.csv:2:10: error: [rule-window] the weekday window ends at 21:00")
            )
        }
    }

    @Test func `the table for people has every region, the federal row and the strictest`() throws {
        let book = try RuleFiles.loaded().book
        let text = RuleTable.text(of: book, for: .automated, on: Self.later)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2 + 1 + Region.all.count + 15 + 1)
        #expect(lines.first == "automated on 2026-12-02, \(book.version)")
        #expect(lines.contains { $0.hasPrefix("WA automated  never ") })
        #expect(lines.last?.hasPrefix("strictest") == true)
        #expect(lines.allSatisfy { $0.last != " " })
    }

    @Test func `the table for programs is one object a line`() throws {
        let book = try RuleFiles.loaded().book
        let lines = try RuleTableJSON.lines(of: book, for: .live, on: Self.later).split(separator: "\n")
        #expect(lines.count == 1 + Region.all.count + 1)
        let pennsylvania = try #require(lines.first { $0.contains("\"row\":\"PA\"") })
        let object = try #require(JSONSerialization.jsonObject(with: Data(pennsylvania.utf8)) as? [String: Any])
        #expect((object["windows"] as? [String: String])?["sunday"] == "barred")
        #expect((object["windows"] as? [String: String])?["monday"] == "09:00-19:00")
        #expect(object["from"] as? String == "2026-10-18")
        #expect(object["holidays"] as? [String] == ["PA-list"])
    }
}

import BotGraph
import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

struct ScheduleDirectoryTests {
    private static let schedule = "{zone: America/Phoenix, slots: [{add: X, all_day: true, repeat: daily}]}"

    /// Runs a body with a directory of its own, which is removed afterwards.
    private static func withDirectory(
        _ files: [String: String],
        _ body: (String, ZoneDatabase) throws -> Void
    ) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "schedules-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, text) in files {
            try Data(text.utf8).write(to: directory.appending(path: name))
        }
        try body(directory.path(percentEncoded: false), SystemZones.all.get())
    }

    @Test func `all files of the directory are read in order of their names`() throws {
        let files = [
            "b.yaml": "schedules: {one: \(ScheduleDirectoryTests.schedule)}",
            "a.yaml": "schedules: {two: \(ScheduleDirectoryTests.schedule), three: \(ScheduleDirectoryTests.schedule)}",
            "notes.txt": "not ours", ".hidden.yaml": "[",
        ]
        try ScheduleDirectoryTests.withDirectory(files) { directory, zones in
            let reading = ScheduleFiles.load(directory: directory, zones: zones)
            #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
            #expect(reading.schedules.map(\.key.text) == ["two", "three", "one"])
        }
    }

    @Test func `a key in two files names neither`() throws {
        let files = [
            "a.yaml": "schedules: {one: \(ScheduleDirectoryTests.schedule)}",
            "b.yaml": "schedules: {one: \(ScheduleDirectoryTests.schedule), two: \(ScheduleDirectoryTests.schedule)}",
            "c.yaml": "schedules: {one: \(ScheduleDirectoryTests.schedule)}",
        ]
        try ScheduleDirectoryTests.withDirectory(files) { directory, zones in
            let reading = ScheduleFiles.load(directory: directory, zones: zones)
            #expect(reading.schedules.map(\.key.text) == ["two"])
            #expect(reading.diagnostics.map(\.id) == ["key-clash", "key-clash"])
            #expect(reading.diagnostics.first?.notes.first?.location.path.hasSuffix("a.yaml") == true)
        }
    }

    @Test func `files that cannot be read are findings`() throws {
        try ScheduleDirectoryTests.withDirectory(["a.yml": "schedules: {}", "b.yaml": "["]) { directory, zones in
            try Data([0x73, 0xFF, 0xFE]).write(to: URL(filePath: "\(directory)/c.yaml"))
            try FileManager.default.createDirectory(atPath: "\(directory)/d.yaml", withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(atPath: "\(directory)/e.yaml", withDestinationPath: "/dev/zero")
            try FileManager.default.createSymbolicLink(atPath: "\(directory)/f.yaml", withDestinationPath: "nowhere")
            try Data(count: 1_100_000).write(to: URL(filePath: "\(directory)/g.yaml"))
            let reading = ScheduleFiles.load(directory: directory, zones: zones)
            #expect(reading.schedules.isEmpty)
            let names = reading.diagnostics.map { URL(filePath: $0.location.path).lastPathComponent }
            #expect(names == ["a.yml", "b.yaml", "c.yaml", "d.yaml", "e.yaml", "f.yaml", "g.yaml"])
            #expect(
                reading.diagnostics.map(\.id)[2...] == [
                    "not-utf-8", "unreadable", "unreadable", "unreadable", "too-large",
                ]
            )
        }
    }

    @Test func `without the directory there are no schedules, and a file in its place is a finding`() throws {
        try ScheduleDirectoryTests.withDirectory(["a.yaml": ""]) { directory, zones in
            let none = ScheduleFiles.load(directory: "\(directory)/none", zones: zones)
            #expect(none.schedules.isEmpty)
            #expect(none.diagnostics.isEmpty)
            let file = ScheduleFiles.load(directory: "\(directory)/a.yaml", zones: zones)
            #expect(file.diagnostics.map(\.id) == ["unreadable"])
        }
    }

    @Test func `the sample schedule is without findings and closed on its holidays`() throws {
        let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "bots/schedules")
        let zones = try SystemZones.all.get()
        let reading = ScheduleFiles.load(directory: directory.path(percentEncoded: false), zones: zones)
        #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
        let catalogue = try ScheduleCatalogue(reading.schedules, zones: zones) { _, _ in nil }
        let hours = try catalogue.source(for: "office-hours")
        let clock = try #require(zones[ZoneID("America/Los_Angeles")])
        let open = { (date: String, time: String) in
            let instant = clock.instant(of: try #require(CivilDate(date)), try #require(TimeOfDay(time)), as: .opening)
            return hours.contains(instant)
        }
        #expect(try open("2026-11-25", "08:00"))
        #expect(try !open("2026-11-25", "18:00"))
        #expect(try !open("2026-11-26", "12:00"), "Thanksgiving")
        #expect(try open("2026-11-27", "11:59:59"))
        #expect(try !open("2026-11-27", "12:30"), "lunch on Friday")
        #expect(try !open("2026-11-28", "12:00"), "Saturday")
        #expect(try !open("2026-12-25", "12:00"), "Christmas Day")
        #expect(try open("2026-03-19", "19:59:59"), "the open house")
        #expect(try !open("2026-03-26", "19:00"))
    }
}

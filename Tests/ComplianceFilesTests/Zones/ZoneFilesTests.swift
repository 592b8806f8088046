import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

/// A directory of its own for each test, removed afterwards.
private final class ZoneDirectory {
    let path: String

    /// UTC in version 2, 111 bytes.
    static let utc: [UInt8] =
        header(names: 1) + [0, 0, 0, 0, 0, 0, 0] + header(names: 4) + [0, 0, 0, 0, 0, 0] + Array("UTC\0\nUTC0\n".utf8)

    init(_ files: [String: [UInt8]]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "zones-\(UUID().uuidString)").path()
        for (name, bytes) in files {
            let url = URL(filePath: path).appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: url)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func header(names: UInt8) -> [UInt8] {
        Array("TZif2".utf8) + Array(repeating: 0, count: 34) + [1, 0, 0, 0, names]
    }
}

struct ZoneFilesTests {
    @Test func `the system's zones load with their version`() throws {
        let database = try ZoneFiles.load(names: SystemZones.northAmerican)
        #expect(database.zones.count == SystemZones.northAmerican.count)
        #expect(!database.version.isEmpty)
        let winter = Instant(milliseconds: 1_768_500_000_000)
        #expect(database[ZoneID("America/New_York")]?.offset(at: winter) == -18_000)
        #expect(database[ZoneID("Pacific/Guam")]?.offset(at: winter) == 36_000)
    }

    @Test func `every name in the system's database loads`() throws {
        let names = try ZoneFiles.names()
        #expect(names.contains(ZoneID("America/Argentina/Buenos_Aires")))
        #expect(names.contains(ZoneID("Etc/GMT+6")))
        #expect(!names.contains { $0.text.hasPrefix("right/") || $0.text.hasPrefix("posix/") })
        #expect(try SystemZones.all.get().zones.count == names.count)
    }

    @Test func `aliases keep the same clock`() throws {
        let database = try SystemZones.all.get()
        #expect(
            database.keepsSameClock(ZoneID("America/Detroit"), as: ZoneID("America/New_York"), from: 2_000, to: 2_200)
        )
        #expect(database.keepsSameClock(ZoneID("America/Boise"), as: ZoneID("America/Denver"), from: 2_000, to: 2_200))
        #expect(
            !database.keepsSameClock(ZoneID("America/Phoenix"), as: ZoneID("America/Denver"), from: 2_026, to: 2_026)
        )
        #expect(
            !database.keepsSameClock(ZoneID("America/Detroit"), as: ZoneID("America/New_York"), from: 1_970, to: 2_026)
        )
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "\(ZoneFiles.systemRoot)/right/America/New_York")))
    func `files that count leap seconds keep the same clock as files that do not`() throws {
        let names = SystemZones.northAmerican
        let plain = try ZoneFiles.load(names: names)
        let right = try ZoneFiles.load(root: "\(ZoneFiles.systemRoot)/right", names: names)
        for name in names {
            let expected = try #require(plain[name])
            let rules = try #require(right[name])
            // Such a file may end where the next leap second is not yet announced.
            let last = rules.knownUntil.map { rules.local(at: $0).date.year - 1 } ?? 9_999
            #expect(last > 2_000)
            #expect(rules.keepsSameClock(as: expected, from: 1, to: last), "\(name)")
        }
    }

    @Test func `a missing database says what to install`() {
        let error = #expect(throws: ZoneFilesError.self) {
            try ZoneFiles.load(root: "/nowhere/zoneinfo", names: [ZoneID("Etc/UTC")])
        }
        #expect(error == .missingDirectory(root: "/nowhere/zoneinfo"))
        #expect(error?.description.contains("/nowhere/zoneinfo") == true)
        #expect(error?.description.contains("apt-get install tzdata") == true)
        #expect(throws: ZoneFilesError.missingDirectory(root: "/dev/null")) { try ZoneFiles.names(root: "/dev/null") }
    }

    @Test func `a missing zone names its path and what to install`() throws {
        let directory = try ZoneDirectory(["Etc/UTC": ZoneDirectory.utc])
        for name in ["Etc/Nowhere", "Etc"] {
            let error = #expect(throws: ZoneFilesError.self) {
                try ZoneFiles.load(root: directory.path, names: [ZoneID("Etc/UTC"), ZoneID(name)])
            }
            #expect(error == .missingZone(ZoneID(name), path: "\(directory.path)/\(name)"))
            #expect(error?.description.contains("tzdata") == true)
        }
    }

    @Test(arguments: [
        "", "/etc/passwd", "../../../etc/passwd", "Etc/../UTC", "./UTC", "Etc//UTC", "Etc/", "America/New York",
        "UTC\0", "..",
        ".hidden", "Ｕ", "C:\\zones", String(repeating: "A", count: 256),
    ])
    func `a name that is none is refused before any file is read`(name: String) {
        #expect(throws: ZoneFilesError.badName(ZoneID(name))) { try ZoneFiles.load(names: [ZoneID(name)]) }
    }

    @Test func `a file that is no time zone is refused with its path`() throws {
        let directory = try ZoneDirectory([
            "Text": Array("America/New_York".utf8), "Short": Array(ZoneDirectory.utc.dropLast(3)),
            "Large": Array(repeating: 0, count: 2 << 20), "Link": [],
        ])
        #expect(
            throws: ZoneFilesError.badData(
                ZoneID("Text"),
                path: "\(directory.path)/Text",
                .truncated(needed: 44, found: 16)
            )
        ) {
            try ZoneFiles.load(root: directory.path, names: [ZoneID("Text")])
        }
        #expect(throws: ZoneFilesError.badData(ZoneID("Short"), path: "\(directory.path)/Short", .badFooter)) {
            try ZoneFiles.load(root: directory.path, names: [ZoneID("Short")])
        }
        #expect(throws: ZoneFilesError.tooLarge(path: "\(directory.path)/Large", bytes: 2 << 20)) {
            try ZoneFiles.load(root: directory.path, names: [ZoneID("Large")])
        }
        let link = "\(directory.path)/Link"
        try FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/zero")
        #expect(throws: ZoneFilesError.unreadable(path: link, reason: "it is no regular file")) {
            try ZoneFiles.load(root: directory.path, names: [ZoneID("Link")])
        }
        // Only what begins as a time zone does is listed.
        #expect(try ZoneFiles.names(root: directory.path) == [ZoneID("Short")])
    }

    @Test(arguments: [
        (["+VERSION": "2026b\n", "version": "2026c\n", "tzdata.zi": "# version 2026d\n"], "2026b"),
        (["version": "2026c\n", "tzdata.zi": "# version 2026d\n"], "2026c"),
        (["tzdata.zi": "# version 2026d\nR d"], "2026d"),
        (["+VERSION": "2026e"], "2026e"), (["+VERSION": "", "version": "2026c"], "2026c"),
        (["+VERSION": "two words", "tzdata.zi": "# version 2026d-dirty\r\n"], "2026d-dirty"),
    ])
    func `the version is the one that the directory states`(files: [String: String], version: String) throws {
        let directory = try ZoneDirectory(
            files.mapValues { Array($0.utf8) }.merging(["UTC": ZoneDirectory.utc]) { first, _ in first }
        )
        #expect(try ZoneFiles.load(root: directory.path, names: [ZoneID("UTC")]).version == version)
    }

    // The digests were made with another program. The first four names put the end of the hashed text on either side
    // of the places where SHA-256 needs another block.
    @Test(arguments: [
        (["UTC"], "a4c8718a6ee98cd0c5704eca4109eb9cf283a93f2cb08b8838effa898e6eb5ba"),
        (["Zulu"], "c116328fd40c99e61f44b857cb79209b471ceb678e7ebfee72a9e90092ff8fa8"),
        (["Etc/Etc/UTC"], "0f974f7b64b9c28075c2b4310ab88fa1bc23ffc80e802ced1223c329a5fd4601"),
        (["Etc/Etc/Zulu"], "bc4cfecac9fab975d88e485b924e6fb6489e90a289821c5b566835e4794f8286"),
        (["Etc/UTC", "UTC", "Zulu"], "bd6bdaf438519913f3d564f55543a3448598b272ed7ff8cb0e17787b756ce44f"),
    ])
    func `a directory without a version is named by the digest of the files`(names: [String], digest: String) throws {
        let directory = try ZoneDirectory(Dictionary(uniqueKeysWithValues: names.map { ($0, ZoneDirectory.utc) }))
        let database = try ZoneFiles.load(root: directory.path, names: names.reversed().map(ZoneID.init))
        #expect(database.version == "sha256:\(digest)")
    }
}

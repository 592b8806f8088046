import Compliance
import Telephony
import Testing

struct ScheduleKeyTests {
    @Test(
        arguments: [
            ("TCPA-CA-America/Los_Angeles", "CA", "America/Los_Angeles"),
            ("TCPA-IN-America/Indiana/Tell_City", "IN", "America/Indiana/Tell_City"),
            ("TCPA-PR-America/Port-au-Prince", "PR", "America/Port-au-Prince"),
            ("TCPA-GU-Etc/GMT-10", "GU", "Etc/GMT-10"), ("tcpa-ca-America/Los_Angeles", "CA", "America/Los_Angeles"),
            (" TCPA-AZ-America/Phoenix\n", "AZ", "America/Phoenix"),
        ]
    )
    func `a key of calling hours names a region and a zone`(_ text: String, _ region: String, _ zone: String) throws {
        let key = try ScheduleKey(text)
        #expect(key.meaning == .callingHours(region: region, zone: ZoneID(zone)))
        #expect(key.text == "TCPA-\(region)-\(zone)")
        #expect(try ScheduleKey(region: region, zone: ZoneID(zone)) == key)
    }

    @Test(
        arguments: [
            ("", .empty), ("  \n", .empty), ("TCPA-", .missingRegion("TCPA-")),
            ("TCPA--America/Phoenix", .missingRegion("TCPA--America/Phoenix")),
            ("TCPA-AZ", .missingZone("TCPA-AZ")), ("TCPA-AZ-", .missingZone("TCPA-AZ-")),
            (
                "TCPA-California-America/Los_Angeles",
                .badRegion("California", key: "TCPA-California-America/Los_Angeles")
            ),
            ("TCPA-C1-America/Los_Angeles", .badRegion("C1", key: "TCPA-C1-America/Los_Angeles")),
            ("TCPA-É-America/Los_Angeles", .badRegion("É", key: "TCPA-É-America/Los_Angeles")),
            ("TCPA-America/Los_Angeles", .badRegion("America/Los_Angeles", key: "TCPA-America/Los_Angeles")),
            (String(repeating: "k", count: 201), .tooLong(201)),
        ] as [(String, ScheduleKeyError)]
    )
    func `a key that lacks a part says which`(_ text: String, _ error: ScheduleKeyError) {
        #expect(throws: error) { try ScheduleKey(text) }
    }

    @Test(arguments: ["office-hours", "TCPA", "tcpa_x", "office hours", "Ünïcode", "TCPAX-CA"])
    func `any other key is an operator's own`(_ text: String) throws {
        #expect(try ScheduleKey(text).meaning == .own)
        #expect(try ScheduleKey(text).text == text)
    }

    /// Always open, so that a test sees which schedule it was given.
    private struct Always: AvailabilitySource {
        let region: String
        let zone: ZoneID

        func blocks(overlapping range: Range<Instant>) -> [AvailabilityBlock] { [AvailabilityBlock(range)] }
    }

    private static func catalogue(_ keys: [String] = ["office-hours", "night"]) throws -> ScheduleCatalogue {
        let zones = try ScheduleFixture.zones()
        let schedules = try keys.map { key in
            try AvailabilitySchedule(
                key: ScheduleKey(key),
                description: "",
                zone: ScheduleFixture.losAngeles,
                rows: [],
                zones: zones
            )
        }
        return try ScheduleCatalogue(schedules, zones: zones) { region, zone in
            ["CA", "AZ"].contains(region) ? Always(region: region, zone: zone) : nil
        }
    }

    @Test func `a known key gives its schedule`() throws {
        let catalogue = try ScheduleKeyTests.catalogue()
        let own = try catalogue.source(for: "night")
        #expect((own as? AvailabilitySchedule)?.key.text == "night")
        #expect(catalogue.ownKeys == ["night", "office-hours"])
        #expect(catalogue.own(try ScheduleKey("night")) != nil)
        for region in ["CA", "AZ"] {
            for zone in ScheduleFixture.clocks.keys {
                let hours = try catalogue.source(for: "TCPA-\(region)-\(zone)") as? Always
                #expect(hours?.region == region)
                #expect(hours?.zone == ZoneID(zone))
            }
        }
    }

    @Test(
        arguments: [
            ("ofice-hours", "did you mean 'office-hours'?"), ("NIGHT", "did you mean 'night'?"),
            ("elsewhere", "There is no schedule 'elsewhere';"), ("", "is empty"),
            ("TCPA-ZZ-America/Phoenix", "names the region ZZ"), ("TCPA-CA", "has no zone"),
            ("TCPA-CA-America/LosAngeles", "did you mean 'America/Los_Angeles'?"),
            ("TCPA-CA-america/los_angeles", "did you mean 'America/Los_Angeles'?"),
            ("TCPA-CA-Mars/Olympus", "'Mars/Olympus' is not in the tz data test;"),
            ("bad\u{1B}[2J\nkey", "'bad?[2J?key'"),
        ]
    )
    func `an unknown key is refused with what is unknown`(_ text: String, _ message: String) throws {
        let catalogue = try ScheduleKeyTests.catalogue()
        let error = #expect(throws: ScheduleLookupError.self) { try catalogue.source(for: text) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "no error")")
    }

    @Test func `keys that clash and keys of the law make no catalogue`() throws {
        let night = try ScheduleKey("night")
        #expect(throws: ScheduleLookupError.keyClash(night)) { try ScheduleKeyTests.catalogue(["night", "night"]) }
        let law = try ScheduleKey("TCPA-CA-America/Los_Angeles")
        #expect(throws: ScheduleLookupError.reservedKey(law)) {
            try ScheduleKeyTests.catalogue(["TCPA-CA-America/Los_Angeles"])
        }
    }
}

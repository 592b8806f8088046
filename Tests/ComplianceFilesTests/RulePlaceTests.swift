import Compliance
import ComplianceFiles
import Telephony
import Testing

/// Where numbers are, with the data that comes with the program.
struct RulePlaceTests {
    private func finder() throws -> PlaceFinder {
        let files = try RuleFiles.loaded()
        return PlaceFinder(plan: files.plan, postal: files.postal) { $0 == $1 }
    }

    private func found(_ contact: Contact, by finder: PlaceFinder) throws -> Candidates {
        guard case .found(let candidates) = finder.find(contact) else {
            throw Lost(contact: contact)
        }
        return candidates
    }

    private struct Lost: Error {
        let contact: Contact
    }

    @Test func `every area code of the table is where the table says`() throws {
        let finder = try finder()
        let records = try RuleFilesTests.records(of: "nanp.csv")
        #expect(records.count == 477)
        var geographic = 0
        for record in records {
            let number = try #require(PhoneNumber("+1\(record["area_code"] ?? "")5550101"))
            let candidates = try found(Contact(number: number), by: finder)
            guard record["kind"] == "geographic" else {
                #expect(candidates.isUnknownPlace && candidates.regions.isEmpty)
                continue
            }
            geographic += 1
            #expect(candidates.zones.map(\.text).joined(separator: " ") == record["zones_safe"])
            #expect(candidates.regions.map(\.code).joined(separator: "/") == record["regions"])
            #expect(candidates.isUnknownPlace == !["US", "CA"].contains(record["country"]))
        }
        #expect(geographic == 450)
    }

    @Test func `every code that the table lacks is an unknown place in every zone`() throws {
        let files = try RuleFiles.loaded()
        let finder = try finder()
        var unknown = 0
        for code in 200...999 where files.plan.entries[try #require(AreaCode(code))] == nil {
            unknown += 1
            let candidates = try found(Contact(number: try #require(PhoneNumber("+1\(code)5550101"))), by: finder)
            #expect(candidates.isUnknownPlace && candidates.regions.isEmpty)
            #expect(candidates.zones == files.plan.zones)
        }
        #expect(unknown == 800 - 477)
    }

    @Test(arguments: [
        ("AL", "America/Chicago America/New_York"), ("AK", "America/Adak America/Anchorage"),
        ("AZ", "America/Denver America/Phoenix"), ("FL", "America/Chicago America/New_York"),
        ("ID", "America/Denver America/Los_Angeles"), ("IN", "America/Chicago America/New_York"),
        ("KS", "America/Chicago America/Denver"), ("KY", "America/Chicago America/New_York"),
        ("MI", "America/Chicago America/New_York"), ("ND", "America/Chicago America/Denver"),
        ("NE", "America/Chicago America/Denver"), ("NV", "America/Denver America/Los_Angeles"),
        ("OR", "America/Denver America/Los_Angeles"), ("SD", "America/Chicago America/Denver"),
        ("TN", "America/Chicago America/New_York"), ("TX", "America/Chicago America/Denver"),
        ("WA", "America/Los_Angeles"), ("HI", "Pacific/Honolulu"), ("GU", "Pacific/Guam"),
    ])
    func `a state has the zones of all its codes`(code: String, zones: String) throws {
        let region = try #require(Region(code))
        #expect(try RuleFiles.loaded().plan.zones(of: region).map(\.text).joined(separator: " ") == zones)
    }

    @Test(arguments: [
        ("98101", "WA"), ("10001", "NY"), ("10004", "NJ NY"), ("20500", "DC MD VA"), ("06390", "CT NY"),
        ("00901", "PR"),
        ("96910", "GU MP"), ("96799", "AS HI"), ("96941", ""), ("09012", ""), ("96201", ""), ("34002", ""),
        ("00000", ""),
        ("K1A 0B1", "ON"), ("H2Y 1C6", "QC"), ("X0A 0H0", "NT NU"), ("73949", "OK TX"), ("83414", "ID WY"),
    ])
    func `a ZIP is in the regions that its prefix serves`(text: String, regions: String) throws {
        let zip = try #require(ZIPCode(text))
        #expect(try RuleFiles.loaded().postal.regions(of: zip).map(\.code).joined(separator: " ") == regions)
    }

    @Test func `every region but those in no post office's table has a ZIP`() throws {
        let postal = try RuleFiles.loaded().postal
        let all = Set(
            postal.prefixes.compactMap { prefix -> ZIPCode? in
                switch prefix.utf8.count {
                case 1: ZIPCode(prefix + "1A")
                case 3: ZIPCode(prefix + "00")
                default: ZIPCode(prefix)
                }
            }.flatMap(postal.regions)
        )
        #expect(Region.all.filter { !all.contains($0) }.isEmpty)
    }

    /// What more is stated about a contact never takes a rule away, but for a number that had no place.
    @Test func `stating a region, a state or a ZIP never takes a region, a zone or a row away`() throws {
        let files = try RuleFiles.loaded()
        let finder = try finder()
        let zips = ["98101", "10004", "83414", "36101", "84101"]
        let zones: [ZoneID?] = [nil] + ["America/New_York", "America/Denver", "Pacific/Guam"].map(ZoneID.init)
        var seen: Set<[String]> = []
        for code in files.plan.entries.keys.sorted() {
            let entry = try #require(files.plan.entries[code])
            // One code of each place is enough.
            let place = entry.regions.map(\.description) + entry.zones.map(\.text)
            guard !entry.regions.isEmpty, seen.insert(place).inserted else { continue }
            for zone in zones {
                let contact = Contact(number: try #require(PhoneNumber("+1\(code)5550101")), zone: zone)
                let before = try found(contact, by: finder)
                var variants = Region.all.filter { $0.code < "D" }.map { region -> Contact in
                    var more = contact
                    more.region = region
                    return more
                }
                for zip in zips {
                    var more = contact
                    more.zip = zip
                    variants.append(more)
                    more = contact
                    more.providerState = "TX"
                    more.providerZip = zip
                    variants.append(more)
                }
                for variant in variants {
                    let after = try found(variant, by: finder)
                    #expect(Set(after.regions).isSuperset(of: before.regions))
                    #expect(Set(after.zones).isSuperset(of: before.zones))
                    #expect(after.isUnknownPlace || !before.isUnknownPlace)
                    for kind in [ContactKind.live, .automated] {
                        let rows = Set(files.book.rows(for: after, kind: kind, on: RuleFilesTests.later).map(\.id))
                        let earlier = files.book.rows(for: before, kind: kind, on: RuleFilesTests.later).map(\.id)
                        #expect(rows.isSuperset(of: earlier))
                    }
                }
            }
        }
    }
}

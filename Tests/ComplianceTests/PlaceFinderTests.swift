import Compliance
import Telephony
import Testing

struct PlaceFinderTests {
    /// A plan of a few codes; every other region has the zone that ``zone(of:)`` gives.
    static let codes = """
        area_code,country,regions,kind,zones_safe,note
        206,US,WA,geographic,America/Los_Angeles,
        305,US,FL,geographic,America/New_York,
        850,US,FL,geographic,America/Chicago America/New_York,
        313,US,MI,geographic,America/Detroit,
        867,CA,NT/NU/YT,geographic,America/Edmonton America/Toronto,
        876,JM,JM,geographic,America/Jamaica,
        800,US,,toll-free,,
        500,US,,personal/non-geographic,,

        """

    static let postal = """
        prefix,regions,source,note
        981,WA,x,
        834,ID/WY,x,
        330,FL,x,
        090,,x,military mail
        99362,OR/WA,x,
        993,WA,x,
        X,NT/NU,x,

        """

    static func zone(of region: Region) -> String {
        switch region.code {
        case "WA", "OR", "CA": "America/Los_Angeles"
        case "ID": "America/Denver America/Los_Angeles"
        case "NY": "America/New_York"
        default: region.country == .canada ? "America/Toronto" : "America/Chicago"
        }
    }

    private func plan() throws -> NumberingPlan {
        let known: Set<String> = ["WA", "FL", "MI", "NT", "NU", "YT"]
        let rest = Region.all.filter { !known.contains($0.code) }.map { "\($0.code),\(Self.zone(of: $0)),\n" }.joined()
        return try NumberingPlan.parse(
            areaCodes: RuleTables.Source(Self.codes, file: "nanp"),
            regionZones: RuleTables.Source("region,zones,note\n" + rest, file: "zones")
        ).get()
    }

    private func finder() throws -> PlaceFinder {
        PlaceFinder(plan: try plan(), postal: try PostalPrefixes.parse(Self.postal, file: "zip").get()) { left, right in
            let clocks: [Set<String>] = [["America/New_York", "America/Detroit", "America/Toronto"]]
            return clocks.contains { $0.contains(left.text) && $0.contains(right.text) }
        }
    }

    private func find(_ number: String, _ change: (inout Contact) -> Void = { _ in }) throws -> PlaceFinder.Finding {
        var contact = Contact(number: try #require(PhoneNumber(number)))
        change(&contact)
        return try finder().find(contact)
    }

    /// Regions, zones without `America/`, and whether the place is unknown.
    private func place(_ number: String, _ change: (inout Contact) -> Void = { _ in }) throws -> String {
        guard case .found(let found) = try find(number, change) else { return "not found" }
        let zones = found.zones.map { $0.text.split(separator: "/").last ?? "" }.joined(separator: " ")
        let unknown = found.isUnknownPlace ? " or unknown" : ""
        return found.regions.map(\.description).joined(separator: " ") + unknown + ": " + zones
    }

    @Test func `a number alone is where its area code is`() throws {
        #expect(try place("+12065550101") == "WA: Los_Angeles")
        #expect(try place("+18505550101") == "FL: Chicago New_York")
        #expect(try place("+18675550101") == "NT NU YT: Edmonton Toronto")
    }

    @Test(arguments: ["+18005550101", "+15005550101", "+12275550101"])
    func `a number without a place may be in every zone of the plan`(number: String) throws {
        #expect(
            try place(number)
                == " or unknown: Chicago Denver Detroit Edmonton Jamaica Los_Angeles New_York Toronto"
        )
    }

    @Test func `another country of the plan has its zone and the strictest row`() throws {
        #expect(try place("+18765550101") == "Jamaica or unknown: Jamaica")
        #expect(try place("+18765550101") { $0.region = Region("WA") } == "Jamaica WA or unknown: Jamaica Los_Angeles")
    }

    @Test func `a stated zone narrows the zones and not the regions`() throws {
        #expect(try place("+18505550101") { $0.zone = ZoneID("America/Chicago") } == "FL: Chicago")
        #expect(try place("+18005550101") { $0.zone = ZoneID("America/Denver") } == " or unknown: Denver")
        #expect(try place("+18675550101") { $0.zone = ZoneID("America/Toronto") } == "NT NU YT: Toronto")
    }

    @Test func `a stated zone with the same clock replaces the number's`() throws {
        #expect(try place("+13055550101") { $0.zone = ZoneID("America/Detroit") } == "FL: Detroit")
        #expect(try place("+13135550101") { $0.zone = ZoneID("America/New_York") } == "MI: New_York")
    }

    @Test func `any other stated zone holds beside the number's`() throws {
        #expect(try place("+12065550101") { $0.zone = ZoneID("America/Denver") } == "WA: Denver Los_Angeles")
        #expect(
            try place("+18005550101") { $0.zone = ZoneID("Asia/Tokyo") }
                == " or unknown: Chicago Denver Detroit Edmonton Jamaica Los_Angeles New_York Toronto Tokyo"
        )
    }

    @Test func `a stated region without a zone is in all its zones`() throws {
        #expect(try place("+13055550101") { $0.region = Region("FL") } == "FL: Chicago New_York")
        #expect(try place("+18005550101") { $0.region = Region("ID") } == "ID: Denver Los_Angeles")
    }

    @Test func `a stated region and zone where the number is are that zone`() throws {
        let place = try place("+18505550101") {
            $0.region = Region("FL")
            $0.zone = ZoneID("America/Chicago")
        }
        #expect(place == "FL: Chicago")
        let toll = try self.place("+18005550101") {
            $0.region = Region("ID")
            $0.zone = ZoneID("America/Denver")
        }
        #expect(toll == "ID: Denver")
    }

    @Test func `a stated zone that its region has not holds beside the region's`() throws {
        let place = try place("+18005550101") {
            $0.region = Region("ID")
            $0.zone = ZoneID("America/New_York")
        }
        #expect(place == "ID: Denver Los_Angeles New_York")
    }

    @Test func `a stated region elsewhere is both regions in all zones of both, whatever zone is stated`() throws {
        #expect(try place("+13055550101") { $0.region = Region("WA") } == "FL WA: Chicago Los_Angeles New_York")
        let zoned = try place("+13055550101") {
            $0.region = Region("WA")
            $0.zone = ZoneID("America/New_York")
        }
        #expect(zoned == "FL WA: Chicago Los_Angeles New_York")
    }

    @Test func `a ZIP counts as a stated region, and one on a state line as both`() throws {
        #expect(try place("+13055550101") { $0.zip = "98101" } == "FL WA: Chicago Los_Angeles New_York")
        #expect(try place("+12065550101") { $0.zip = "98101-1234" } == "WA: Los_Angeles")
        #expect(try place("+18005550101") { $0.zip = "83414" } == "ID WY: Chicago Denver Los_Angeles")
        #expect(try place("+12065550101") { $0.zip = "99362" } == "OR WA: Los_Angeles")
        #expect(try place("+12065550101") { $0.zip = "99363" } == "WA: Los_Angeles")
        #expect(try place("+18675550101") { $0.zip = "X0A 0H0" } == "NT NU YT: Edmonton Toronto")
    }

    @Test func `military mail goes anywhere`() throws {
        #expect(
            try place("+12065550101") { $0.zip = "09012" }
                == "WA or unknown: Chicago Denver Detroit Edmonton Jamaica Los_Angeles New_York Toronto"
        )
    }

    @Test func `a malformed ZIP in the record refuses, and one from the provider says nothing`() throws {
        guard case .unreadable(let text) = try find("+12065550101", { $0.zip = "1234" }) else {
            Issue.record("a malformed ZIP was read")
            return
        }
        #expect(text.hasPrefix("the contact's ZIP"))
        #expect(!text.contains("1234"))
        #expect(try place("+12065550101") { $0.providerZip = "1234" } == "WA: Los_Angeles")
    }

    @Test func `the provider's state and ZIP are candidates`() throws {
        #expect(try place("+12065550101") { $0.providerState = "NY" } == "NY WA: Los_Angeles New_York")
        #expect(try place("+12065550101") { $0.providerState = "" } == "WA: Los_Angeles")
        #expect(try place("+12065550101") { $0.providerState = "??" } == "WA or unknown: Los_Angeles")
        #expect(try place("+12065550101") { $0.providerZip = "33012" } == "FL WA: Chicago Los_Angeles New_York")
    }

    @Test(arguments: [
        ("+442079460101", 44), ("+79035550101", 7), ("+390655501010", 39), ("+35315550101", 353),
        ("+21655501012", 216), ("+88235550101", 882), ("+9715555010", 971),
    ])
    func `a number outside the plan has no rules`(number: String, code: Int) throws {
        #expect(try find(number) == .noRules(callingCode: code))
        #expect(try find(number) { $0.region = Region("CA") } == .noRules(callingCode: code))
    }

    @Test(arguments: ["+1206555010", "+120655501011", "+11065550101", "+12061550101", "+12060550101", "+19"])
    func `a number that only begins as one of the plan is malformed`(number: String) throws {
        guard case .unreadable = try find(number) else {
            Issue.record("the number was read")
            return
        }
    }

    @Test func `every candidate has its reason, and no digits of the number`() throws {
        let finding = try find("+13055550101") {
            $0.region = Region("WA")
            $0.zip = "83414"
            $0.providerState = "ca"
        }
        guard case .found(let found) = finding else {
            Issue.record("no place was found")
            return
        }
        #expect(
            found.basis.map(\.description) == [
                "area code 305 is in FL, America/New_York", "the contact's record says WA",
                "the contact's ZIP 834** is in ID, WY",
                "the provider says CA",
                "CA, ID, WA, WY is not FL, where the number is: both hold, in all zones of both",
            ]
        )
    }

    @Test(arguments: [
        ("98101", "981**"), ("98101-1234", "981**"), ("981011234", "981**"), ("K1A 0B1", "K1A ***"),
        ("k1a0b1", "K1A ***"),
        ("K1A", "K1A ***"), (" 98101 ", "981**"),
    ])
    func `a ZIP is read and prints in part`(text: String, shown: String) {
        #expect(ZIPCode(text)?.description == shown)
    }

    @Test(arguments: ["", "9810", "981012", "98101-12", "98101 1234", "K1A 0B", "KKA 0B1", "K1A-0B1", "9810A", "１２３４５"])
    func `what is no ZIP is none`(text: String) {
        #expect(ZIPCode(text) == nil)
    }

    @Test(arguments: [
        (
            "abc,US,WA,geographic,America/Los_Angeles,",
            "nanp:2:1: error: [plan-code] 'abc' is no area code from 200 to 999"
        ),
        (
            "199,US,WA,geographic,America/Los_Angeles,",
            "nanp:2:1: error: [plan-code] '199' is no area code from 200 to 999"
        ),
        ("206,US,XX,geographic,America/Los_Angeles,", "nanp:2:8: error: [rule-region] unknown region 'XX' of 'US'"),
        ("206,ZZ,ZZ,geographic,America/Los_Angeles,", "nanp:2:8: error: [rule-region] unknown region 'ZZ' of 'ZZ'"),
        ("206,US,WA,moon,America/Los_Angeles,", "nanp:2:11: error: [plan-kind] unknown kind 'moon'"),
        (
            "206,US,WA,geographic,,",
            "nanp:2:1: error: [plan-place] area code 206 is geographic and has no region or no zone"
        ),
        (
            "206,US,WA,toll-free,America/Los_Angeles,",
            "nanp:2:1: error: [plan-place] area code 206 is toll-free and has a place"
        ),
    ])
    func `a malformed area code is found where it stands`(record: String, finding: String) {
        let result = NumberingPlan.parse(
            areaCodes: RuleTables.Source("area_code,country,regions,kind,zones_safe,note\n\(record)\n", file: "nanp"),
            regionZones: RuleTables.Source("region,zones,note\n", file: "zones")
        )
        guard case .failure(let faults) = result else {
            Issue.record("the plan was read")
            return
        }
        #expect(faults.findings.map(\.description).contains(finding))
        #expect(faults.findings.contains { $0.id == "plan-zones" && $0.message == "no zone is known for TX, Texas" })
    }

    @Test func `an operator's area code replaces the table's`() throws {
        let code = try #require(AreaCode(227))
        let maryland = try #require(Region("MD"))
        let entry = NumberingPlan.Entry(
            code: code,
            regions: [maryland],
            zones: [ZoneID("America/New_York")],
            isOperators: true
        )
        let plan = try plan().adding([entry])
        #expect(plan.entries[code]?.regions == [maryland])
        #expect(plan.zones(of: maryland).contains(ZoneID("America/New_York")))
    }
}

/// How soon a sales call has to have said something, by the law of a region.
///
/// These are the rows of `tcpa-disclosures.csv` that name a time; a test holds the two together. All of them bind calls that
/// sell: Alabama's rule is for "automated solicitation telephone calls", Texas's for announcing devices "used for telephone
/// solicitation or collection", the others for telephone solicitation.
struct DisclosureDeadline: Hashable {
    /// What has to be said.
    enum Matter: Hashable {
        case part(IntentTiming.Part)
        /// A telephone number.
        case number
    }

    /// The code of the region in the rule tables.
    let region: String
    let name: String
    let seconds: Int64
    let matters: [Matter]
    let citation: String

    /// The shortest first.
    static let all: [DisclosureDeadline] = [
        DisclosureDeadline(
            region: "CT",
            name: "Connecticut",
            seconds: 10,
            matters: [.part(.caller), .part(.purpose)],
            citation: "Conn. Gen. Stat. 42-288a"
        ),
        DisclosureDeadline(
            region: "AL",
            name: "Alabama",
            seconds: 20,
            matters: [.part(.caller), .number],
            citation: "Ala. Admin. Code r. 770-X-5-.17(1)(e)"
        ),
        DisclosureDeadline(
            region: "TX",
            name: "Texas",
            seconds: 30,
            matters: [.part(.caller), .part(.purpose), .number],
            citation: "Tex. Util. Code 55.127"
        ),
        DisclosureDeadline(
            region: "FL",
            name: "Florida",
            seconds: 30,
            matters: [.part(.caller), .part(.purpose)],
            citation: "Fla. Stat. 501.613"
        ),
        DisclosureDeadline(
            region: "WA",
            name: "Washington",
            seconds: 30,
            matters: [.part(.caller), .part(.purpose)],
            citation: "RCW 80.36.390(2)"
        ),
        DisclosureDeadline(
            region: "RI",
            name: "Rhode Island",
            seconds: 30,
            matters: [.part(.caller), .part(.purpose)],
            citation: "R.I. Gen. Laws 5-61-3.3"
        ),
        DisclosureDeadline(
            region: "NV",
            name: "Nevada",
            seconds: 30,
            matters: [.part(.caller), .part(.purpose)],
            citation: "NRS 598.092(2)"
        ),
        DisclosureDeadline(
            region: "PR",
            name: "Puerto Rico",
            seconds: 60,
            matters: [.part(.caller), .part(.purpose)],
            citation: "P.R. Law 210 of 2003"
        ),
    ]
}

import Compliance
import Testing

struct RuleCapTests {
    @Test(arguments: [
        ("3/24h same subject, any number", Cap(.sliding(count: 3, seconds: 86_400), scope: .sameSubject)),
        ("3/24h same subject", Cap(.sliding(count: 3, seconds: 86_400), scope: .sameSubject)),
        ("3/24h", Cap(.sliding(count: 3, seconds: 86_400))),
        ("1 per 8h", Cap(.sliding(count: 1, seconds: 28_800))),
        ("3/30d", Cap(.sliding(count: 3, seconds: 2_592_000))),
        ("3/event", Cap(.perEvent(count: 3))),
        ("no second call after a hang-up", Cap(.noneAfterHangUp)),
        (
            "3/24h (not with an 18-month established business relationship)",
            Cap(.sliding(count: 3, seconds: 86_400), exception: .businessRelationship(months: 18))
        ),
    ])
    func `a cap is read as the tables write it`(text: String, cap: Cap) {
        #expect(Cap(table: text) == cap)
    }

    @Test(arguments: [
        "", "3", "3/", "0/24h", "3/0h", "3/24", "3/24m", "/24h", "3/24h sometimes", "-1/24h", "3 per day", "3/24h ",
        "three/24h", "9999999/24h", "3/9999999h",
    ])
    func `what is not understood is no cap`(text: String) {
        #expect(Cap(table: text) == nil)
    }

    @Test func `a cap says what it counts`() {
        #expect(Cap(table: "3/24h same subject")?.description == "3 per 24 h on the same subject")
        #expect(Cap(table: "3/30d")?.description == "3 per 30 days")
    }
}

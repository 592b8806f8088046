import Compliance
import Testing

struct CivilTimeOfDayTests {
    @Test(arguments: [
        ("00:00", 0, "00:00"), ("08:00", 28_800, "08:00"), ("08:00:00", 28_800, "08:00"),
        ("20:59:59", 75_599, "20:59:59"),
        ("23:59", 86_340, "23:59"), ("24:00", 86_400, "24:00"), ("24:00:00", 86_400, "24:00"),
    ])
    func `a time is read and printed`(text: String, seconds: Int, printed: String) throws {
        let time = try #require(TimeOfDay(text))
        #expect(time.seconds == seconds)
        #expect(time.description == printed)
    }

    @Test(arguments: [
        "", "8:00", "08:0", "08-00", "08:60", "24:01", "24:00:01", "25:00", "99:99", "08:00:60", "08:00-30", "08:00:0",
        "-1:00",
        "08:00 ", " 8:00", "0８:00", "08:00:00.5", "8 am",
    ])
    func `text that is not a time is nil`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test func `midnight and the end of the day are a day apart`() {
        #expect(TimeOfDay("00:00") == .midnight)
        #expect(TimeOfDay("24:00") == .endOfDay)
        #expect(TimeOfDay.midnight < .endOfDay)
        #expect(TimeOfDay(seconds: -1) == nil)
        #expect(TimeOfDay(seconds: 86_401) == nil)
    }
}

import Compliance
import Testing

struct SpeechLengthTests {
    @Test(arguments: [
        ("42", "forty two"), ("0", "zero"), ("13", "thirteen"), ("100", "one hundred"),
        ("1,234", "one thousand two hundred thirty four"),
        ("1000000", "one zero zero zero zero zero zero"), ("1,000,000", "one zero zero zero zero zero zero"),
        ("120000", "one hundred twenty thousand"), ("3.5", "three point five"), ("$5", "five dollars"),
        ("$1", "one dollar"),
        ("$1,234.50", "one thousand two hundred thirty four dollars and fifty cents"),
        ("$0.01", "zero dollars and one cent"),
        ("$20.00", "twenty dollars"), ("€5", "five euros"), ("3:30 PM", "three thirty P M"),
        ("3:30 p.m. on", "three thirty P M on"),
        ("9:05", "nine oh five"), ("10:00", "ten o'clock"), ("10:00 am", "ten A M"), ("1st", "first"),
        ("22nd", "twenty second"),
        ("20th", "twentieth"), ("12th", "twelfth"), ("5th", "fifth"), ("555-0101", "five five five-zero one zero one"),
        ("007", "zero zero seven"), ("50%", "fifty percent "), ("#4", "number four"), ("no numbers", "no numbers"),
        ("Press 1, or 2.", "Press one, or two."), ("10k", "ten k"), ("room4", "room four"), ("$", "$"), ("1.", "one."),
        ("12,5", "twelve,five"),
        ("99999999999999999999999", String(repeating: "nine ", count: 22) + "nine"),
    ])
    func `numbers are written out as they are spoken`(written: String, spoken: String) {
        #expect(SpokenNumbers.expand(written) == spoken)
    }

    /// A text with the characters, sentence ends and commas that count.
    static let counts: [(String, Int64, Int64, Int64)] = [
        ("", 0, 0, 0), ("   ", 0, 0, 0), ("...", 0, 0, 0), ("-", 0, 0, 0),
        // The sentence end counts though it is not written.
        ("Hi", 2, 1, 0),
        // The full stop is a character too.
        ("Hi.", 3, 1, 0), ("Hi!!!", 5, 1, 0), ("Hi. Yes", 7, 2, 0), ("Hi,  yes.", 8, 1, 1), ("3.5", 16, 1, 0),
        ("Come at 3:30 p.m. on Monday.", 35, 1, 0), ("Come at 3:30 p.m. Bye.", 30, 2, 0), ("你好。", 9, 1, 0),
    ]

    @Test(arguments: counts)
    func `characters, sentence ends and commas make the length`(
        text: String,
        characters: Int64,
        ends: Int64,
        commas: Int64
    ) {
        #expect(
            SpeechLength.milliseconds(of: text) == (characters * 51_300 + ends * 307_000 + commas * 295_000) / 1_000
        )
    }

    @Test func `a beginning has no closing silence and is never longer than the whole`() {
        let text = "Hello, this is Riverside Dental. Your visit is at 3:30 PM, please come."
        let whole = SpeechLength.milliseconds(of: text)
        var last: Int64 = 0
        for end in [5, 6, 20, 32, 45, 60] {
            let length = SpeechLength.milliseconds(upTo: text.prefix(end))
            #expect(length > last && length < whole)
            last = length
        }
        #expect(SpeechLength.milliseconds(upTo: text) == whole)
        #expect(SpeechLength.milliseconds(upTo: "Hi") == 102)
    }

    @Test func `a slower voice takes longer`() {
        let slow = SpeechRate(character: 64_000, sentenceEnd: 440_000, comma: 387_000)
        #expect(SpeechLength.milliseconds(of: "Hi, you.", rate: slow) == 8 * 64 + 440 + 387)
    }

    @Test(arguments: [
        "Hello there.", "Pay $1,234.50 by 3:30 PM, or call 555-0101!", "One; two: three, four", "e", "...", " . e . ",
        "He said \"stop.\" Then (he left.) Well?", "Line one\r\nline two.\tEnd", "50% & #4 e-mail", "No end, e",
        "Wait... what?! e", "v1.2.3 is 12345678, then 007. e",
    ])
    func `a letter with an accent is as long as one without`(text: String) {
        // Texts of ASCII alone are measured by bytes and all others by characters: both have to come to the same.
        let accented = text.replacing("e", with: "\u{E9}")
        #expect(SpeechLength.milliseconds(of: text) == SpeechLength.milliseconds(of: accented))
        #expect(SpeechLength.milliseconds(upTo: text) == SpeechLength.milliseconds(upTo: accented))
    }

    @Test func `a long text full of numbers is measured in one pass`() {
        let text = String(repeating: "call 206 555 0101 now, ", count: 4_000)
        #expect(SpeechLength.milliseconds(of: text) > 4_000 * 1_000)
    }
}

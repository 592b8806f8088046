import BotGraph
import CallEngine
import Replay
import Simulator
import Telephony
import Testing

struct RecordingCodecTests {
    private static let header =
        #"{"touchtone_recording":1,"bot":"front-desk","bot_version":""#
        + String(repeating: "a", count: 64) + #"","origin":"server","base_url":"https://bots.example.com"}"#
    private static let start =
        #"{"at":"2026-11-25T22:07:27.000Z","event":{"type":"started","call":"CA1","direction":"inbound","#
        + #""person":"+12065550101","own_number":"+12065550199","status":"ringing"},"reply":"<Response/>"}"#

    /// What is said of a file, without its path.
    private func findings(_ lines: String...) -> [String] {
        findings(bytes: [UInt8](lines.joined(separator: "\n").utf8))
    }

    private func findings(bytes: [UInt8]) -> [String] {
        switch Recording.read(bytes: bytes, path: "a.jsonl") {
        case .success: []
        case .failure(let found): found.diagnostics.map { String($0.description.dropFirst("a.jsonl:".count)) }
        }
    }

    @Test(arguments: UInt64(0)..<300) func `what is written is read back, and written the same again`(
        seed: UInt64
    ) throws {
        var samples = RecordingSamples(seed: seed)
        let recording = try samples.recording()
        let read = try Recording.read(recording.text, path: "a.jsonl").get()
        #expect(read == recording)
        #expect(read.text == recording.text)
    }

    @Test func `the keys of a line have one order`() throws {
        let recording = try Recording.read([Self.header, Self.start].joined(separator: "\n"), path: "a.jsonl").get()
        #expect(recording.text == Self.header + "\n" + Self.start + "\n")
        #expect(recording.call?.text == "CA1")
        #expect(recording.lines == [2])
    }

    @Test
    func `a file may have a byte order mark, empty lines, spaces, other line ends, any order of keys and any offset`()
        throws
    {
        let start =
            #"{ "reply": "\u003cResponse/>", "event" : {"status":"ringing","own_number":"+12065550199","person":"", "#
            + #""direction":"inbound","call":"CA1","type":"started"}, "at":"2026-11-25T14:07:27-08:00" }"#
        let text = "\u{FEFF}\(Self.header)\r\n\r\n  \(start) \r\n"
        let recording = try Recording.read(text, path: "a.jsonl").get()
        let entry = try #require(recording.entries.first)
        #expect(entry.at.description == "2026-11-25T22:07:27.000Z")
        #expect(entry.outcome == .applied(effects: [], reply: "<Response/>"))
        #expect(recording.lines == [3])
        guard case .started(let start) = entry.event else { throw Unexpected() }
        #expect(start.person == .withheld)
    }

    @Test func `every line with a fault is told, with its place`() {
        let input = #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0,"digit":"1"},"reply":""}"#
        let other = #"{"at":"2026-11-25T22:07:29.000Z","event":{"type":"input","step":"0"},"reply":""}"#
        let findings = findings(Self.header, Self.start, input, other)
        #expect(findings.count == 2)
        #expect(
            findings.first?.hasPrefix(
                "3:67: error: [unknown-key] unknown key 'digit' in an event; did you mean 'digits'?"
            ) == true
        )
        #expect(findings.last?.hasPrefix("4:65: error: [wrong-type] 'step' is a whole number, not a text") == true)
    }

    @Test func `a column counts characters`() {
        let line = #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0,"speech":"🦷é"},"reply":7}"#
        #expect(
            findings(Self.header, Self.start, line) == ["3:90: error: [wrong-type] 'reply' is a text, not a number"]
        )
    }

    @Test(arguments: [
        (#"{"touchtone_recording":2,"bot":"a"}"#, "recording-version"),
        (#"{"bot":"a","touchtone_recording":1}"#, "recording-header"),
        ("hello", "recording-header"), ("", "missing-key"), ("[]", "recording-header"),
        (#"{"touchtone_recording":1}"#, "missing-key"),
        (#"{"touchtone_recording":1,"touchtone_recording":1}"#, "duplicate-key"),
        (#"{"touchtone_recording":"1"}"#, "wrong-type"),
        (#"{"touchtone_recording":1,"bot_version":"abc"}"#, "bad-value"),
        (#"{"touchtone_recording":1,"origin":"elsewhere"}"#, "unknown-word"),
        (#"{"touchtone_recording":99999999999999999999}"#, "bad-value"),
    ]) func `a header that is not one is refused`(line: String, id: String) {
        #expect(
            findings(line, Self.start).first?.contains("[\(id)]") == true || (line.isEmpty && !findings(line).isEmpty)
        )
        #expect(findings(line, Self.start).allSatisfy { $0.hasPrefix("1:") || line.isEmpty })
    }

    @Test(arguments: [
        (#"{"at":"2026-11-25T22:07:26.999Z","event":{"type":"status","status":"completed"}}"#, "recording-order"),
        (#"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"status","status":"done"}}"#, "unknown-word"),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"status","status":"completed"},"reply":""}"#,
            "unknown-key"
        ),
        (#"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"status","status":"completed","step":1}}"#, "unknown-key"),
        (#"{"at":"2026-11-25T22:07:28.0001Z","event":{"type":"status","status":"completed"}}"#, "bad-value"),
        (#"{"at":"2026-02-30T22:07:28.000Z","event":{"type":"status","status":"completed"}}"#, "bad-value"),
        (#"{"at":1764108447000,"event":{"type":"status","status":"completed"}}"#, "wrong-type"),
        (#"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0}}"#, "missing-key"),
        (#"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":-1},"reply":""}"#, "bad-value"),
        (#"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0.5},"reply":""}"#, "bad-value"),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0,"confidence":NaN},"reply":""}"#,
            "json-syntax"
        ),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0,"confidence":1e999},"reply":""}"#,
            "bad-value"
        ),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0,"confidence":01},"reply":""}"#,
            "json-syntax"
        ),
        (#"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0,"digits":"A"},"reply":""}"#, "bad-value"),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0,"speech":"\ud83e"},"reply":""}"#,
            "json-syntax"
        ),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0},"reply":"","reply":""}"#,
            "duplicate-key"
        ),
        (#"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0},"reply":""}{}"#, "json-syntax"),
        (#"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0},"reply":""#, "json-syntax"),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0},"reply":"","refused":"late"}"#,
            "unknown-word"
        ),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0},"reply":"","effects":[{"type":"speak"}]}"#,
            "unknown-word"
        ),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0},"reply":"","effects":[{"type":"ended"}]}"#,
            "missing-key"
        ),
        (
            #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"input","step":0},"reply":"","effects":[{"type":"ended","reason":"bored"}]}"#,
            "unknown-word"
        ),
        (#"{"event":{"type":"input","step":0},"reply":""}"#, "missing-key"), ("null", "wrong-type"),
        ("{", "json-syntax"),
    ]) func `a line that is not one is refused`(line: String, id: String) {
        let findings = findings(Self.header, Self.start, line)
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("3:") == true)
        #expect(findings.first?.contains("[\(id)]") == true)
    }

    @Test func `a recording is one call from its start`() {
        let status = #"{"at":"2026-11-25T22:07:28.000Z","event":{"type":"status","status":"completed"}}"#
        #expect(findings(Self.header).first?.contains("[recording-order] there is no event") == true)
        #expect(findings(Self.header, status).first?.contains("[recording-order] the first event") == true)
        let second = Self.start.replacing("CA1", with: "CA2")
        #expect(findings(Self.header, Self.start, second).first?.contains("[recording-order] a second call") == true)
        #expect(findings(Self.header, Self.start, Self.start).first?.contains("starts a second time") == true)
        let repeated = Self.start.replacing(#""reply""#, with: #""refused":"already-started","reply""#)
        #expect(findings(Self.header, Self.start, repeated).isEmpty)
        #expect(findings(Self.header, repeated).first?.contains("is not refused") == true)
    }

    @Test func `a hand-made recording may leave out replies, which are filled in later`() {
        let start = Self.start.replacing(#","reply":"<Response/>""#, with: "")
        #expect(findings(Self.header, start).first?.contains("[missing-key] 'reply' is missing") == true)
        #expect(findings(Self.header.replacing(#""server""#, with: #""hand-made""#), start).isEmpty)
    }

    @Test func `bytes that are not UTF-8 are named`() {
        var bytes = [UInt8]((Self.header + "\n" + Self.start).utf8)
        bytes[bytes.count - 4] = 0xFF
        #expect(findings(bytes: bytes).first?.contains("[bad-utf8] this byte is not UTF-8") == true)
    }

    @Test func `deep and large files are refused without harm`() {
        let deep = String(repeating: "[", count: 100_000)
        let line = Self.start.replacing(#""status""#, with: #""variables":{"a":\#(deep)},"status""#)
        #expect(findings(Self.header, line).first?.contains("[too-large]") == true)
        let large = [UInt8](repeating: UInt8(ascii: " "), count: Recording.maximumBytes + 1)
        #expect(findings(bytes: large).first?.hasPrefix("1:1: error: [too-large]") == true)
        let many = Array(repeating: "{", count: 1_000).joined(separator: "\n")
        #expect(findings(Self.header, Self.start, many).count == 20)
    }

    @Test func `hostile bytes give findings and never a crash`() throws {
        var samples = RecordingSamples(seed: 5)
        var refused = 0
        for _ in 0..<5_000 {
            let recording = try samples.recording()
            let damaged = samples.damaged(recording.bytes)
            switch Recording.read(bytes: damaged, path: "a.jsonl") {
            // What still reads is a recording: it can be written, and read again.
            case .success(let read):
                #expect(try Recording.read(bytes: read.bytes, path: "a.jsonl").get().text == read.text)
            case .failure(let found):
                refused += 1
                #expect(found.diagnostics.allSatisfy { $0.location.line >= 1 && $0.location.column >= 1 })
                #expect(!found.diagnostics.isEmpty)
            }
        }
        #expect(refused > 3_000)
    }

    private struct Unexpected: Error {}
}

extension RecordingSamples {
    /// The file cut, shuffled, with bits flipped, or with hostile text in it.
    fileprivate mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...number(3) {
            guard !bytes.isEmpty else { return bytes }
            let place = number(bytes.count)
            switch number(7) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes[place] ^= 1 << UInt8(number(8))
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + number(40)))
            case 3:
                let hostile = [
                    "\u{0}", "]]", "{\"", "\\u12", "1e9999", "-", "\n", "null", "\\ud800", "99999999999999999999",
                ]
                bytes.insert(contentsOf: hostile[number(hostile.count)].utf8, at: place)
            case 4:
                var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                lines.shuffle(using: &generator)
                bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
            case 5: bytes.insert(contentsOf: (0..<number(9)).map { _ in UInt8(number(256)) }, at: place)
            default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 200)], at: number(place + 1))
            }
        }
        return bytes
    }
}

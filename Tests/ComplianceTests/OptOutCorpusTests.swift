import Compliance
import Foundation
import Testing

struct OptOutCorpusTests {
    private static func corpus(_ name: String) throws -> OptOutCorpus {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        return try OptOutCorpus(String(contentsOf: folder.appending(path: name + ".tsv"), encoding: .utf8))
    }

    @Test func `of the requests at least 99 in 100 are opted out or asked about`() throws {
        let corpus = try OptOutCorpusTests.corpus("opt-out-requests")
        print("requests: \(corpus.lines.count)\n\(corpus.table)")
        #expect(corpus.lines.count >= 300)
        #expect(corpus.lines.filter { $0.kind.hasSuffix("-es") }.count * 10 >= corpus.lines.count * 3)
        #expect(corpus.share { $0.verdict != OptOutVerdict.none } >= 99)
        #expect(corpus.share { $0.verdict == $0.expected } >= 96)
    }

    @Test func `of what is no request nothing is opted out, and little is asked about`() throws {
        let corpus = try OptOutCorpusTests.corpus("opt-out-others")
        print("others: \(corpus.lines.count)\n\(corpus.table)")
        #expect(corpus.lines.count >= 300)
        let alarms = corpus.lines.filter { $0.verdict == .optOut }
        #expect(alarms.isEmpty, "\(alarms.map(\.text))")
        #expect(corpus.share { $0.verdict == .confirm } <= 3)
    }

    /// These were written without the patterns at hand and are never tuned against.
    ///
    /// A set that was read to mend a pattern joins the others, and a new one is written. Eight sets before this one caught
    /// 91 to 95 requests in 100 when they were first read. This, the ninth, is caught 87 times in 100 (81 as expected, 6
    /// asked about where a plain opt-out was expected), and of its 120 others 3 are opted out and none asked about. The
    /// bounds are loose; the tables that are printed say it exactly.
    @Test func `utterances that the patterns were not written for fare nearly as well`() throws {
        let requests = try OptOutCorpusTests.corpus("opt-out-requests-held-out")
        let others = try OptOutCorpusTests.corpus("opt-out-others-held-out")
        print("held-out requests: \(requests.lines.count)\n\(requests.table)")
        print("held-out others: \(others.lines.count)\n\(others.table)")
        #expect(requests.lines.count >= 100)
        #expect(others.lines.count >= 120)
        #expect(requests.share { $0.verdict != OptOutVerdict.none } >= 80)
        #expect(others.share { $0.verdict == .optOut } <= 5)
    }
}

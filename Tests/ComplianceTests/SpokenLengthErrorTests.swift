import Compliance
import Foundation
import Testing

/// How far the estimate of spoken length is from a synthesiser's own, over every prompt of the sample bots.
struct SpokenLengthErrorTests {
    private struct Measured {
        let text: String
        let milliseconds: Double
        let estimate: Double

        /// Above zero where the estimate is longer.
        var error: Double { (estimate - milliseconds) / milliseconds }
    }

    private func measured() throws -> [Measured] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/spoken-lengths.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            let cells = $0.split(separator: "\t", maxSplits: 1)
            let text = String(try #require(cells.last))
            let length: Substring = try #require(cells.first)
            return Measured(
                text: text,
                milliseconds: try #require(Double(length)),
                estimate: Double(SpeechLength.milliseconds(of: text))
            )
        }
    }

    @Test func `over the sample prompts the estimate is off by a twentieth on average and never by a quarter`() throws {
        let prompts = try measured()
        #expect(prompts.count >= 40)
        let errors = prompts.map { abs($0.error) }
        let mean = errors.reduce(0, +) / Double(errors.count)
        let worst = try #require(prompts.max { abs($0.error) < abs($1.error) })
        let total = prompts.map(\.estimate).reduce(0, +) / prompts.map(\.milliseconds).reduce(0, +) - 1
        print(
            String(
                format: "spoken length: mean error %.1f %%, worst %.1f %% (%@), all together %+.1f %%",
                mean * 100,
                worst.error * 100,
                worst.text,
                total * 100
            )
        )
        #expect(mean < 0.05)
        #expect(abs(worst.error) < 0.25, "\(worst.text)")
        #expect(abs(total) < 0.03)
    }
}

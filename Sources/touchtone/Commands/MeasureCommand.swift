import ArgumentParser
import Compliance
import ComplianceFiles
import Telephony

/// Measurements of what runs inside this process, for benchmarks; left out of the help.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measure the gate's decisions on one core.",
        discussion: """
            Example:
              touchtone measure --seconds 3
            """,
        shouldDisplay: false
    )

    @Option(help: "How long each measurement takes.")
    var seconds = 2

    func run() throws {
        let gate: Gate
        do { gate = try GateFiles.gate() } catch { throw CommandFailure.impossible("\(error)") }
        let codes = [206, 212, 215, 303, 305, 312, 415, 504, 512, 602, 702, 801, 808, 907, 270, 850]
        let questions = codes.compactMap { code in
            PhoneNumber("+1\(code)5550101").map { GateQuestion(contact: Contact(number: $0), kind: .live) }
        }
        // A Tuesday that is no holiday anywhere, at noon on the west coast.
        guard let start = Instant(rfc3339: "2026-11-17T12:00:00-08:00") else { return }
        measure("decisions at an open hour", questions) { question, turn in
            let instant = start + .seconds(Int64(turn % 3_600))
            return gate.decide(question, at: instant).rules.count
        }
        measure("decisions at any hour of a year", questions) { question, turn in
            gate.decide(question, at: start + .seconds(Int64(turn % 8_760) * 3_600)).rules.count
        }
        measure("next windows found from a closed hour", questions) { question, turn in
            gate.windows(question, from: start + .seconds(43_200 + Int64(turn % 300) * 86_400), count: 1).count
        }
    }

    /// Runs a body again and again for a while, and prints how often that was.
    private func measure(_ what: String, _ questions: [GateQuestion], _ body: (GateQuestion, Int) -> Int) {
        let clock = ContinuousClock()
        var turn = 0
        var sum = 0
        for question in questions { sum &+= body(question, 0) }
        let began = clock.now
        let end = began + .seconds(seconds)
        while clock.now < end {
            for _ in 0..<64 {
                for question in questions { sum &+= body(question, turn) }
                turn += 1
            }
        }
        let count = turn * questions.count
        let (whole, fraction) = (clock.now - began).components
        let elapsed = Double(whole) + Double(fraction) / 1e18
        let rate = Double(count) / elapsed
        Console.print("\(Int(rate)) a second, \(Int(1e9 / rate)) ns each: \(what) (\(sum % 10))")
    }
}

import BotGraph
import Compliance
import Foundation
import Telephony

/// Many questions, one JSON object a line, answered one a line in the same order.
struct HoursBatch {
    let gate: Gate

    private struct Line: Decodable {
        let number: String?
        let kind: String?
        let at: String?
        let region: String?
        let zone: String?
        let zip: String?
    }

    /// Answers every line; one that cannot be read is refused with the reason, and the others are answered all the same.
    ///
    /// - Parameters:
    ///   - text: The lines.
    ///   - schedule: A schedule that narrows the law's hours; nil for none.
    ///   - suppression: What the list says of a number.
    ///   - write: Takes each answer.
    /// - Returns: How many were not allowed.
    func run(
        _ text: String,
        schedule: OwnSchedule?,
        suppression: (GateQuestion) async -> SuppressionStatus,
        write: (String) -> Void
    ) async -> Int {
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var held = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty else { continue }
            let answer: HoursAnswer
            do {
                let data = Data(line.utf8)
                try HoursBatch.checkNames(in: data)
                let read = try decoder.decode(Line.self, from: data)
                let question = try HoursQuestion(
                    .init(
                        number: read.number,
                        kind: read.kind,
                        at: read.at,
                        region: read.region,
                        zone: read.zone,
                        zip: read.zip
                    )
                )
                let decision = gate.decide(
                    question.question,
                    at: question.at,
                    suppression: await suppression(question.question),
                    schedule: schedule
                )
                answer = HoursAnswer(decision, withRules: false)
            } catch let fault as HoursQuestion.Fault {
                answer = HoursAnswer(fault: fault.message)
            } catch {
                answer = HoursAnswer(fault: "the line is no JSON object with texts under number, kind and at")
            }
            if answer.decision != "allow" { held += 1 }
            // Texts and lists of texts always encode.
            write(
                (try? encoder.encode(answer)).map { String(decoding: $0, as: UTF8.self) } ?? "{\"decision\":\"refuse\"}"
            )
        }
        return held
    }

    private static let names = ["at", "id", "kind", "number", "region", "zip", "zone"]

    /// A misspelt name would be answered as if nothing had been stated.
    private static func checkNames(in data: Data) throws {
        guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else { return }
        for name in object.keys.sorted() where !names.contains(name) {
            let hint = LocatedYAML.didYouMean(name, among: names).map { "; \($0)" } ?? ""
            throw HoursQuestion.Fault(
                "the line has an unknown name '\(name.prefix(40))'\(hint) (known are \(names.joined(separator: ", ")))"
            )
        }
    }
}

import ArgumentParser
import BotGraph
import Compliance
import ComplianceFiles
import Foundation
import Telephony

/// The question whether a number may be contacted, for one number or for many.
struct HoursCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: "Tell whether a number may be contacted, and when.",
        discussion: """
            Every rule that holds where the person may be is applied: the federal one, the state's, those for automated calls,
            holidays and caps. What is not known counts as the strictest. The exit status is 0 when contact is allowed, 1 when
            it is not or not now.

            A batch has one JSON object a line with number, kind, at (RFC 3339) and perhaps region, zone and zip, and is
            answered one a line.

            Example:
              touchtone hours +12065550101 --at 2026-11-25T21:30:00-08:00 --kind automated
              touchtone hours --batch contacts.jsonl
              touchtone hours --rules --kind text
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "The number, in E.164 form.")
    var number: String?

    @Option(help: ArgumentHelp("The instant, as RFC 3339 writes it. (default: now)", valueName: "instant"))
    var at: String?

    @Option(help: "How the person would be contacted: \(HoursQuestion.kinds).")
    var kind = ContactKind.automated.rawValue

    @Option(help: "The person's state or province, where it is known.")
    var region: String?

    @Option(help: "The person's time zone, where it is known, such as America/Denver.")
    var zone: String?

    @Option(help: "The person's ZIP code, where it is known.")
    var zip: String?

    @Option(help: "How the answer is printed.")
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            "Answer a file of questions, one JSON object a line; - is standard input.",
            valueName: "file"
        )
    )
    var batch: String?

    @Flag(help: "Print the table of rules for the kind, as it is on the day of --at.")
    var rules = false

    @Option(help: ArgumentHelp("The operator's own rules, in YAML.", valueName: "file"))
    var operatorRules: String?

    @Option(
        help: ArgumentHelp(
            "A schedule to keep to as well: one of the bots folder's, or TCPA-REGION-ZONE.",
            valueName: "key"
        )
    )
    var schedule: String?

    @Option(help: "The folder of bots, whose schedules folder has the operator's own.")
    var bots = "bots"

    @Option(
        help: "The database whose suppression list is asked; without one the list is not asked, and the answer says so."
    )
    var database: String?

    func run() async throws {
        let gate = try makeGate()
        if rules {
            try printRules(gate)
        } else if let batch {
            guard number == nil else { throw CommandFailure.usage("Give a number or --batch, not both.") }
            try await answer(batch, gate)
        } else {
            try await answerOne(gate)
        }
    }

    private func makeGate() throws -> Gate {
        do { return try GateFiles.gate(operatorFile: operatorRules) } catch {
            throw CommandFailure.impossible("Without its data the gate allows nobody to be contacted: \(error)")
        }
    }

    private func answerOne(_ gate: Gate) async throws {
        guard number != nil else { throw CommandFailure.usage("Give a number, --batch or --rules.") }
        let question: HoursQuestion
        do {
            question = try HoursQuestion(
                .init(number: number, kind: kind, at: at, region: region, zone: zone, zip: zip),
                now: SystemClock.now
            )
        } catch { throw CommandFailure.usage(error.message.prefix(1).uppercased() + error.message.dropFirst() + ".") }
        let list = try SuppressionReader(database)
        let own = try ownSchedule(gate)
        let decision = gate.decide(
            question.question,
            at: question.at,
            suppression: await list.status(of: question.question),
            schedule: own
        )
        switch format {
        case .text: Console.print(HoursPage(gate: gate, question: question, decision: decision, schedule: own).text)
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            Console.print(String(decoding: try encoder.encode(HoursAnswer(decision, withRules: true)), as: UTF8.self))
        }
        guard decision.isAllowed else { throw CommandFailure.findings }
    }

    private func answer(_ path: String, _ gate: Gate) async throws {
        let data: Data
        do {
            data =
                path == "-"
                ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: path))
        } catch { throw CommandFailure.impossible("Could not read '\(path)': \(error.localizedDescription)") }
        let list = try SuppressionReader(database)
        let held = await HoursBatch(gate: gate).run(
            String(decoding: data, as: UTF8.self),
            schedule: try ownSchedule(gate),
            suppression: list.status(of:),
            write: { Console.print($0) }
        )
        guard held == 0 else { throw CommandFailure.findings }
    }

    private func ownSchedule(_ gate: Gate) throws -> OwnSchedule? {
        guard let schedule else { return nil }
        let reading = ScheduleFiles.load(directory: "\(bots)/\(ScheduleFiles.directoryName)", zones: gate.zones)
        guard reading.diagnostics.isEmpty else {
            throw CommandFailure(
                message: reading.diagnostics.map(\.description).joined(separator: "\n"),
                code: ExitCode(3)
            )
        }
        do {
            let catalogue = try ScheduleCatalogue(reading.schedules, zones: gate.zones) { region, zone in
                gate.callingHours(region: region, zone: zone, kind: ContactKind(rawValue: kind) ?? .automated)
            }
            return OwnSchedule(name: schedule, source: try catalogue.source(for: schedule))
        } catch { throw CommandFailure.usage("\(error)") }
    }

    private func printRules(_ gate: Gate) throws {
        guard let kind = ContactKind(rawValue: kind) else {
            throw CommandFailure.usage("'\(kind)' is no kind; it is one of \(HoursQuestion.kinds).")
        }
        var instant = SystemClock.now
        if let at {
            guard let given = Instant(rfc3339: at) else {
                throw CommandFailure.usage("'\(at)' is no instant as RFC 3339 writes it.")
            }
            instant = given
        }
        let date = ZoneRules.utc.local(at: instant).date
        switch format {
        case .text: Console.print(RuleTable.text(of: gate.book, for: kind, on: date), terminator: "")
        case .json: Console.print(try RuleTableJSON.lines(of: gate.book, for: kind, on: date), terminator: "")
        }
    }
}

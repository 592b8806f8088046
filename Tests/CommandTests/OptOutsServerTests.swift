import Carrier
import Foundation
import Simulator
import Telephony
import Testing

/// The list beside a server that runs on the same database.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct OptOutsServerTests {
    @Test func `a number that the command adds hears nothing from the running server, until it is taken off again`()
        async throws
    {
        try await CrashSite.run { site in
            let server = try await site.start()
            #expect(try await words(heardIn: 1, by: "+12065550142", site: site) != "")

            let added = try list(site, "add", "+12065550142", "--reason", "asked by letter")
            #expect(added.status == 0, "\(added.errors)")
            #expect(try await words(heardIn: 2, by: "+12065550142", site: site) == "")
            #expect(try await words(heardIn: 3, by: "+12065550143", site: site) != "")

            let removed = try list(site, "remove", "+12065550142", "--reason", "signed the form")
            #expect(removed.status == 0, "\(removed.errors)")
            #expect(try await words(heardIn: 4, by: "+12065550142", site: site) != "")
            #expect(await server.terminate() == .exit(0))
        }
    }

    @Test func `while a long file is imported the server answers, and a stop that is said meanwhile is kept`()
        async throws
    {
        try await CrashSite.run { site in
            let server = try await site.start()
            let numbers = (0..<30_000).map { "+1\(300 + $0 / 100)5550\(100 + $0 % 100)" }
            let file = "\(site.folder.path)/long.csv"
            try Data(("number\n" + numbers.joined(separator: "\n")).utf8).write(to: URL(fileURLWithPath: file))
            async let importing = list(site, "import", file)
            let callers = (10..<60).map { "+120655501\($0)" }
            for (number, person) in callers.enumerated() {
                #expect(try await words(heardIn: number, by: person, pressing: "9", site: site) != "")
            }
            let imported = try await importing
            #expect(imported.output.hasSuffix("30000 added, 0 known already, 0 bad\n"), "\(imported.errors)")
            #expect(await server.terminate() == .exit(0))
            let listed = try list(site, "list", "--show-numbers").output
            for person in callers { #expect(listed.contains(person)) }
            #expect(listed.hasSuffix("\n\(numbers.count + callers.count) numbers are on the list.\n"))
        }
    }

    private func list(_ site: CrashSite, _ words: String...) throws -> CommandRun {
        try CommandRun(list: ["opt-outs"] + words, environment: ["TOUCHTONE_DATABASE": site.database])
    }

    /// What a person hears whom a bot calls; they press a key, or hang up.
    private func words(
        heardIn number: Int,
        by person: String,
        pressing key: String? = nil,
        site: CrashSite
    ) async throws -> String {
        let provider = StandInProvider(
            accountSID: "AC00000000000000000000000000000000",
            authToken: CrashSite.token,
            transport: site.transport,
            contract: nil
        )
        let plan = CallPlan(
            direction: .outbound,
            from: Party(parameter: "+12065550199"),
            to: Party(parameter: person),
            voiceURL: "\(site.baseURL)/voice/incoming?bot=debt-notice&set.reference=1234",
            statusURL: "\(site.baseURL)/voice/status",
            seed: UInt64(number) + 1
        )
        let call = provider.call(plan, clock: VirtualClock(at: Instant(milliseconds: 1_795_600_000_000)))
        let result = await call.run(caller: BriefCaller(key: key.flatMap { Digits($0) }))
        #expect(result.faults.isEmpty)
        return result.transcript.spokenText
    }
}

/// Presses one key, where there is one, and hangs up.
private struct BriefCaller: Caller {
    var key: Digits?

    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        defer { key = nil }
        return key.map { .press($0) } ?? .hangUp
    }
}

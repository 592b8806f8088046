import Carrier
import CurlTransport
import Foundation
import Simulator
import Telephony
import Testing

/// Calls in progress against a server that is struck down, and what must hold once they have all ended.
struct CrashDrill {
    let site: CrashSite
    let calls: Int
    let transport: CrashTransport
    /// Opened when the callers may end their calls; until then every one of them is in progress.
    let latch = Latch()
    let witness: CrashWitness

    init(site: CrashSite, calls: Int) {
        self.site = site
        self.calls = calls
        transport = CrashTransport(site.transport)
        witness = CrashWitness(site: site)
    }

    /// Runs the calls to their end while `blows` does things to the server, and checks what is left.
    func run(_ blows: (inout CrashServer) async throws -> Void) async throws {
        var server = try await site.start()
        transport.gate.open()
        let provider = StandInProvider(
            accountSID: "AC00000000000000000000000000000000",
            authToken: CrashSite.token,
            transport: transport,
            contract: nil
        )
        let made = (0..<calls).map { number in
            provider.call(
                CrashCalls.plan(number, baseURL: site.baseURL),
                clock: VirtualClock(at: Instant(milliseconds: 1_795_600_000_000))
            )
        }
        let latch = latch
        async let fleet = CallFleet.run(count: calls, concurrency: calls) { number in
            (made[number], PatientCaller(CrashCalls.errand(number), until: latch))
        }
        do { try await blows(&server) } catch {
            // The calls could not go on without a server; whoever waits for them would wait for ever.
            transport.gate.abandon()
            await latch.open()
            _ = await fleet
            throw error
        }
        let report = await fleet
        #expect(report.faults.isEmpty)
        #expect(report.statuses == [.completed: calls])
        #expect(transport.acknowledged.refusals.isEmpty)

        let documents = transport.acknowledged.documents
        try await expectSameAgain(documents)
        #expect(await server.terminate() == .exit(0))
        try await CrashRecords.read(site.database) { records in
            try await records.expectAcknowledged(documents)
            for (number, call) in made.enumerated() {
                try await records.expectEachStepOnce(call.id)
                try await records.expectErrandDone(
                    CrashCalls.errand(number),
                    call: call.id,
                    person: CrashCalls.person(number)
                )
            }
            try await records.expectEachStepOnce(witness.call)
            try await records.expectNoCallLeft(but: witness.call)
        }
    }

    /// Kills the server once that many documents were acknowledged, and starts another on the same database.
    ///
    /// - Parameters:
    ///   - server: The server.
    ///   - count: The documents.
    ///   - step: Which step the witness takes then, whose reply is the server's last sign of life; nil to kill it
    ///     without one.
    /// - Returns: The new server.
    /// - Throws: When the database cannot be read, or no server can be started on it.
    func kill(_ server: CrashServer, at count: Int, witness step: Int? = nil) async throws -> CrashServer {
        await transport.acknowledged.reached(count)
        let gate = transport.gate
        let strike: @Sendable () -> Void = {
            gate.shut()
            server.signal(SIGKILL)
        }
        if let step {
            transport.acknowledged.add(try await witness.take(step: step, then: strike))
        } else {
            strike()
        }
        #expect(await server.ended() == .signal(SIGKILL))
        if step != nil {
            // What is on disk now, before any server has seen it again.
            try await CrashRecords.read(site.database) { records in
                try await records.expectAcknowledged(transport.acknowledged.documents)
            }
        }
        let next = try await site.start()
        gate.open()
        return next
    }

    /// Asks for every acknowledged document again; each has to come back byte for byte.
    private func expectSameAgain(_ documents: [AcknowledgmentLog.Acknowledgment]) async throws {
        let groups = stride(from: 0, to: documents.count, by: 100).map {
            documents[$0..<min($0 + 100, documents.count)]
        }
        let transport = site.transport
        for group in groups {
            try await withThrowingTaskGroup(of: Bool.self) { tasks in
                for document in group {
                    tasks.addTask { try await transport.send(document.request).body == document.reply }
                }
                for try await isSame in tasks { #expect(isSame, "A repeated webhook got another reply.") }
            }
        }
    }
}

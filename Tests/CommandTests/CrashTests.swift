import Carrier
import CurlTransport
import Foundation
import Simulator
import Telephony
import Testing

/// The promise of the store, held against real processes that are really killed.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct CrashTests {
    @Test func `a server killed again and again under 200 calls loses no step, doubles none and forgets no opt-out`()
        async throws
    {
        try await CrashSite.run { site in
            let calls = 200
            var dice = SeededGenerator(seed: 2)
            // Each blow falls somewhere in its own share of the work, so that the calls are struck at every stage. Every
            // other one falls with a reply to the witness, when a step acknowledged too early would not be on disk.
            let share = (CrashCalls.documentsBeforeTheEnd - 1) * calls / 8
            let drill = CrashDrill(site: site, calls: calls)
            try await drill.run { server in
                for number in 0..<8 {
                    let count = calls + number * share + Int.random(in: 0..<(share - 20), using: &dice)
                    server = try await drill.kill(
                        server,
                        at: count,
                        witness: number.isMultiple(of: 2) ? number / 2 : nil
                    )
                }
                await drill.latch.open()
                let inTheEnd = calls * CrashCalls.documentsBeforeTheEnd + Int.random(in: 10..<100, using: &dice)
                server = try await drill.kill(server, at: inTheEnd, witness: 4)
            }
        }
    }

    @Test func `a server told to stop amid calls ends with 0, and the calls go on after its restart`() async throws {
        try await CrashSite.run { site in
            let calls = 50
            let drill = CrashDrill(site: site, calls: calls)
            try await drill.run { server in
                await drill.transport.acknowledged.reached(calls * 3)
                drill.transport.gate.shut()
                #expect(await server.terminate() == .exit(0))
                try await CrashRecords.read(site.database) { records in
                    try await records.expectAcknowledged(drill.transport.acknowledged.documents)
                }
                server = try await site.start()
                drill.transport.gate.open()
                await drill.latch.open()
            }
        }
    }

    @Test func `a second server on the same database is refused with the reason, and the first goes on`() async throws {
        try await CrashSite.run { site in
            let first = try await site.start()
            let second = try site.launch(port: try CrashPort.free())
            #expect(await second.ended() == .exit(3))
            #expect(second.output.contains("the database is in use by another touchtone process"))
            #expect(!first.hasEnded)
            let ready = HTTPRequest(method: .get, url: "\(site.baseURL)/health/ready")
            #expect(try await site.transport.send(ready).status == 200)
            #expect(await first.terminate() == .exit(0))
        }
    }

    @Test func `a server whose port is taken ends with the reason`() async throws {
        try await CrashSite.run { site in
            try await CrashPort.occupied { port in
                let server = try site.launch(port: port)
                #expect(await server.ended() == .exit(3))
                #expect(server.output.contains("Could not listen on 127.0.0.1:\(port): another program does."))
            }
        }
    }
}

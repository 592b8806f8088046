import BotGraph
import CallEngine
import Store
import StoreSQLite
import Telephony
import Testing

/// What the database holds after a server is gone, read without it.
struct CrashRecords {
    let store: SQLiteCallStore

    static func read(_ path: String, _ body: (CrashRecords) async throws -> Void) async throws {
        let store = try SQLiteCallStore.open(path: path)
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(CrashRecords(store: store))) } catch { outcome = .failure(error) }
        await store.close()
        try outcome.get()
    }

    /// Every document that was acknowledged is stored as it was sent, and every acknowledged request to stop stands.
    func expectAcknowledged(_ documents: [AcknowledgmentLog.Acknowledgment]) async throws {
        for document in documents {
            let call = try #require(CallID(document.call))
            let stored = try await store.reply(of: call, token: document.token)
            #expect(stored == document.reply, "An acknowledged reply is not on disk as it was sent.")
        }
        for document in documents where document.digits == "9" {
            let call = try #require(CallID(document.call))
            let session = try #require(try await store.session(of: call))
            let person = try #require(session.person.number)
            let history = try await store.suppressionHistory(of: person)
            #expect(history.first?.change == .optedOut, "An acknowledged request to stop is forgotten.")
        }
    }

    /// The log of a call is one unbroken line: each revision, each step and each webhook once.
    func expectEachStepOnce(_ call: CallID) async throws {
        let log = try await store.log(of: call)
        #expect(log.map(\.revision) == (0..<log.count).map { $0 + 1 })
        let steps = log.compactMap(\.step)
        #expect(steps == Array(0..<steps.count))
        let tokens = log.compactMap(\.token)
        #expect(Set(tokens).count == tokens.count)
        #expect(try await store.session(of: call)?.revision ?? 0 == log.count)
    }

    func expectNoCallLeft(but witness: CallID) async throws {
        #expect(try await store.liveCalls(limit: 2).allSatisfy { $0.call == witness })
    }

    /// The call is on record as its caller lived it, to its end.
    func expectErrandDone(_ errand: CrashCalls.Errand, call: CallID, person: String) async throws {
        let log = try await store.log(of: call)
        let pressed = log.compactMap { entry -> String? in
            if case .input(_, let input) = entry.event { input.digits?.unmasked } else { nil }
        }
        #expect(pressed == CrashCalls.keys(errand) + CrashCalls.lastKeys(errand))
        let session = try #require(try await store.session(of: call))
        #expect(session.state == .ended)
        #expect(session.endReason == CrashCalls.endReason(errand))

        let number = try #require(PhoneNumber(person))
        let changes = try await store.suppressionHistory(of: number).map(\.change)
        #expect(changes == CrashCalls.suppressionChanges(errand))
        let isSuppressed = try await store.isSuppressed(number, channel: .voice, bot: session.bot)
        #expect(isSuppressed == (changes.last == .optedOut))
    }
}

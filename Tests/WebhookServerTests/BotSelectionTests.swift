import Airscript
import BotGraph
import CallEngine
import Carrier
import Store
import Telephony
import Testing
import TwiML
import WebhookServer

/// Which bot a call gets, and with which values.
@Suite struct BotSelectionTests {
    @Test func `a number has the bot that is configured for it`() async throws {
        let number = try #require(PhoneNumber("+12065550199"))
        let booking = try #require(BotName("booking"))
        try await TestServer.run(configuration: .with { $0.numbers = [number: booking] }) { server in
            let reply = try await server.post("/voice/incoming", ProviderCall().form())
            #expect(try reply.document().text.contains("To book, press 1."))
        }
    }

    @Test func `the bot that the URL names comes before the number's`() async throws {
        let number = try #require(PhoneNumber("+12065550199"))
        let reminder = try #require(BotName("reminder"))
        try await TestServer.run(configuration: .with { $0.numbers = [number: reminder] }) { server in
            let reply = try await server.begin(ProviderCall())
            #expect(try reply.document().text.contains("To book, press 1."))
        }
    }

    @Test(arguments: ["?bot=bookings", "?bot=", "?bot=..%2Fbooking", "", "?set.code=1"])
    func `without a bot the number is not in service, and the log says what there is`(_ query: String) async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            let reply = try await server.post("/voice/incoming\(query)", call.form())
            #expect(try reply.ends(saying: "this number is not in service"))
            #expect(server.log.lines(with: "error Call without a bot", "booking, reminder").count == 1)
            #expect(try await server.store.session(of: call.id) == nil)
        }
    }

    @Test func `values from the URL are read as they are declared`() async throws {
        try await TestServer.run { server in
            let query = "bot=booking&set.code=0042&set.guests=3&set.member=yes&set.unknown=1&set.actor.first_name=Ada"
            let call = ProviderCall()
            _ = try await server.post("/voice/incoming?\(query)", call.form())
            let variables = try #require(try await server.store.session(of: call.id)).variables
            #expect(variables["code"] == .text("0042"))
            #expect(variables["guests"] == .number(3))
            #expect(variables["member"] == .boolean(true))
            #expect(variables["note"] == .text("none"))
            #expect(variables["unknown"] == nil)
            #expect(variables["actor"] == .object(Record([("first_name", .text("Ada")), ("phone", .text(call.from))])))
        }
    }

    @Test func `what the URL sets in vain is named, and its value is not`() async throws {
        try await TestServer.run { server in
            let wrong = "set.guests=three&set.member=maybe&set.guest=4711&set.%2B12065550142=yes&set.=1"
            _ = try await server.post("/voice/incoming?bot=booking&\(wrong)", ProviderCall(1).form())
            let lines = server.log.lines(with: "warning The voice URL sets", ProviderCall(1).id.text)
            #expect(lines.count == 1)
            let line = try #require(lines.first)
            #expect(line.contains("undeclared=guest, (unprintable), (unprintable)"))
            #expect(line.contains("unfit=guests, member"))
            for value in ["three", "maybe", "4711", "2065550142"] { #expect(!line.contains(value)) }
            let right = "set.guests=3&set.member=no&set.note=4711&set.actor.first_name=Ada"
            _ = try await server.post("/voice/incoming?bot=booking&\(right)", ProviderCall(2).form())
            #expect(server.log.lines(with: "The voice URL sets").count == 1)
        }
    }

    @Test(arguments: StoreKind.allCases, ["nan", "inf", "-Infinity", "1e999", "three", "", "%00", "%FF%FE"])
    func `a number that is none stays text and is kept`(_ kind: StoreKind, written: String) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            let reply = try await server.post("/voice/incoming?bot=booking&set.guests=\(written)", call.form())
            #expect(try reply.document().verbs == ["Gather", "Redirect"])
            let value = try await store.session(of: call.id)?.variables["guests"]
            guard case .text = value else {
                Issue.record("\(String(describing: value)) is not text")
                return
            }
        }
        await store.close()
    }

    @Test func `where the provider does not say who calls whom, the bot does`() async throws {
        try await TestServer.run { server in
            var call = ProviderCall.outbound()
            call.direction = ""
            _ = try await server.begin(call, bot: "reminder")
            let session = try #require(try await server.store.session(of: call.id))
            #expect(session.direction == .outbound)
            #expect(session.person == Party(parameter: "+12065550142"))
        }
    }
}

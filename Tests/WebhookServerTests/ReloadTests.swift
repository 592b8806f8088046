import BotGraph
import CallEngine
import Carrier
import Foundation
import ServiceLifecycle
import Store
import Testing
import TwiML
import WebhookServer

/// Bots that change on disk while the server runs.
@Suite struct ReloadTests {
    /// A server's library kept in step with a folder.
    private struct Site {
        let server: TestServer
        let folder: TemporaryFolder
        let metrics = ServerMetrics()
        let log = RecordedLog()
        var reload: BotReload

        init(_ server: TestServer, folder: TemporaryFolder) {
            self.server = server
            self.folder = folder
            reload = BotReload(
                bots: "\(folder.path)/bots",
                prompts: "\(folder.path)/prompts",
                library: server.library,
                metrics: metrics,
                logger: log.logger
            )
        }

        func write(_ source: String, to name: String = "booking.yaml") throws {
            _ = try folder.write([UInt8](source.utf8), to: "bots/\(name)")
        }

        func remove(_ name: String) throws {
            try FileManager.default.removeItem(atPath: "\(folder.path)/bots/\(name)")
        }

        func greeting(_ call: UInt64, bot: String = "booking") async throws -> String {
            try await server.begin(ProviderCall(call), bot: bot).document().text
        }
    }

    private static func run(_ body: (inout Site) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        try await TestServer.run(bots: []) { server in
            var site = Site(server, folder: folder)
            try site.write(TestBots.booking(greeting: "Riverside Dental."))
            await site.reload.look()
            try await body(&site)
        }
    }

    private static let broken = "bot: booking\nstart: nowhere\nnodes: {a: {type: hang_up}}\n"

    @Test func `new calls get what a file says now, and calls in progress what it said`() async throws {
        try await ReloadTests.run { site in
            let old = ProviderCall(1)
            #expect(try await site.server.begin(old).document().text.contains("Riverside Dental."))
            try site.write(
                TestBots.booking(greeting: "Hillside Dental.").replacing("Type your code.", with: "Spell it.")
            )
            await site.reload.look()
            #expect(try await site.greeting(2).contains("Hillside Dental."))
            #expect(try await site.server.press("1", old, step: 0).document().text.contains("Type your code."))
        }
    }

    @Test func `a broken file leaves its last good bot in service, and its findings are logged once for each change`()
        async throws
    {
        try await ReloadTests.run { site in
            try site.write(ReloadTests.broken)
            await site.reload.look()
            await site.reload.look()
            #expect(try await site.greeting(1).contains("Riverside Dental."))
            let path = "\(site.folder.path)/bots/booking.yaml"
            #expect(site.log.lines(with: "error", "\(path):2:8: error: [undefined-target]").count == 1)
            #expect(site.log.lines(with: "calls get its last good version", "bot=booking").count == 1)

            try site.write(ReloadTests.broken + "colour: red\n")
            await site.reload.look()
            #expect(site.log.lines(with: "[undefined-target]").count == 2)
            #expect(site.log.lines(with: "[unknown-key]").count == 1)
            #expect(site.metrics.registry.text.contains("touchtone_bot_reloads_total{outcome=\"refused\"} 2"))

            try site.write(TestBots.booking(greeting: "Hillside Dental."))
            await site.reload.look()
            #expect(try await site.greeting(2).contains("Hillside Dental."))
        }
    }

    @Test func `a bot that the linter finds an error in is not taken over`() async throws {
        try await ReloadTests.run { site in
            try site.write(
                "bot: other\nstart: a\nnodes:\n  a: {type: message, prompt: Hello., go: a}\n",
                to: "other.yaml"
            )
            await site.reload.look()
            #expect(site.log.lines(with: "other.yaml:", "error: [").isEmpty == false)
            #expect(site.log.lines(with: "The bot is not served", "other.yaml").count == 1)
            #expect(site.server.library.names == [BotName("booking")].compactMap { $0 })
        }
    }

    @Test func `a bot whose file is gone takes no new calls, and finishes those it has`() async throws {
        try await ReloadTests.run { site in
            try site.write(TestBots.reminder, to: "reminder.yaml")
            await site.reload.look()
            let old = ProviderCall(1)
            _ = try await site.server.begin(old)
            try site.remove("booking.yaml")
            await site.reload.look()
            #expect(try await site.greeting(2).contains("not in service"))
            #expect(try await site.server.press("1", old, step: 0).document().text.contains("Type your code."))
            #expect(site.log.lines(with: "Bot withdrawn", "bot=booking", "booking.yaml").count == 1)

            try site.write(TestBots.booking(greeting: "Back again."))
            await site.reload.look()
            #expect(try await site.greeting(3).contains("Back again."))
        }
    }

    @Test func `a folder that is gone or empty takes nothing out of service`() async throws {
        try await ReloadTests.run { site in
            try site.remove("booking.yaml")
            await site.reload.look()
            await site.reload.look()
            #expect(site.log.lines(with: "go on as they are", "There are no bots in").count == 1)
            try FileManager.default.removeItem(atPath: "\(site.folder.path)/bots")
            await site.reload.look()
            #expect(site.log.lines(with: "go on as they are", "There is no file or folder").count == 1)
            #expect(try await site.greeting(1).contains("Riverside Dental."))
        }
    }

    @Test func `a second file that claims a served bot's name is refused for as long as the first is there`()
        async throws
    {
        try await ReloadTests.run { site in
            try site.write(TestBots.booking(greeting: "An impostor."), to: "a.yaml")
            await site.reload.look()
            #expect(try await site.greeting(1).contains("Riverside Dental."))
            #expect(site.log.lines(with: "a.yaml:", "[duplicate-bot]").count == 1)
            #expect(site.log.lines(with: "The bot is not served", "a.yaml").count == 1)

            try site.remove("booking.yaml")
            await site.reload.look()
            #expect(try await site.greeting(2).contains("An impostor."))
            #expect(site.log.lines(with: "Bot withdrawn").isEmpty)
        }
    }

    @Test func `a renamed file goes on with its bot`() async throws {
        try await ReloadTests.run { site in
            try site.write(TestBots.booking(greeting: "Riverside Dental."), to: "b/bot.yaml")
            try site.remove("booking.yaml")
            await site.reload.look()
            #expect(try await site.greeting(1).contains("Riverside Dental."))
            #expect(site.log.lines(with: "Bot withdrawn").isEmpty)
        }
    }

    @Test func `a recording that comes with a bot is served from then on`() async throws {
        try await ReloadTests.run { site in
            try site.write(
                "bot: jingle\nstart: a\nnodes:\n  a: {type: hang_up, prompt: {recording: jingle}}\n",
                to: "jingle.yaml"
            )
            await site.reload.look()
            #expect(site.log.lines(with: "jingle.yaml:", "error: [").count == 1)
            // The bot's file stays as it is: what it lacked is there now.
            _ = try site.folder.write([UInt8](repeating: 0, count: 64), to: "prompts/en-US/jingle.mp3")
            await site.reload.look()
            let document = String(
                decoding: try await site.server.begin(ProviderCall(1), bot: "jingle").body,
                as: UTF8.self
            )
            #expect(document.contains("/prompts/en-US/jingle.mp3"))
        }
    }

    @Test func `a database that is away leaves things as they are, and the next look makes up for it`() async throws {
        let folder = try TemporaryFolder()
        let isAway = Adjustable(false)
        let store = WatchedStore { operation async throws(StoreError) in
            if operation == .source, isAway.value { throw StoreFailureTests.fault }
        }
        try await TestServer.run(store, bots: []) { server in
            var site = Site(server, folder: folder)
            try site.write(TestBots.booking(greeting: "Riverside Dental."))
            await site.reload.look()
            isAway.value = true
            try site.write(TestBots.booking(greeting: "Hillside Dental."))
            await site.reload.look()
            #expect(try await site.greeting(1).contains("Riverside Dental."))
            #expect(site.log.lines(with: "go on as they are").count == 1)
            isAway.value = false
            await site.reload.look()
            #expect(try await site.greeting(2).contains("Hillside Dental."))
        }
    }

    @Test func `the watch looks when its pause is over and when it is asked, and ends with the server`() async throws {
        try await ReloadTests.run { site in
            let (requests, request) = AsyncStream.makeStream(of: Void.self)
            let (pauses, pause) = AsyncStream.makeStream(of: Void.self)
            let (logger, messages) = ReloadLines.make()
            let reload = BotReload(
                bots: "\(site.folder.path)/bots",
                prompts: "\(site.folder.path)/prompts",
                library: site.server.library,
                metrics: site.metrics,
                logger: logger
            )
            let watch = BotWatch(reload, requests: requests) {
                for await _ in pauses { return }
                throw CancellationError()
            }
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(services: [.init(service: watch)], logger: site.log.logger)
            )
            let server = site.server
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                try site.write(TestBots.booking(greeting: "By the clock."))
                pause.yield()
                await messages.wait(for: "Bot published")
                #expect(try await server.begin(ProviderCall(1)).document().text.contains("By the clock."))

                try site.write(TestBots.booking(greeting: "When asked."))
                request.yield()
                await messages.wait(for: "Bots read again")
                #expect(try await server.begin(ProviderCall(2)).document().text.contains("When asked."))
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }
    }
}

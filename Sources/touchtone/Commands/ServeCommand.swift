import ArgumentParser
import BotGraph
import Compliance
import ComplianceFiles
import Foundation
import Logging
import Replay
import ServiceLifecycle
import Store
import StoreSQLite
import Telephony
import UnixSignals
import WebhookServer

/// The server, from flags to the end of its process.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer the provider's webhooks.",
        discussion: """
            Every bot in the bots folder that has no errors is served; touchtone lint shows them. A bot that changes on disk \
            is taken over within seconds, at once on SIGHUP; one that breaks goes on as it last was. Point a number's \
            voice URL at PUBLIC-URL/voice/incoming?bot=NAME, or name the bot for each number in the configuration file, \
            and its status callback at PUBLIC-URL/voice/status.

            Settings come from the flags, else from the environment (TOUCHTONE_LISTEN, TOUCHTONE_PUBLIC_URL, \
            TOUCHTONE_DATABASE, TOUCHTONE_BOTS, TOUCHTONE_PROMPTS, TOUCHTONE_LOG_LEVEL), else from the file. The \
            provider's credentials come from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, several tokens separated by commas \
            while rotating.

            With 'recordings: {bots: [NAME]}' in the file, each call of these bots is written down once it is over, for \
            touchtone replay: without its numbers and names, in recordings/NAME/DAY. The same number has the same stand-in \
            for as long as TOUCHTONE_SECRET_KEY is the same.

            Example:
              TWILIO_AUTH_TOKEN=... touchtone serve --public-url https://ivr.example.com
              touchtone serve --demo
            """
    )

    /// The flags, apart from the command so that settings can be made from them.
    struct Flags: ParsableArguments {
        @Option(help: "The folder of bots. (default: bots)")
        var bots: String?

        @Option(help: "The folder of recordings, prompts/LANGUAGE/NAME. (default: prompts)")
        var prompts: String?

        @Option(help: "The SQLite file that keeps every step. (default: touchtone.sqlite)")
        var database: String?

        @Option(help: ArgumentHelp("Where to listen. (default: 127.0.0.1:8080)", valueName: "host:port"))
        var listen: String?

        @Option(help: "The URL under which the provider reaches this server, as it writes it in its webhooks.")
        var publicURL: String?

        @Option(help: "A YAML file with these settings and the bot of each number.")
        var config: String?

        @Option(help: "How much is logged: trace, debug, info, notice, warning, error or critical. (default: info)")
        var logLevel: String?

        @Option(
            help: ArgumentHelp("The operator's own rules of contact, in YAML, beside the law's.", valueName: "file")
        )
        var operatorRules: String?

        @Flag(help: "Serve on this machine only, with a token that everybody knows.")
        var demo = false
    }

    @OptionGroup var flags: Flags

    func run() async throws {
        let settings = try ServeSettings(flags, environment: ProcessInfo.processInfo.environment)
        var logger = Logger(label: "touchtone") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = settings.logLevel

        let survey: BotSurvey
        do { survey = try BotSurvey.read(bots: settings.bots, prompts: settings.prompts) } catch {
            throw CommandFailure.impossible("\(error)")
        }
        try ServeCommand.check(survey, settings: settings)
        let store = try ServeCommand.open(settings.database)
        let library = BotLibrary(store: store, recordings: survey.recordings)
        let metrics = ServerMetrics()
        var reload = BotReload(
            bots: settings.bots,
            prompts: settings.prompts,
            library: library,
            metrics: metrics,
            logger: logger
        )
        do { try await reload.take(survey) } catch { throw CommandFailure.impossible("\(error)") }

        var configuration = ServerConfiguration(
            publicURL: settings.publicURL,
            authTokens: settings.authTokens,
            prompts: settings.prompts
        )
        configuration.host = settings.host
        configuration.port = settings.port
        configuration.accountSID = settings.accountSID
        configuration.numbers = settings.numbers
        configuration.recordings = ServeCommand.recordings(settings, logger: logger)
        let gate: Gate
        do { gate = try GateFiles.gate(operatorFile: flags.operatorRules) } catch {
            throw CommandFailure.impossible("Without the rule data no call can be answered for: \(error)")
        }
        configuration.disclosureLimit = { number in gate.disclosureSeconds(for: number).map { Int64($0) * 1_000 } }
        let welcome = ServeWelcome(settings: settings, survey: survey)
        let server: WebhookServer
        do {
            server = try WebhookServer(
                configuration: configuration,
                store: store,
                library: library,
                metrics: metrics,
                logger: logger,
                now: { SystemClock.now },
                listening: { port in Console.announce(welcome.text(port: port)) }
            )
        } catch { throw CommandFailure.impossible("\(error)") }
        let watch = BotWatch(reload, requests: await UnixSignalsSequence(trapping: .sighup))
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: server, failureTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: watch, failureTerminationBehavior: .gracefullyShutdownGroup),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do { try await group.run() } catch {
            await store.close()
            throw CommandFailure.impossible(ServeCommand.explain(error, settings: settings))
        }
        // The steps in flight are answered by now; what they wrote is on disk.
        await store.close()
        logger.info("Stopped")
    }

    /// Refuses to start where nothing could be served, or not as it was meant.
    ///
    /// One broken bot is no reason to leave the calls of the others unanswered.
    private static func check(_ survey: BotSurvey, settings: ServeSettings) throws {
        guard survey.duplicateFindings.isEmpty else {
            throw refusal(survey.duplicateFindings, "Two files name one bot. Rename one.")
        }
        let names = survey.servable.map(\.bot.name).sorted()
        guard !names.isEmpty else {
            throw refusal(survey.refused.flatMap(\.errors), "None of these bots can be served. Mend them first.")
        }
        let refused = Set(survey.refused.map { BotFiles.name(of: $0.path) })
        if case .named(let recorded)? = settings.recordings?.bots {
            for bot in recorded.sorted() where !names.contains(bot) && !refused.contains(bot.text) {
                throw CommandFailure.impossible(
                    "The configuration records the bot '\(bot)', which is not in '\(settings.bots)'. "
                        + "There are: \(names.map(\.text).joined(separator: ", "))."
                )
            }
        }
        for bot in settings.numbers.values.sorted() where !names.contains(bot) && !refused.contains(bot.text) {
            throw CommandFailure.impossible(
                "The configuration gives a number to the bot '\(bot)', which is not in '\(settings.bots)'. "
                    + "There are: \(names.map(\.text).joined(separator: ", "))."
            )
        }
    }

    /// Which calls are recorded, and under which key.
    private static func recordings(_ settings: ServeSettings, logger: Logger) -> ServerConfiguration.Recordings? {
        guard let keys = settings.recordings else { return nil }
        let (key, isLasting) = RecordingKey.ofProcess(ProcessInfo.processInfo.environment)
        if !isLasting {
            logger.notice(
                "TOUCHTONE_SECRET_KEY is not set: until the next start only, a number has the same stand-in in every recording"
            )
        }
        return ServerConfiguration.Recordings(
            folder: keys.folder,
            bots: keys.bots,
            files: keys.files,
            days: keys.days,
            format: MaskedRecordings(mask: RecordingMask(key: key))
        )
    }

    private static func refusal(_ findings: [Diagnostic], _ sentence: String) -> CommandFailure {
        let lines = findings.sorted().map(\.description).joined(separator: "\n")
        return CommandFailure(message: lines + "\nError: \(sentence)", code: ExitCode(3))
    }

    private static func open(_ database: String) throws -> SQLiteCallStore {
        if database.hasPrefix("postgres://") || database.hasPrefix("postgresql://") {
            throw CommandFailure.impossible(
                "This version keeps its calls in SQLite only. Give --database the path of a file, such as touchtone.sqlite."
            )
        }
        do { return try SQLiteCallStore.open(path: database) } catch { throw CommandFailure.impossible("\(error)") }
    }

    private static func explain(_ error: any Error, settings: ServeSettings) -> String {
        let text = "\(error)"
        guard text.contains("Address already in use") || text.contains("errno: 98") else {
            return "The server stopped: \(text)"
        }
        return "Could not listen on \(settings.host):\(settings.port): another program does. "
            + "Stop it, or give --listen another port."
    }
}

/// The machine's clock.
enum SystemClock {
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
}

import BotGraph
import Carrier
import Foundation
import Logging
import Telephony
import WebhookServer

/// What `serve` runs with: flags first, then the environment, then the file, then the defaults.
struct ServeSettings {
    let host: String
    let port: Int
    let publicURL: String
    let database: String
    let bots: String
    let prompts: String
    let logLevel: Logger.Level
    let numbers: [PhoneNumber: BotName]
    /// Which calls are recorded; none without it.
    let recordings: RecordingKeys?
    let accountSID: String?
    let authTokens: [String]
    /// Whether the sample bots are served to whoever tries the stand-in provider, with a token everybody knows.
    let isDemo: Bool

    /// The token of a demonstration.
    ///
    /// It protects nothing: a demonstration listens on loopback only.
    static let demoToken = "touchtone-demo-token"

    init(_ flags: ServeCommand.Flags, environment: [String: String]) throws {
        let file = try flags.config.map { try ConfigurationFile(path: $0) } ?? ConfigurationFile()
        let variable = { (name: String) -> String? in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let listen = flags.listen ?? variable("TOUCHTONE_LISTEN") ?? file.listen ?? "127.0.0.1:8080"
        guard let address = ListenAddress(listen) else {
            throw CommandFailure.usage(ListenAddress.complaint(about: listen))
        }
        (host, port) = (address.host, address.port)
        database = flags.database ?? variable("TOUCHTONE_DATABASE") ?? file.database ?? "touchtone.sqlite"
        bots = flags.bots ?? variable("TOUCHTONE_BOTS") ?? file.bots ?? "bots"
        prompts = try BotArguments.prompts(flags.prompts ?? variable("TOUCHTONE_PROMPTS") ?? file.prompts)
        numbers = file.numbers
        recordings = file.recordings
        isDemo = flags.demo
        accountSID = variable("TWILIO_ACCOUNT_SID")
        let level = flags.logLevel ?? variable("TOUCHTONE_LOG_LEVEL") ?? file.logLevel ?? "info"
        guard let logLevel = Logger.Level(rawValue: level) else {
            throw CommandFailure.usage(ServeSettings.complaint(aboutLogLevel: level))
        }
        self.logLevel = logLevel

        let tokens = (variable("TWILIO_AUTH_TOKEN") ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
        let given = flags.publicURL ?? variable("TOUCHTONE_PUBLIC_URL") ?? file.publicURL
        if flags.demo, !address.isLoopback {
            throw CommandFailure.usage(
                "--demo listens on this machine only, as its token is no secret; '\(host)' is reachable from outside. "
                    + "Leave --demo out and set TWILIO_AUTH_TOKEN and --public-url."
            )
        }
        if tokens.isEmpty, !flags.demo {
            throw CommandFailure.usage(
                "TWILIO_AUTH_TOKEN is not set, so no webhook could be told from a forged one. "
                    + "Set it to the account's auth token, or serve the samples with --demo."
            )
        }
        authTokens = tokens.isEmpty ? [ServeSettings.demoToken] : tokens
        guard let url = given ?? (flags.demo ? "http://\(listen)" : nil) else {
            throw CommandFailure.usage(
                "The public URL is not set. Signatures are checked against the URL as the provider sees it: "
                    + "give --public-url https://your.host, also behind a proxy."
            )
        }
        if let reason = ServeSettings.complaint(aboutPublicURL: url) { throw CommandFailure.usage(reason) }
        publicURL = url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    static func complaint(aboutLogLevel level: String) -> String {
        "'\(level)' is no log level. Take one of: \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))."
    }

    /// What is wrong with a public URL; nil when nothing is.
    static func complaint(aboutPublicURL url: String) -> String? {
        do throws(PublicOriginError) {
            _ = try PublicOrigin(url)
            return nil
        } catch {
            // The URL itself may hold a password.
            return "\(error)."
        }
    }
}

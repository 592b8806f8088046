import ArgumentParser
import Glibc

/// Posts signed webhooks as the provider does, many calls at a time, checks every reply, and says how long they took.
@main
struct Load: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Many calls at once against a webhook server, over connections that are kept.",
        discussion: """
            Without --rate every connection sends its next request when its last one is answered: the saturating rate.
            With --rate requests leave on a fixed schedule, and each one's time counts from the moment it was due, so a \
            server that stalls is not asked less while it does.

            With --seconds a call that ends is followed by a new one; without it each call is made once.

            Example:
              load --url http://127.0.0.1:8080 --token secret --seconds 5
              load --url http://127.0.0.1:8080 --token secret --calls 5000
            """
    )

    @Option(help: "Scheme, host and port of the server, which are also the public URL that it is told.")
    var url = "http://127.0.0.1:8080"

    @Option(help: "The auth token that signs the webhooks.")
    var token: String

    @Option(help: "The bot.")
    var bot = "front-desk"

    @Option(help: "What each caller presses, a step a key; the reply to the last one has to hang up.")
    var keys = "1112"

    @Option(help: "Calls in progress at one time.")
    var calls = 256

    @Option(help: "Connections.")
    var connections = 64

    @Option(help: "Requests a second, on a fixed schedule.")
    var rate: Double?

    @Option(help: "How long to measure, after the warm-up.")
    var seconds: Double?

    @Option(help: "Seconds at the start that are not counted; only with --seconds.")
    var warmUp = 1.0

    @Flag(help: "Post the status callback at each call's end.")
    var statusCallbacks = false

    @Flag(help: "Ask for the first document only, and follow none: for a server that always answers the same.")
    var fixed = false

    func validate() throws {
        guard calls > 0, connections > 0, connections <= 10_000 else {
            throw ValidationError("There is at least one call and one connection, and no more than 10000 connections.")
        }
        guard rate.map({ $0 > 0 }) ?? true, seconds.map({ $0 > 0 }) ?? true, warmUp >= 0 else {
            throw ValidationError("The rate and the seconds are above 0.")
        }
        guard keys.utf8.allSatisfy({ "0123456789*#".utf8.contains($0) }) else {
            throw ValidationError("A key is one of 0-9 * #, not among '\(keys)'.")
        }
        guard rate == nil || seconds != nil else {
            throw ValidationError("A fixed rate needs an end: give --seconds.")
        }
    }

    func run() throws {
        guard let server = ServerAddress(url) else {
            throw ValidationError(
                "'\(url)' is no address. Write http://127.0.0.1:8080, with the IPv4 address as digits."
            )
        }
        let script = CallScript(
            base: url,
            bot: bot,
            keys: [UInt8](fixed ? "".utf8 : keys.utf8),
            isFixed: fixed,
            reportsStatus: statusCallbacks && !fixed
        )
        guard let writer = WebhookWriter(script: script, host: server.host, token: token) else {
            throw ValidationError("libcrypto refuses HMAC-SHA1, with which the provider signs.")
        }
        let generator = try Generator(
            server: server,
            writer: writer,
            script: script,
            plan: Generator.Plan(
                calls: calls,
                connections: connections,
                interval: rate.map { UInt64(1e9 / $0) },
                warmUp: seconds == nil ? 0 : UInt64(warmUp * 1e9),
                duration: seconds.map { UInt64($0 * 1e9) }
            )
        )
        let figures = try generator.run()
        print(figures.text)
        if figures.failures > 0 { throw ExitCode(1) }
    }
}

/// Where the server listens.
struct ServerAddress {
    /// `127.0.0.1:8080`, for the Host header.
    let host: String
    let address: sockaddr_in

    /// Reads `http://127.0.0.1:8080`.
    init?(_ url: String) {
        guard url.hasPrefix("http://") else { return nil }
        host = String(url.dropFirst("http://".count))
        let parts = host.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let port = UInt16(parts[1]) else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, String(parts[0]), &address.sin_addr) == 1 else { return nil }
        self.address = address
    }
}

import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The yardstick: the same HTTP server as Touchtone's, whose only route answers with a fixed document of a step's size.
///
/// It reads no form, checks no signature and keeps nothing. Usage: `bare PORT`.
@main
enum Bare {
    // As long as the documents of the front desk are on average, some 630 bytes.
    private static let document = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Response><Gather action="http://127.0.0.1:8080/voice/turn/0" method="POST" input="dtmf speech" timeout="5" \
        numDigits="1" finishOnKey="#" speechTimeout="2" language="en-US" hints="hours,opening hours,account,balance,\
        repeat,help,operator,a person" actionOnEmptyResult="true"><Say language="en-US" voice="Polly.Joanna">Thank you \
        for calling Riverside Dental.</Say><Say language="en-US" voice="Polly.Joanna">For opening hours, press 1. For \
        your account, press 2. For a person, press 0.</Say></Gather><Redirect method="POST">\
        http://127.0.0.1:8080/voice/turn/0</Redirect></Response>

        """

    static func main() async throws {
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8_080
        let body = ByteBuffer(string: document)
        let router = Router(context: BasicRequestContext.self)
        router.post("voice/incoming") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/xml; charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: body)
            )
        }
        router.get("health/ready") { _, _ in HTTPResponse.Status.ok }
        var logger = Logger(label: "bare")
        logger.logLevel = .warning
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), backlog: 4_096),
            logger: logger
        )
        try await application.runService()
    }
}

import HTTPTypes
import Hummingbird
import Logging

/// The routes, with every answer that is none of theirs as plain text.
///
/// The provider speaks an HTML page out loud or gives up on the call; a person with curl wants one line.
struct PlainAnswers: HTTPResponder {
    typealias Context = BasicRequestContext

    let routes: RouterResponder<BasicRequestContext>
    let lines: LogThrottle
    let logger: Logger

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        var response: Response
        do {
            response = try await routes.respond(to: request, context: context)
        } catch {
            logger.error("Request failed", metadata: ["reason": "\(error)"])
            response = .plain(.internalServerError, "Internal error\n")
        }
        if response.status == .notFound, response.body.contentLength == 0 {
            response = .plain(.notFound, "Not found\n")
            reportUnknown(request)
        }
        if response.status == .methodNotAllowed { report(request, allowed: response, route: context.endpointPath) }
        // A body behind the answer to a HEAD would be taken for the start of the next answer.
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func report(_ request: Request, allowed response: Response, route: String?) {
        let route = route ?? "-"
        guard let leftOut = lines.admit("method: \(route)") else { return }
        logger.warning(
            "Method not allowed; is the number's voice URL set to another than POST?",
            metadata: [
                "route": "\(route)", "method": "\(request.method.rawValue.prefix(16))",
                "use": "\(response.headers[.allow] ?? "")", "left-out": "\(leftOut)",
            ]
        )
    }

    /// A POST to nowhere may be a call whose voice URL is misspelt; the rest is what any address on the internet gets.
    private func reportUnknown(_ request: Request) {
        guard request.method == .post, let leftOut = lines.admit("not found") else { return }
        logger.warning(
            "Nothing is served here; a number's voice URL ends in /voice/incoming, its status callback in /voice/status",
            metadata: ["path": "\(PlainAnswers.printable(request.uri.path))", "left-out": "\(leftOut)"]
        )
    }

    /// A path of small letters, which is a misspelling; any other could hold a number or a name.
    private static func printable(_ path: String) -> String {
        let isPlain =
            path.utf8.count <= 64
            && path.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte
            }
        return isPlain ? path : "(unprintable)"
    }
}

extension Router<BasicRequestContext> {
    /// Adds a route that takes one method, and answers every other one with what that is.
    ///
    /// A trailing slash makes no difference, so that nothing is ever redirected: a redirected webhook loses its parameters.
    func only(
        _ method: HTTPRequest.Method,
        _ path: RouterPath,
        use handle: @escaping @Sendable (Request, BasicRequestContext) async throws -> Response
    ) {
        on(path, method: method, use: handle)
        let allowed = method == .get ? "GET, HEAD" : method.rawValue
        if method == .get { on(path, method: .head, use: handle) }
        for other in Router.methods where other != method && (other != .head || method != .get) {
            on(path, method: other) { _, _ in
                var response = Response.plain(.methodNotAllowed, "Method not allowed; use \(allowed)\n")
                response.headers[.allow] = allowed
                return response
            }
        }
    }

    private static var methods: [HTTPRequest.Method] { [.get, .head, .post, .put, .patch, .delete, .options] }
}

import BotGraph
import HTTPTypes
import Hummingbird

/// `GET /prompts/LANGUAGE/NAME`: the recordings that documents play, with ETag and cache headers.
struct PromptRoutes: Sendable {
    let files: PromptFiles

    func add(to router: Router<BasicRequestContext>) {
        router.only(.get, "prompts/**") { request, context in
            try await serve(context.parameters.getCatchAll().joined(separator: "/"), to: request, context)
        }
    }

    private func serve(_ path: String, to request: Request, _ context: BasicRequestContext) async throws -> Response {
        guard let file = files[path] else { return .plain(.notFound, "No such recording\n") }
        var headers: HTTPFields = [.eTag: file.tag, .cacheControl: "public, max-age=300"]
        if let known = request.headers[.ifNoneMatch], PromptRoutes.matches(known, file.tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = file.type.mediaType
        let body = try await FileIO().loadFile(path: file.fullPath, context: context)
        return Response(status: .ok, headers: headers, body: body)
    }

    /// Whether the client's copy is the one there is; a proxy may have weakened its tag to `W/"…"`.
    private static func matches(_ ifNoneMatch: String, _ tag: String) -> Bool {
        ifNoneMatch.split(separator: ",").contains { part in
            let part = part.filter { $0 != " " && $0 != "\t" }
            return part == "*" || part == tag || part == "W/\(tag)"
        }
    }
}

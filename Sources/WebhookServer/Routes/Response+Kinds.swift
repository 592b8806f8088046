import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A document for the provider.
    ///
    /// Always 200 and `text/xml`: anything else is the provider's error 12300 or 11200.
    static func twiml(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/xml; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// Nothing to say: the quiet answer to a status callback.
    static var noContent: Response { Response(status: .noContent) }

    static func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}

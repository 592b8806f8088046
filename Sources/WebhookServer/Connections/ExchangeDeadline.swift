import NIOCore
import NIOHTTPTypes

/// Closes a connection whose client takes too long to send one request, or to take one reply.
///
/// The idle limit does not see a client that sends a byte now and then; such a one would keep its place for ever. Nor does
/// the decoder say anything before a head is whole: a thousand clients with half a head each would hold a thousand places.
/// So the first request has to be whole so long after the connection opened, and each later one after its first byte. A
/// request that comes whole and a reply that is taken at once cost nothing here.
final class ExchangeDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limit: TimeAmount
    /// Whether a head has come and its end has not.
    private var isReceiving = false
    /// Requests that are whole and not answered yet.
    private var unanswered = 0
    private var receiving: Scheduled<Void>?
    private var sending: Scheduled<Void>?

    init(limit: TimeAmount) {
        self.limit = limit
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { beginReceiving(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        beginReceiving(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: isReceiving = true
        case .body: break
        case .end:
            isReceiving = false
            unanswered += 1
            receiving?.cancel()
            receiving = nil
        }
        context.fireChannelRead(data)
    }

    /// Bytes have come.
    ///
    /// Where neither a request is being received nor one is being answered, they are the start of a head.
    func channelReadComplete(context: ChannelHandlerContext) {
        if isReceiving || unanswered == 0 { beginReceiving(context) }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered = max(0, unanswered - 1) }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            sending?.cancel()
            sending = nil
        } else if sending == nil {
            sending = close(context)
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        cancel()
    }

    private func beginReceiving(_ context: ChannelHandlerContext) {
        if receiving == nil { receiving = close(context) }
    }

    private func close(_ context: ChannelHandlerContext) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
    }

    private func cancel() {
        receiving?.cancel()
        sending?.cancel()
        receiving = nil
        sending = nil
    }
}

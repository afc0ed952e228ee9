internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes

/// Closes a connection whose client takes too long for a request, even if bytes still arrive, or sends none; and answers a
/// head that is too long with 431 (RFC 6585 §5).
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let idle: TimeAmount
  private let request: TimeAmount
  private var waiting: Scheduled<Void>?

  init(idle: Duration, request: Duration) {
    self.idle = TimeAmount(idle)
    self.request = TimeAmount(request)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { wait(idle, context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    wait(idle, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    waiting?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: wait(request, context)
    case .body: break
    case .end: waiting?.cancel()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { wait(idle, context) }
    context.write(data, promise: promise)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError, error == .headerOverflow else { return context.fireErrorCaught(error) }
    let head = HTTPResponse(
      status: .requestHeaderFieldsTooLarge, headerFields: [.connection: "close", .contentLength: "0"])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.close(promise: nil)
  }

  private func wait(_ amount: TimeAmount, _ context: ChannelHandlerContext) {
    waiting?.cancel()
    let channel = context.channel
    waiting = context.eventLoop.scheduleTask(in: amount) { channel.close(promise: nil) }
  }
}

internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes
internal import NIOHTTPTypesHTTP1

/// Closes a connection whose client takes too long to send a request, even if bytes still arrive, or sends none; answers a head
/// that is too long with 431 (RFC 6585 §5); and closes the connection after a response that ends it (RFC 9112 §9.3).
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let idle: TimeAmount
  private let request: TimeAmount
  private var waiting: Scheduled<Void>?
  /// Nil once it is removed.
  private var context: ChannelHandlerContext?
  /// Whether no byte of the next request has arrived.
  private var isIdle = true
  /// How many responses have ended, and the number of the request with which the client ends the connection.
  private var answers = 0
  private var last: Int?

  init(idle: Duration, request: Duration) {
    self.idle = TimeAmount(idle)
    self.request = TimeAmount(request)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    let pipeline = context.pipeline.syncOperations
    // The codec before this handler passes on whole heads, without their version.
    try? pipeline.addHandler(FirstBytes { [weak self] in self?.begin() }, position: .first)
    if let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self) {
      try? pipeline.addHandler(LastRequest { [weak self] in self?.last = $0 }, position: .before(codec))
    }
    if context.channel.isActive { wait(idle, context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

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
    case .head: begin()
    case .body: break
    case .end: waiting?.cancel()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where isLast && head.status.kind != .informational:
      head.headerFields[.connection] = "close"
      return context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end where isLast:
      // It is closed once the response is written.
      waiting?.cancel()
      let channel = context.channel
      let promise = promise ?? context.eventLoop.makePromise()
      promise.futureResult.whenComplete { _ in channel.close(promise: nil) }
      return context.write(data, promise: promise)
    case .end:
      answers += 1
      wait(idle, context)
    case .head, .body: break
    }
    context.write(data, promise: promise)
  }

  /// Whether the connection ends with the response being written.
  private var isLast: Bool { last == answers + 1 }

  /// The first bytes of a request have arrived: its time limit starts now.
  private func begin() {
    guard isIdle, let context else { return }
    wait(request, context)
    isIdle = false
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
    isIdle = true
    let channel = context.channel
    waiting = context.eventLoop.scheduleTask(in: amount) { channel.close(promise: nil) }
  }
}

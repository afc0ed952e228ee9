internal import NIOCore
internal import NIOHTTP1

/// Reports that bytes have arrived, before they form a complete head.
final class FirstBytes: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  private let report: () -> Void

  init(_ report: @escaping () -> Void) { self.report = report }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    report()
    context.fireChannelRead(data)
  }
}

/// Reports a request after which the connection ends: one of HTTP/1.0 without `keep-alive`, or with `Connection: close`.
final class LastRequest: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart

  private let report: (_ number: Int) -> Void
  private var requests = 0

  /// - Parameter report: called with the number of the request, from 1.
  init(_ report: @escaping (_ number: Int) -> Void) { self.report = report }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = unwrapInboundIn(data) {
      requests += 1
      if !head.isKeepAlive { report(requests) }
    }
    context.fireChannelRead(data)
  }
}

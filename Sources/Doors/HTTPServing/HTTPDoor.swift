internal import Glibc
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
package import Web

/// Serves HTTP/1.1 on an address or a unix socket. The only code that uses the library; it logs nothing, because paths contain
/// tokens.
package struct HTTPDoor: Sendable {
  package enum Address: Hashable, Sendable {
    case host(String, port: Int)
    /// The path of a socket, which its owner and group may open.
    case socket(String)
  }

  /// A client's limits.
  package struct Limits: Sendable {
    /// Without a request.
    package var idle = Duration.seconds(15)
    /// From the first line of a request to its last byte.
    package var request = Duration.seconds(10)
    package var maxConnections = 256
    /// How long requests that have begun may take after ``HTTPDoor/run(until:)`` was asked to stop.
    package var drain = Duration.seconds(10)

    package init() {}
  }

  private let address: Address
  private let port: WebPort
  private let limits: Limits
  /// Called once, with the address in the form of a URL.
  private let listening: @Sendable (String) -> Void

  package init(
    _ address: Address, limits: Limits = Limits(), listening: @escaping @Sendable (String) -> Void = { _ in },
    port: @escaping WebPort
  ) {
    self.address = address
    self.limits = limits
    self.listening = listening
    self.port = port
  }

  /// Runs until `stopped` returns, then lets requests that have begun end. Throws if it cannot listen.
  package func run(until stopped: @escaping @Sendable () async -> Void) async throws {
    let silent = Logger(label: "courant") { _ in SwiftLogNoOpLogHandler() }
    var configuration = ServiceGroupConfiguration(services: [application(silent)], logger: silent)
    configuration.maximumGracefulShutdownDuration = limits.drain
    let group = ServiceGroup(configuration: configuration)
    let watch = Task {
      await stopped()
      await group.triggerGracefulShutdown()
    }
    defer {
      watch.cancel()
      if case .socket(let path) = address { unlink(path) }
    }
    do {
      try await group.run()
    } catch is ServiceGroupError {
      // Requests that did not end in time were cut.
    }
  }

  private func application(_ logger: Logger) -> some Service {
    let bound: BindAddress =
      switch address {
      case .host(let name, let port): .hostname(name, port: port)
      case .socket(let path): .unixDomainSocket(path: path)
      }
    let limits = limits
    let http = HTTP1Channel.Configuration(
      additionalChannelHandlers: [RequestDeadline(idle: limits.idle, request: limits.request)],
      idleTimeout: TimeAmount(limits.idle),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16_384, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100))
    return Application(
      responder: CallbackResponder<Connection> { request, connection in await answer(request, on: connection) },
      server: .http1(configuration: http),
      configuration: ApplicationConfiguration(
        address: bound, availableConnectionsDelegate: MaximumAvailableConnections(limits.maxConnections, logger: logger)
      ),
      onServerRunning: { opened($0) }, logger: logger)
  }

  private func opened(_ channel: any Channel) {
    switch address {
    case .host(let name, let port): listening("http://\(name):\(channel.localAddress?.port ?? port)")
    case .socket(let path):
      chmod(path, 0o660)
      listening("unix:\(path)")
    }
  }

  private func answer(_ request: Request, on connection: Connection) async -> Response {
    var asked = WebRequest(request.method.rawValue, request.uri.string)
    asked.peer = connection.peer
    asked.fields = request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
    // The library keeps `Host` separate from the other header fields.
    if let host = request.head.authority { asked.fields.append((name: "host", value: host)) }
    asked.body = await body(of: request)
    let answer = await port(asked)
    var fields = HTTPFields()
    for field in answer.fields {
      guard let name = HTTPField.Name(field.name) else { continue }
      fields.append(HTTPField(name: name, value: field.value))
    }
    if answer.closes {
      fields[.connection] = "close"
      // The library would go on reading the rest of the body; the client gets a moment to read the answer.
      let channel = connection.channel
      channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
    let bytes = request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
    return Response(status: .init(code: answer.status), headers: fields, body: bytes)
  }

  /// Nil if it is too long, or was cut off.
  private func body(of request: Request) async -> [UInt8]? {
    guard let collected = try? await request.body.collect(upTo: WebRequest.maxBody) else { return nil }
    return Array(collected.readableBytesView)
  }
}

/// What the library knows of a connection.
private struct Connection: InitializableFromSource, RequestContextSource {
  let channel: any Channel
  let logger: Logger

  init(source: ApplicationRequestContextSource) {
    channel = source.channel
    logger = source.logger
  }

  var peer: WebRequest.Peer {
    guard let text = channel.remoteAddress?.ipAddress else { return .socket }
    return .address(text)
  }
}

internal import Foundation
internal import Synchronization

/// A web server for tests on 127.0.0.1: it records requests and returns given responses, over TLS if it has an identity.
/// One thread per connection.
package final class HTTPServer: Sendable {
  package struct Request: Hashable, Sendable {
    /// For example `POST /path HTTP/1.1`.
    package let line: String
    /// Keyed by name in lower case.
    package let fields: [String: String]
    package let body: String
    /// 1-based.
    package let connection: Int
  }

  package enum Answer: Sendable {
    /// A status, with a short body unless it is 204.
    case status(Int)
    /// A status with a `Location`.
    case elsewhere(Int, String)
    /// No response until the client disconnects or the server stops.
    case silence
    case response(HTTPScript)
  }

  private struct State {
    var requests: [Request] = []
    var connections = 0
    var sockets: Set<Int32> = []
    var isStopped = false
  }

  package let port: Int
  package var url: String { origin + "/hub" }
  /// `http://127.0.0.1:PORT`.
  package var origin: String { "\(identity == nil ? "http" : "https")://127.0.0.\(lastOctet):\(port)" }
  private let lastOctet: UInt8
  private let identity: TLSIdentity?
  private let listener: Int32
  private let state = Mutex(State())
  private let threads = DispatchGroup()

  /// Listens immediately.
  ///
  /// - Parameters:
  ///   - lastOctet: of its address, 127.0.0.x.
  ///   - port: 0 chooses a free one.
  package init(
    lastOctet: UInt8 = 1, port: Int = 0, identity: TLSIdentity? = nil,
    answer: @escaping @Sendable (Request) -> Answer = { _ in .status(204) }
  ) throws {
    self.lastOctet = lastOctet
    self.identity = identity
    (listener, self.port) = try listenOnLoopback(port: port, lastOctet: lastOctet)
    start { [self] in acceptConnections(answer) }
  }

  /// In order of arrival.
  package var requests: [Request] { state.withLock { $0.requests } }
  package var connections: Int { state.withLock { $0.connections } }

  /// Closes everything and waits for its threads. May be called again.
  package func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      shutdown(listener, Int32(SHUT_RDWR))
      for socket in state.sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    }
    threads.wait()
  }
}

extension HTTPServer {
  private func start(_ work: @escaping @Sendable () -> Void) {
    threads.enter()
    Thread.detachNewThread { [threads] in
      work()
      threads.leave()
    }
  }

  private func acceptConnections(_ answer: @escaping @Sendable (Request) -> Answer) {
    defer { close(listener) }
    while true {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        return
      }
      let number: Int? = state.withLock { state in
        guard !state.isStopped else { return nil }
        state.connections += 1
        state.sockets.insert(socket)
        return state.connections
      }
      guard let number else {
        close(socket)
        return
      }
      start { [self] in
        serve(socket, number, answer)
        state.withLock { state in
          state.sockets.remove(socket)
          close(socket)
        }
      }
    }
  }

  private func serve(_ socket: Int32, _ number: Int, _ answer: (Request) -> Answer) {
    var stream = SocketStream(socket: socket, isByteAtATime: false)
    if let identity, !stream.encrypt(as: identity) { return }
    while let request = read(&stream, number) {
      state.withLock { $0.requests.append(request) }
      switch answer(request) {
      case .status(204): stream.send("HTTP/1.1 204 No Content\r\n\r\n")
      case .status(let code): stream.send("HTTP/1.1 \(code) Words\r\nContent-Length: 5\r\n\r\nwords")
      case .elsewhere(let code, let place):
        stream.send("HTTP/1.1 \(code) Moved\r\nLocation: \(place)\r\nContent-Length: 0\r\n\r\n")
      case .silence:
        while stream.fill() {}
        return
      case .response(let script):
        guard script.send(over: &stream) else { return }
      }
    }
  }

  private func read(_ stream: inout SocketStream, _ number: Int) -> Request? {
    guard let first = stream.line() else { return nil }
    var fields: [String: String] = [:]
    while let line = stream.line(), !line.isEmpty {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    let length = fields["content-length"].flatMap { Int($0) } ?? 0
    if fields["expect"]?.lowercased() == "100-continue" { stream.send("HTTP/1.1 100 Continue\r\n\r\n") }
    while stream.buffer.count < length { guard stream.fill() else { return nil } }
    let body = String(decoding: stream.take(length), as: UTF8.self)
    return Request(line: first, fields: fields, body: body, connection: number)
  }
}

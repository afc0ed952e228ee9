internal import Foundation
internal import Synchronization

/// Stands between a client and the server of the tests, and loses one request or its answer.
///
/// A request is what a client sends before it waits: messages up to a `Query` or a `Sync` (PostgreSQL's manual, chapter
/// "Frontend/Backend Protocol").
package final class PostgresRelay: Sendable {
  package enum Fault: Hashable, Sendable {
    /// The server does not get the request.
    case requestLost
    /// The server carries out the request, and its answer is lost.
    case answerLost
    /// The server gets the request, and no one waits for its result.
    case cutAtOnce
    /// As ``answerLost``, and from then on the server cannot be reached.
    case serverLost
    /// The server gets this many messages of the request, which may have several statements, and then nothing more. A request
    /// with no more than these arrives.
    case requestCut(messages: Int)
    /// The client gets this many messages of the answer.
    case answerCut(messages: Int)
  }

  private struct Plan {
    /// Of the requests from now on, from 1; nil if none will fail.
    var request: Int?
    var fault = Fault.requestLost
    /// Requests since the plan was made.
    var count = 0
  }

  private let folder: TemporaryFolder
  private let server: String
  private let listener: Int32
  private let plan = Mutex(Plan())

  /// - Parameter server: the socket of the server.
  package init(to server: String) throws {
    // A path of a socket has at most 107 bytes.
    folder = try TemporaryFolder()
    self.server = server
    listener = try Self.listen(folder.path + "/.s.PGSQL.5432")
    let thread = Thread { [self] in accept() }
    thread.name = "postgres relay"
    thread.start()
  }

  /// No connection is accepted from now on.
  package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  /// The address of a database behind it.
  package func url(of database: String) -> String { "postgres:///\(database)?host=\(folder.path)&user=postgres" }

  /// The request with this number, from 1, will fail.
  package func fail(request: Int, _ fault: Fault) {
    plan.withLock { $0 = Plan(request: request, fault: fault) }
  }

  /// The requests since the last call of ``fail(request:_:)``.
  package var requests: Int { plan.withLock(\.count) }

  /// Whether the planned fault has not happened.
  package var isArmed: Bool { plan.withLock { $0.request != nil } }

  /// The fault of the next request; nil if it is to arrive.
  private func nextFault() -> Fault? {
    plan.withLock { plan in
      plan.count += 1
      guard plan.count == plan.request else { return nil }
      plan.request = nil
      return plan.fault
    }
  }

  /// The planned fault had nothing to cut.
  private func keepArmed() { plan.withLock { $0.request = 0 } }

  private func accept() {
    while true {
      let client = Foundation.accept(listener, nil, nil)
      guard client >= 0 else {
        close(listener)
        return
      }
      guard let upstream = try? Self.connect(server) else {  // the server is down, as the client then sees
        close(client)
        continue
      }
      let thread = Thread { [self] in
        relay(client, upstream)
        close(client)
        close(upstream)
      }
      thread.start()
    }
  }

  private func relay(_ client: Int32, _ upstream: Int32) {
    var requests = Requests()
    while true {
      var ends = [
        pollfd(fd: client, events: Int16(POLLIN), revents: 0), pollfd(fd: upstream, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&ends, 2, -1) > 0 else { return }
      if ends[1].revents != 0 {
        guard let octets = Self.receive(upstream), Self.send(octets, to: client) else { return }
      }
      if ends[0].revents != 0 {
        guard let octets = Self.receive(client) else { return }
        for request in requests.complete(with: octets) {
          switch request.isAnswered ? nextFault() : nil {
          case nil: guard Self.send(request.octets, to: upstream) else { return }
          case .requestLost: return
          case .requestCut(let count) where count >= request.messages.count:
            keepArmed()
            guard Self.send(request.octets, to: upstream) else { return }
          case .requestCut(let count):
            _ = Self.send(request.messages.prefix(count).reduce([], +), to: upstream)
            return
          case .answerCut(let count):
            _ = Self.send(request.octets, to: upstream)
            let answer = Self.awaitReady(upstream)
            let messages = Self.messages(of: answer)
            let isWhole = count >= messages.count
            if isWhole { keepArmed() }
            _ = Self.send(messages.prefix(count).reduce([], +), to: client)
            if !isWhole { return }
          case .cutAtOnce:
            _ = Self.send(request.octets, to: upstream)
            return
          case .answerLost:
            _ = Self.send(request.octets, to: upstream)
            _ = Self.awaitReady(upstream)
            return
          case .serverLost:
            _ = Self.send(request.octets, to: upstream)
            _ = Self.awaitReady(upstream)
            return stop()
          }
        }
      }
    }
  }

  /// An answer up to `ReadyForQuery`.
  private static func awaitReady(_ upstream: Int32) -> [UInt8] {
    var answer: [UInt8] = []
    while let octets = receive(upstream) {
      answer += octets
      // Its length and the state of the transaction follow: 5, and one of three letters.
      if answer.count >= 6, Array(answer.suffix(6).prefix(5)) == [UInt8(ascii: "Z"), 0, 0, 0, 5] { break }
    }
    return answer
  }

  /// Each has a type and its length.
  private static func messages(of answer: [UInt8]) -> [[UInt8]] {
    var messages: [[UInt8]] = []
    var rest = answer[...]
    while rest.count >= 5 {
      let length = 1 + rest.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
      messages.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return messages
  }
}

/// What a client sends, cut into requests.
private struct Requests {
  struct Request {
    var messages: [[UInt8]] = []
    var octets: [UInt8] { messages.reduce([], +) }
    /// Whether the client waits for an answer.
    var isAnswered = false
  }

  private var received: [UInt8] = []
  private var request = Request()
  /// The first message of a connection has no type.
  private var hasBegun = false

  mutating func complete(with octets: [UInt8]) -> [Request] {
    received += octets
    var requests: [Request] = []
    while let message = next() {
      request.messages.append(message)
      let type = hasBegun ? message[0] : 0
      request.isAnswered = [UInt8(ascii: "Q"), UInt8(ascii: "S")].contains(type)
      if request.isAnswered || !hasBegun || type == UInt8(ascii: "X") {
        requests.append(request)
        request = Request()
      }
      hasBegun = true
    }
    return requests
  }

  private mutating func next() -> [UInt8]? {
    let start = hasBegun ? 1 : 0
    guard received.count >= start + 4 else { return nil }
    let length = received[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    guard received.count >= start + length else { return nil }
    defer { received.removeFirst(start + length) }
    return Array(received.prefix(start + length))
  }
}

/// Sockets.
extension PostgresRelay {
  private static func listen(_ path: String) throws -> Int32 {
    try unsafe withSocket(path) { socket, address, length in
      unsafe bind(socket, address, length) | Foundation.listen(socket, 16)
    }
  }

  private static func connect(_ path: String) throws -> Int32 {
    try unsafe withSocket(path) { socket, address, length in unsafe Foundation.connect(socket, address, length) }
  }

  private static func withSocket(
    _ path: String, _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws -> Int32 {
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw SocketFault(call: "socket", code: errno) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe body(socket, address, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else {
      let code = errno
      close(socket)
      throw SocketFault(call: path, code: code)
    }
    return socket
  }

  /// Nil at the end of the connection.
  private static func receive(_ socket: Int32) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(socket, &chunk, chunk.count, 0)
    return count > 0 ? Array(chunk[..<count]) : nil
  }

  private static func send(_ octets: [UInt8], to socket: Int32) -> Bool {
    var rest = octets[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Foundation.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

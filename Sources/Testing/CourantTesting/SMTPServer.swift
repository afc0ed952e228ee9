internal import Foundation
internal import Synchronization

/// A mail server for tests on 127.0.0.1: it records accepted messages, and fails on demand. One thread per connection.
package final class SMTPServer: Sendable {
  package struct Options: Sendable {
    package var hasPipelining = true
    package var has8BitMIME = true
    package var hasSMTPUTF8 = true
    /// Offered as SIZE and enforced at MAIL; nil does not offer it.
    package var maxSize: Int? = 10_000_000
    /// User → password. If not empty, AUTH PLAIN and LOGIN are offered and MAIL requires a login.
    package var users: [String: String] = [:]
    /// The SASL mechanisms that are offered; only PLAIN and LOGIN are implemented.
    package var mechanisms = ["PLAIN", "LOGIN"]
    /// Sends single octets.
    package var isByteAtATime = false
    /// Nil for no encryption.
    package var tls: TLS?
    /// Additional connections are greeted with `fullGreeting` and closed; nil for no limit.
    package var maxConnections: Int?
    package var fullGreeting = "421 4.7.0 test.example Error: too many connections from 127.0.0.1"
    /// The text after AUTH in the reply to EHLO, in place of the mechanisms; one line each.
    package var authLines: [String]?

    package init() {}
  }

  /// The server's certificate, and when TLS starts.
  package struct TLS: Sendable {
    package var identity: TLSIdentity
    /// Whether TLS starts with the first octet (RFC 8314); otherwise with STARTTLS (RFC 3207).
    package var isImplicit: Bool

    package init(_ identity: TLSIdentity, isImplicit: Bool = false) {
      self.identity = identity
      self.isImplicit = isImplicit
    }
  }

  /// A message for which the server accepted responsibility.
  package struct Accepted: Hashable, Sendable {
    package let sender: String
    package let recipient: String
    /// The parameters after the address of MAIL, for example `SIZE=300 SMTPUTF8`.
    package let parameters: String
    /// Dot-stuffing removed.
    package let octets: [UInt8]
    /// 1-based.
    package let connection: Int
    package let isEncrypted: Bool
  }

  package let port: Int
  private let listener: Int32
  private let state = Mutex(State())
  private let threads = DispatchGroup()

  /// Listens immediately, by default on a free port.
  package init(
    _ options: Options = Options(), port: Int = 0, plan: @escaping FaultPlan = { _ in nil }
  ) throws {
    (listener, self.port) = try listenOnLoopback(port: port)
    start { [self] in acceptConnections(options, plan) }
  }

  /// In order of acceptance.
  package var messages: [Accepted] { state.withLock { $0.accepted } }
  /// The number of connections so far.
  package var connections: Int { state.withLock { $0.connections } }
  /// Every command line of every connection, in order of arrival.
  package var commands: [String] { state.withLock { $0.commands.map(\.line) } }
  /// The command lines that arrived unencrypted.
  package var clearCommands: [String] { state.withLock { $0.commands.filter { !$0.isEncrypted }.map(\.line) } }
  /// How many commands arrived before the reply to the previous one.
  package var pipelinedCommands: Int { state.withLock { $0.pipelined } }

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

  /// Closes all open connections, as a server does with idle ones.
  package func dropConnections() {
    state.withLock { state in
      for socket in state.sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    }
  }
}

extension SMTPServer {
  /// The state shared by the threads.
  struct State {
    var accepted: [Accepted] = []
    var commands: [(line: String, isEncrypted: Bool)] = []
    var pipelined = 0
    var connections = 0
    var ordinals: [SMTPEvent.Stage: Int] = [:]
    var sockets: Set<Int32> = []
    var isStopped = false
  }

  func update<Result>(_ change: (inout State) -> Result) -> Result {
    state.withLock { change(&$0) }
  }

  private func start(_ work: @escaping @Sendable () -> Void) {
    threads.enter()
    Thread.detachNewThread { [threads] in
      work()
      threads.leave()
    }
  }

  private func acceptConnections(_ options: Options, _ plan: @escaping FaultPlan) {
    defer { close(listener) }
    while true {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        return
      }
      guard let arrival = register(socket, limit: options.maxConnections) else {
        close(socket)
        return
      }
      start { [self] in
        var session = SMTPServerSession(arrival, server: self, options: options, plan: plan)
        session.run()
      }
    }
  }

  /// Nil if the server has stopped.
  private func register(_ socket: Int32, limit: Int?) -> Arrival? {
    state.withLock { state in
      guard !state.isStopped else { return nil }
      state.connections += 1
      let isTooMany = limit.map { state.sockets.count >= $0 } ?? false
      state.sockets.insert(socket)
      return Arrival(socket: socket, number: state.connections, isTooMany: isTooMany)
    }
  }

  /// A new connection.
  struct Arrival {
    let socket: Int32
    /// 1 for the first.
    let number: Int
    let isTooMany: Bool
  }
}

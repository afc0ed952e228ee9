internal import Foundation
internal import Synchronization

/// A mail server for tests on 127.0.0.1: it keeps what it takes, and fails on demand. One thread a connection.
package final class SMTPServer: Sendable {
  package struct Options: Sendable {
    package var hasPipelining = true
    package var has8BitMIME = true
    package var hasSMTPUTF8 = true
    /// Offered as SIZE and enforced at MAIL; nil does not offer it.
    package var maxSize: Int? = 10_000_000
    /// User → password. If not empty, AUTH PLAIN and LOGIN are offered and MAIL needs one.
    package var users: [String: String] = [:]
    /// The SASL mechanisms that are offered; those that it knows are PLAIN and LOGIN.
    package var mechanisms = ["PLAIN", "LOGIN"]
    /// Writes single octets.
    package var isByteAtATime = false
    /// Nil: no encryption.
    package var tls: TLS?
    /// More connections than this at one time are greeted with `fullGreeting` and closed; nil: no limit.
    package var maxConnections: Int?
    package var fullGreeting = "421 4.7.0 test.example Error: too many connections from 127.0.0.1"
    /// What follows AUTH in the answer to EHLO, in place of the mechanisms; a line of its own each.
    package var authLines: [String]?

    package init() {}
  }

  /// How the server proves its name, and when.
  package struct TLS: Sendable {
    package var identity: TLSIdentity
    /// From the first octet (RFC 8314), else after STARTTLS (RFC 3207).
    package var isImplicit: Bool

    package init(_ identity: TLSIdentity, isImplicit: Bool = false) {
      (self.identity, self.isImplicit) = (identity, isImplicit)
    }
  }

  /// A message the server took responsibility for.
  package struct Accepted: Hashable, Sendable {
    package let sender: String
    package let recipient: String
    /// What follows the addresses of MAIL, such as `SIZE=300 SMTPUTF8`.
    package let parameters: String
    /// Without dot-stuffing.
    package let octets: [UInt8]
    /// 1-based.
    package let connection: Int
    package let isEncrypted: Bool
  }

  package let port: Int
  private let listener: Int32
  private let state = Mutex(State())
  private let threads = DispatchGroup()

  /// Listens from now on, on a free port unless one is given.
  package init(
    _ options: Options = Options(), port: Int = 0, plan: @escaping FaultPlan = { _ in nil }
  ) throws {
    (listener, self.port) = try listenOnLoopback(port: port)
    start { [self] in acceptConnections(options, plan) }
  }

  /// In the order in which they were taken.
  package var messages: [Accepted] { state.withLock { $0.accepted } }
  /// How many connections there have been.
  package var connections: Int { state.withLock { $0.connections } }
  /// Every command line of every connection, in order of arrival.
  package var commands: [String] { state.withLock { $0.commands.map(\.line) } }
  /// Those of them that came without encryption.
  package var clearCommands: [String] { state.withLock { $0.commands.filter { !$0.isEncrypted }.map(\.line) } }
  /// How many commands came before the answer to the one before them.
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

  /// Closes the connections that are open now, as a server does with idle ones.
  package func dropConnections() {
    state.withLock { state in
      for socket in state.sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    }
  }
}

extension SMTPServer {
  /// What the threads share.
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
      let arrival: (number: Int, isTooMany: Bool)? = state.withLock { state in
        guard !state.isStopped else { return nil }
        state.connections += 1
        let isTooMany = options.maxConnections.map { state.sockets.count >= $0 } ?? false
        state.sockets.insert(socket)
        return (state.connections, isTooMany)
      }
      guard let arrival else {
        close(socket)
        return
      }
      start { [self] in
        var session = SMTPServerSession(
          server: self, options: options, plan: plan, socket: socket, number: arrival.number,
          isTooMany: arrival.isTooMany)
        session.run()
      }
    }
  }
}

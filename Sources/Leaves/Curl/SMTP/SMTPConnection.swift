internal import CCurl
internal import Glibc

/// A connection to a mail server, ready for MAIL: libcurl has resolved the name, connected, sent EHLO and started TLS,
/// and ``SMTPLogin`` has logged in.
///
/// Everything sent from here on is up to the caller. Confined to one thread, which it blocks. After a ``Loss`` the
/// connection can only be released.
package final class SMTPConnection {
  package private(set) var capabilities: Capabilities
  /// How many octets of the last `send` the system accepted: all of them, unless `send` threw.
  package private(set) var sentOctets = 0
  private var handle: EasyHandle
  private var socket: curl_socket_t
  private var isEncrypted: Bool
  private var parser = ReplyParser()
  private var inbox = [UInt8](repeating: 0, count: 4096)

  /// Why there is no reply.
  package enum Loss: Error, Hashable {
    /// The server closed the connection (nil), the connection was reset, or TLS failed (libcurl's message).
    case closed(String?)
    /// Nothing was received, or nothing could be sent, for this long.
    case silent(Duration)
    /// The received text is not a reply; its beginning.
    case notSMTP(String)
    /// The server sent a reply before a command asked for one.
    case interrupted(SMTPReply)
  }

  package init(to endpoint: SMTPEndpoint) throws(OpeningFailure) {
    let opened = try SMTPOpening(endpoint).open()
    capabilities = opened.capabilities
    socket = opened.socket
    isEncrypted = opened.isEncrypted
    handle = opened.handle
    guard var login = SMTPLogin(to: endpoint) else { return }
    while try !login.perform(over: self) { try reopen(endpoint) }
  }

  /// Replaces a connection that the server closed.
  private func reopen(_ endpoint: SMTPEndpoint) throws(OpeningFailure) {
    let opened = try SMTPOpening(endpoint).open()
    capabilities = opened.capabilities
    socket = opened.socket
    isEncrypted = opened.isEncrypted
    handle = opened.handle
    parser = ReplyParser()
  }

  /// Sends all octets. `timeout` counts from the last octet that was accepted. After a throw, the server has certainly
  /// not received all of them.
  package func send(_ octets: [UInt8], timeout: Duration) throws(Loss) {
    sentOctets = 0
    while sentOctets < octets.count {
      let (sent, code) = push(octets, from: sentOctets)
      sentOctets += sent
      switch code {
      case CURLE_OK: continue
      case CURLE_AGAIN: try waitToSend(until: .now + timeout, timeout)
      default:
        // A server that closes the connection often states the reason first.
        if let reply = (try? pendingReply()) ?? nil { throw .interrupted(reply) }
        throw .closed(words(code))
      }
    }
  }

  package func receiveReply(timeout: Duration) throws(Loss) -> SMTPReply {
    let deadline = ContinuousClock.now + timeout
    while true {
      if let reply = try parsedReply() { return reply }
      // OpenSSL may hold octets that the socket no longer reports. Without TLS, trying to read
      // first would be a wasted call.
      if isEncrypted, try pull() { continue }
      guard wait(for: POLLIN, until: deadline) != 0 else { throw .silent(timeout) }
      _ = try pull()
    }
  }

  /// A reply that arrived without being requested; does not wait. Nil on a healthy idle connection.
  package func pendingReply() throws(Loss) -> SMTPReply? {
    while true {
      if let reply = try parsedReply() { return reply }
      if try !pull() { return nil }
    }
  }

  /// Sends QUIT (RFC 5321 §4.1.1.10); the outcome does not matter.
  package func quit(timeout: Duration) {
    do throws(Loss) {
      try send(Array("QUIT\r\n".utf8), timeout: timeout)
      _ = try receiveReply(timeout: timeout)
    } catch {
      // The server has already closed the connection.
    }
  }
}

extension SMTPConnection {
  private func parsedReply() throws(Loss) -> SMTPReply? {
    do {
      return try parser.next()
    } catch {
      switch error {
      case .noCode(let beginning): throw .notSMTP(beginning)
      case .tooLong: throw .notSMTP("a reply of more than 64 kB")
      }
    }
  }

  /// Reads received octets into the parser; false if there are none at the moment.
  private func pull() throws(Loss) -> Bool {
    var count = 0
    let code = unsafe inbox.withUnsafeMutableBytes {
      unsafe curl_easy_recv(handle.pointer, $0.baseAddress, $0.count, &count)
    }
    if code == CURLE_AGAIN { return false }
    guard code == CURLE_OK else { throw .closed(words(code)) }
    guard count > 0 else { throw .closed(nil) }
    parser.append(inbox[..<count])
    return true
  }

  /// With TLS, OpenSSL requires the same buffer address again after `CURLE_AGAIN`; the array
  /// outlives the loop in `send`.
  private func push(_ octets: [UInt8], from start: Int) -> (sent: Int, code: CURLcode) {
    var sent = 0
    let code = unsafe octets.withUnsafeBytes {
      unsafe curl_easy_send(handle.pointer, $0.baseAddress.map { unsafe $0 + start }, $0.count - start, &sent)
    }
    return (sent, code)
  }

  /// Returns when the socket accepts octets again. A server that replies before that has stopped reading.
  private func waitToSend(until deadline: ContinuousClock.Instant, _ timeout: Duration) throws(Loss) {
    while true {
      let ready = wait(for: POLLIN | POLLOUT, until: deadline)
      guard ready != 0 else { throw .silent(timeout) }
      if ready & ~POLLOUT != 0, let reply = try pendingReply() { throw .interrupted(reply) }
      if ready & POLLOUT != 0 { return }
    }
  }

  /// The events that occurred; 0 after the deadline. A broken socket counts as ready: the next call reports the reason.
  private func wait(for events: Int32, until deadline: ContinuousClock.Instant) -> Int32 {
    while true {
      let remaining = max(.zero, deadline - .now)
      var entry = pollfd(fd: socket, events: Int16(events), revents: 0)
      let milliseconds = min((remaining / .milliseconds(1)).rounded(.up), 3_600_000)
      let count = unsafe poll(&entry, 1, Int32(milliseconds))
      if count > 0 { return Int32(entry.revents) }
      if count < 0, errno != EINTR { return events }
      if count == 0, deadline <= .now { return 0 }
    }
  }

  private func words(_ code: CURLcode) -> String {
    let errorText = handle.errorText
    return unsafe errorText.isEmpty ? String(cString: curl_easy_strerror(code)) : errorText
  }
}

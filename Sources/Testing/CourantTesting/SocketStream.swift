internal import Foundation

/// Reads octets and writes lines over one accepted socket, encrypted after ``encrypt(as:)``.
struct SocketStream: ~Copyable {
  let socket: Int32
  private let isByteAtATime: Bool
  /// Octets received but not read yet, decrypted.
  private(set) var buffer: [UInt8] = []
  private var tls: TLSServerSide?
  private(set) var isEncrypted = false

  init(socket: Int32, isByteAtATime: Bool) {
    self.socket = socket
    self.isByteAtATime = isByteAtATime
    var one: Int32 = 1
    unsafe setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Performs the TLS handshake; false if it fails. Octets received before are discarded (RFC 3207 §4.2).
  mutating func encrypt(as identity: TLSIdentity) -> Bool {
    buffer = []
    guard let side = try? TLSServerSide(identity) else { return false }  // the client sees the connection end
    while true {
      let step = side.shakeHands()
      put(side.drainOutgoing())
      switch step {
      case .done:
        tls = consume side
        isEncrypted = true
        return true
      case .failed: return false
      case .needsMore:
        guard let octets = receive() else { return false }
        side.feed(octets)
      }
    }
  }

  /// Waits for more octets; false at the end of the connection.
  mutating func fill() -> Bool {
    guard isEncrypted else {
      guard let octets = receive() else { return false }
      buffer += octets
      return true
    }
    while true {
      // The last octets of the handshake may be followed by others.
      guard let octets = tls?.read() else { return false }
      buffer += octets
      if !octets.isEmpty { return true }
      guard let more = receive() else { return false }
      tls?.feed(more)
    }
  }

  /// The next line without CRLF; nil at the end of the connection.
  mutating func line() -> String? {
    var searched = 0
    while true {
      if let feed = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[..<feed]
        defer { buffer.removeSubrange(...feed) }
        return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      }
      searched = buffer.count
      guard fill() else { return nil }
    }
  }

  mutating func take(_ count: Int) -> [UInt8] {
    defer { buffer.removeFirst(count) }
    return Array(buffer.prefix(count))
  }

  /// It is not an error if the client has disconnected.
  mutating func send(_ text: String) {
    guard isEncrypted else {
      put(Array(text.utf8))
      return
    }
    // With `isByteAtATime`, each octet is sent in a separate TLS record.
    let records = isByteAtATime ? text.utf8.map { [$0] } : [Array(text.utf8)]
    for record in records {
      tls?.write(record)
      put(tls?.drainOutgoing() ?? [])
    }
  }

  /// The same for octets that are not text.
  mutating func send(_ octets: [UInt8]) {
    guard isEncrypted else {
      put(octets)
      return
    }
    tls?.write(octets)
    put(tls?.drainOutgoing() ?? [])
  }

  /// Whether the client is still there after this time.
  func waits(_ milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, milliseconds) == 0
  }

  /// Ends the connection so that the client receives everything that was sent: closing a socket with unread octets
  /// would reset it (RFC 1122 §4.2.2.13).
  mutating func end() {
    tls?.sayGoodbye()
    cutOff()
  }

  /// The same without a TLS close_notify, as an attacker could do (RFC 8446 §6.1).
  mutating func cutOff() {
    put(tls?.drainOutgoing() ?? [])
    shutdown(socket, Int32(SHUT_WR))
    while receive() != nil {}
  }

  /// Makes the next close reset the connection instead of ending it. Waits until octets sent earlier have arrived,
  /// unless the client has disconnected, because unacknowledged octets then never reach zero.
  func armReset() {
    var unacknowledged: Int32 = 0
    while !isGone, unsafe ioctl(socket, UInt(TIOCOUTQ), &unacknowledged) == 0, unacknowledged > 0 { sched_yield() }
    var option = linger(l_onoff: 1, l_linger: 0)
    unsafe setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }
}

/// The network side.
extension SocketStream {
  /// Whether the client has reset the connection.
  private var isGone: Bool {
    var entry = pollfd(fd: socket, events: 0, revents: 0)
    return unsafe poll(&entry, 1, 0) > 0 && Int32(entry.revents) & (POLLERR | POLLHUP) != 0
  }

  /// The next octets; nil at the end of the connection.
  private func receive() -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var count = unsafe recv(socket, &chunk, chunk.count, 0)
    while count < 0, errno == EINTR { count = unsafe recv(socket, &chunk, chunk.count, 0) }
    return count > 0 ? Array(chunk[..<count]) : nil
  }

  private func put(_ octets: [UInt8]) {
    var start = 0
    while start < octets.count {
      let end = isByteAtATime ? start + 1 : octets.count
      let chunk = octets[start..<end]
      let count = unsafe chunk.withUnsafeBytes {
        unsafe Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 || (count < 0 && errno == EINTR) else { return }
      start += max(count, 0)
    }
  }
}

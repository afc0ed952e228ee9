internal import Foundation

struct SocketFault: Error {
  let call: String
  let code: Int32
}

/// A listening TCP socket on 127.0.0.1; port 0 takes a free one.
func listenOnLoopback(port: Int) throws -> (socket: Int32, port: Int) {
  let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  guard listener >= 0 else { throw SocketFault(call: "socket", code: errno) }
  var one: Int32 = 1
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(port).bigEndian
  address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let result = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
      bind(listener, address, length) | listen(listener, 128) | getsockname(listener, address, &length)
    }
  }
  guard result == 0 else {
    let code = errno
    close(listener)
    throw SocketFault(call: "bind", code: code)
  }
  return (listener, Int(in_port_t(bigEndian: address.sin_port)))
}

/// Octets in, lines out, over one accepted socket.
struct SocketStream {
  let socket: Int32
  let isByteAtATime: Bool
  private(set) var buffer: [UInt8] = []

  init(socket: Int32, isByteAtATime: Bool) {
    (self.socket, self.isByteAtATime) = (socket, isByteAtATime)
    var one: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Waits for more octets; false at the end of the connection.
  mutating func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var count = recv(socket, &chunk, chunk.count, 0)
    while count < 0, errno == EINTR { count = recv(socket, &chunk, chunk.count, 0) }
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    return true
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

  /// Losing the client is not the server's trouble.
  func send(_ text: String) {
    let octets = Array(text.utf8)
    var start = 0
    while start < octets.count {
      let end = isByteAtATime ? start + 1 : octets.count
      let chunk = octets[start..<end]
      let count = chunk.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 || (count < 0 && errno == EINTR) else { return }
      start += max(count, 0)
    }
  }

  /// Ends the connection so that the client gets everything that was sent: closing a socket with unread octets would
  /// reset it (RFC 1122 §4.2.2.13).
  func end() {
    shutdown(socket, Int32(SHUT_WR))
    var rest = self
    while rest.fill() { rest.buffer.removeAll(keepingCapacity: true) }
  }

  /// The next close resets the connection instead of ending it; what was sent before has arrived by then.
  func armReset() {
    var unacknowledged: Int32 = 0
    while ioctl(socket, UInt(TIOCOUTQ), &unacknowledged) == 0, unacknowledged > 0 { sched_yield() }
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }
}

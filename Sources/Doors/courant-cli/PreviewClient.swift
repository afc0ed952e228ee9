import Foundation

/// One connection from a browser: reads a request and writes a response, each as far as possible without blocking.
final class PreviewClient {
  private let socket: Int32
  private let end = ContinuousClock.now + .seconds(10)
  private var received: [UInt8] = []
  /// Nil until the request is complete.
  private var unsent: ArraySlice<UInt8>?
  private var hasDisconnected = false

  private static let maxHead = 65_536

  /// - Parameter socket: closed in `deinit`.
  init(_ socket: Int32) {
    self.socket = socket
    _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
  }

  deinit { close(socket) }

  var isDone: Bool { hasDisconnected || unsent?.isEmpty == true || end < .now }

  /// The events that `poll` waits for.
  var waiting: pollfd { pollfd(fd: socket, events: Int16(unsent == nil ? POLLIN : POLLOUT), revents: 0) }

  /// - Parameter answer: returns the response to the header lines of a request.
  func advance(_ answer: ([Substring]) -> [UInt8]) {
    if unsent == nil { receive(answer) }
    if let rest = unsent { unsent = sent(rest) }
  }

  private func receive(_ answer: ([Substring]) -> [UInt8]) {
    var chunk = [UInt8](repeating: 0, count: 8192)
    let count = recv(socket, &chunk, chunk.count, 0)
    guard count > 0 else {
      hasDisconnected = hasDisconnected || count == 0 || errno != EAGAIN
      return
    }
    received += chunk[..<count]
    let text = String(decoding: received, as: UTF8.self)
    if text.contains("\r\n\r\n") {
      unsent = answer(text.split(separator: "\r\n"))[...]
    } else if received.count >= Self.maxHead {
      hasDisconnected = true
    }
  }

  /// The unsent rest. A browser that disconnects is not an error.
  private func sent(_ octets: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let count = octets.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count >= 0 { return octets.dropFirst(count) }
    hasDisconnected = errno != EAGAIN
    return octets
  }
}

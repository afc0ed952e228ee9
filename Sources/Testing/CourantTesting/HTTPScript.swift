/// A response of ``HTTPServer``, with everything that a server can do right or wrong.
package struct HTTPScript: Sendable {
  package enum Delivery: Sendable {
    /// With `Content-Length`.
    case whole
    /// In chunks of this size (RFC 9112 §7.1).
    case chunks(Int)
    /// One byte at a time, at this interval, until the client closes the connection.
    case drip(milliseconds: Int32)
    /// The connection ends after this many bytes of the body.
    case cut(after: Int)
    /// These bytes again and again, without an end.
    case endless
  }

  package var status: Int
  /// As written, each once or more often.
  package var fields: [(name: String, value: String)]
  package var body: [UInt8]
  package var delivery = Delivery.whole
  /// Before the response begins.
  package var delay: Int32 = 0

  package init(_ status: Int = 200, _ fields: [(String, String)] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields.map { (name: $0.0, value: $0.1) }
    self.body = body
  }

  package init(_ status: Int = 200, _ fields: [(String, String)] = [], text: String) {
    self.init(status, fields, body: Array(text.utf8))
  }
}

extension HTTPScript {
  /// False if the connection is to be closed.
  func send(over stream: inout SocketStream) -> Bool {
    if delay > 0, !stream.waits(delay) { return false }
    stream.send(head)
    switch delivery {
    case .whole:
      stream.send(body)
      return true
    case .chunks(let size):
      for start in Swift.stride(from: 0, to: body.count, by: max(1, size)) {
        let piece = body[start..<min(start + size, body.count)]
        stream.send(Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8))
      }
      stream.send("0\r\n\r\n")
      return true
    case .drip(let milliseconds):
      for byte in body {
        guard stream.waits(milliseconds) else { return false }
        stream.send([byte])
      }
    case .cut(let count):
      stream.send(Array(body.prefix(count)))
      stream.end()
    case .endless:
      while stream.waits(0) { stream.send(body) }
    }
    return false
  }

  private var head: [UInt8] {
    var lines = ["HTTP/1.1 \(status) Words"] + fields.map { "\($0.name): \($0.value)" }
    switch delivery {
    case .whole, .drip, .cut:
      if status != 304, status != 204 { lines.append("Content-Length: \(body.count)") }
    case .chunks: lines.append("Transfer-Encoding: chunked")
    case .endless: lines.append("Connection: close")
    }
    // Each code point is one byte, as a server may send it.
    return (lines.joined(separator: "\r\n") + "\r\n\r\n").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}

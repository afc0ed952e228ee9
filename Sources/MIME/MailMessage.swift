/// A message in its two halves, as a signature needs them (RFC 6376 §3.4).
package struct MailMessage: Sendable {
  /// In their order.
  package var fields: [HeaderField]
  /// With CRLF line ends, ending in CRLF.
  package var body: [UInt8]

  package init(fields: [HeaderField], body: [UInt8]) {
    (self.fields, self.body) = (fields, body)
  }

  /// As it goes to a server, before dot-stuffing.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(fields.reduce(body.count + 2) { $0 + $1.bytes.count })
    for field in fields { out += field.bytes }
    out += crlf
    out += body
    return out
  }
}

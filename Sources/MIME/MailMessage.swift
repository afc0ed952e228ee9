/// A message in its two halves, as a signature needs them (RFC 6376 §3.4), which lie one behind the other in one array.
package struct MailMessage: Sendable {
  /// As it goes to a server, before dot-stuffing.
  package private(set) var bytes: [UInt8] = []
  private var headerCount: Int

  /// `header` appends whole fields; `body` lines that end in CRLF. `capacity` is about what both need.
  package init(capacity: Int, header: (inout [UInt8]) -> Void, body: (inout [UInt8]) -> Void) {
    bytes.reserveCapacity(capacity)
    header(&bytes)
    headerCount = bytes.count
    bytes += crlf
    body(&bytes)
  }

  /// In their order, each with its folds and its CRLF.
  package var fields: [ArraySlice<UInt8>] {
    var (fields, start): ([ArraySlice<UInt8>], Int) = ([], 0)
    for end in bytes[..<headerCount].indices where bytes[end] == 0x0A && !continues(end + 1) {
      fields.append(bytes[start...end])
      start = end + 1
    }
    return fields
  }

  /// What follows the empty line.
  package var body: ArraySlice<UInt8> { bytes[(headerCount + crlf.count)...] }

  /// Sets a field before the others, as a signature stands (RFC 6376 §3.5).
  package mutating func prepend(_ field: HeaderField) {
    bytes.insert(contentsOf: field.bytes, at: 0)
    headerCount += field.bytes.count
  }

  /// Whether a folded line begins here (RFC 5322 §2.2.3).
  private func continues(_ start: Int) -> Bool {
    start < headerCount && (bytes[start] == 0x20 || bytes[start] == 0x09)
  }
}

/// The URLs of a List- field, `<mailto:…>, <https:…>` (RFC 2369 §2).
package struct HeaderURIs: HeaderValue, Hashable {
  private let uris: [[UInt8]]

  /// Each must have a scheme and no space. Characters outside ASCII, and those that RFC 3986 does not allow, are
  /// percent-encoded; a `%` is taken for the start of an escape.
  package init(_ uris: [String]) throws(HeaderFault) {
    guard !uris.isEmpty else { throw HeaderFault(kind: .blank, text: "") }
    var written: [[UInt8]] = []
    for uri in uris { written.append(try Self.percentEncoded(uri)) }
    self.uris = written
  }

  package func write(to line: inout HeaderLine) {
    for (index, uri) in uris.enumerated() {
      line.put([UInt8(ascii: "<")] + uri + (index + 1 < uris.count ? ">," : ">").utf8)
    }
  }

  private static func percentEncoded(_ uri: String) throws(HeaderFault) -> [UInt8] {
    try checkHeaderText(uri)
    let scheme = uri.utf8.prefix { $0 != UInt8(ascii: ":") }
    let hasScheme = !scheme.isEmpty && scheme.count < uri.utf8.count - 1 && scheme.allSatisfy(isAlphanumeric)
    let bytes = Array(uri.utf8)
    guard hasScheme, !bytes.contains(where: isRefused) else {
      throw HeaderFault(kind: .malformed(expected: "an absolute URI"), text: uri)
    }
    if bytes.allSatisfy(isKept) { return bytes }
    var written: [UInt8] = []
    for byte in bytes {
      if isKept(byte) { written.append(byte) } else { written += [UInt8(ascii: "%")] + upperHex(byte) }
    }
    return written
  }

  /// A space or an angle bracket would end the URL (RFC 2369 §2).
  private static func isRefused(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x3C || byte == 0x3E }

  /// RFC 3986 §2: unreserved and reserved characters, and the percent sign. A comma is excluded here, because some mail
  /// clients split the list at commas.
  private static func isKept(_ byte: UInt8) -> Bool {
    switch byte {
    // !   # $ % & ' ( ) * +   - . /     :     ;     =     ?     @     [     ]     _     ~
    case 0x21, 0x23...0x2B, 0x2D...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5B, 0x5D, 0x5F, 0x7E: true
    default: isAlphanumeric(byte)
    }
  }
}

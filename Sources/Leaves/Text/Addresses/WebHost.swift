/// The host of a URL, with its port if it has one, as written, without user and password (RFC 3986 §3.2).
///
/// Nil if the URL has no authority, like `mailto:` URLs.
package func hostAndPort(of address: String) -> String? { AddressParts(Array(address.utf8)).hostAndPort }

extension AddressParts {
  /// The authority without user and password; nil if there is none.
  var hostAndPort: String? {
    guard let authority else { return nil }
    let last = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? []
    return String(decoding: last, as: UTF8.self)
  }
}

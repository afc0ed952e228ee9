/// The host of a URL, with its port if there is one, as written and without user and password (RFC 3986 §3.2).
///
/// Nil if the URL has no authority, for example a `mailto:` URL.
package func hostAndPort(of address: String) -> String? {
  guard let authority = AddressParts(Array(address.utf8)).authority else { return nil }
  let last = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? []
  return String(decoding: last, as: UTF8.self)
}

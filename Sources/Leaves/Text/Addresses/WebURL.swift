/// An http(s) URL in parts that can be compared: scheme and host are in lower case (RFC 3986 §6.2.2.1).
package struct WebURL: Hashable, Sendable {
  /// `http` or `https`.
  package let scheme: String
  /// Never empty; with its port if it has one, without user and password.
  package let host: String
  /// As written: empty, or with a slash at its beginning.
  package let path: String
  /// As written, without the question mark.
  package let query: String?

  /// Nil for a URL of another scheme, or without a host.
  package init?(_ text: String) {
    let parts = AddressParts(Array(text.utf8))
    let scheme = String(decoding: parts.scheme ?? [], as: UTF8.self)
    guard scheme == "http" || scheme == "https", let host = parts.hostAndPort, !host.isEmpty else { return nil }
    self.scheme = scheme
    self.host = host.lowercased()
    path = String(decoding: parts.path, as: UTF8.self)
    query = parts.query.map { String(decoding: $0, as: UTF8.self) }
  }
}

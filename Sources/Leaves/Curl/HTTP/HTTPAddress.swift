internal import CCurl

/// An http(s) URL as libcurl parses it, so that the URL that is checked is the one that is requested.
package struct HTTPAddress: Hashable, Sendable {
  /// Absolute, without user, password and fragment; spaces and other characters that are not allowed in a URL are
  /// percent-encoded.
  package let text: String
  /// `http` or `https`.
  package let scheme: String
  /// In lower case; an IPv4 address in its usual form, an IPv6 address in brackets.
  package let host: String
  package let port: Int
  /// `user:password`, decoded, if the URL had them.
  package let credentials: String?

  /// Nil for another scheme, no host, or anything that libcurl cannot read.
  ///
  /// - Parameter base: the URL against which a relative reference is resolved.
  package init?(_ url: String, relativeTo base: HTTPAddress? = nil) {
    guard let parts = URLParts(), base.map({ parts.read($0.text) }) ?? true, parts.read(url) else { return nil }
    guard let scheme = parts.get(CURLUPART_SCHEME), scheme == "http" || scheme == "https",
      let host = parts.get(CURLUPART_HOST)?.lowercased(), !host.isEmpty,
      let port = parts.get(CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap({ Int($0) }), (1...65_535).contains(port)
    else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port
    let user = parts.get(CURLUPART_USER, CURLU_URLDECODE)
    credentials = user.map { "\($0):\(parts.get(CURLUPART_PASSWORD, CURLU_URLDECODE) ?? "")" }
    for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT] { parts.remove(part) }
    guard let text = parts.get(CURLUPART_URL) else { return nil }
    self.text = text
  }

  /// Whether both have the same scheme, host and port (RFC 6454 §5).
  package func hasOrigin(of other: HTTPAddress) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }

  /// Why no request may be made to it; nil for names, whose address is checked when the socket is opened.
  package var privateReason: String? {
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    if name == "localhost" || name.hasSuffix(".localhost") { return "\(name) is this machine" }
    let bare = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : name
    return SocketAddress(bare)?.privateReason
  }
}

/// The owner of libcurl's parser of URLs.
@safe private struct URLParts: ~Copyable {
  private let pointer: OpaquePointer

  init?() {
    guard let handle = unsafe curl_url() else { return nil }
    unsafe pointer = handle
  }

  deinit { unsafe curl_url_cleanup(pointer) }

  func read(_ url: String) -> Bool {
    guard !url.utf8.contains(0) else { return false }
    return unsafe curl_url_set(pointer, CURLUPART_URL, url, UInt32(CURLU_URLENCODE | CURLU_ALLOW_SPACE)) == CURLUE_OK
  }

  func get(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(pointer, part, &text, UInt32(flags)) == CURLUE_OK, let text = unsafe text else {
      return nil
    }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }

  func remove(_ part: CURLUPart) { _ = unsafe curl_url_set(pointer, part, nil, 0) }
}

/// The origin of an http(s) URL (RFC 6454 §4): what credentials and validators belong to.
package struct WebOrigin: Hashable, Sendable {
  /// `http` or `https`.
  package let scheme: String
  /// In lower case, without a dot at its end; an IPv6 address has its brackets.
  package let host: String
  package let port: Int

  /// Nil for a URL of another scheme, without a host, or with a port that does not exist.
  package init?(_ url: String) {
    guard let mark = url.firstRange(of: "://") else { return nil }
    scheme = url[..<mark.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let authority = url[mark.upperBound...].prefix { !"/?#\\".contains($0) }
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let end = Self.endOfHost(place)
    var name = place[..<end].lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    let digits = place[end...].dropFirst()
    guard !name.isEmpty, let port = digits.isEmpty ? usualPort(scheme) : Int(digits), (1...65_535).contains(port)
    else { return nil }
    host = name
    self.port = port
  }

  /// The host, with its port unless that is the default: the unit to which one request at a time is sent, and which can ask to
  /// be left alone.
  package var site: String { port == usualPort(scheme) ? host : "\(host):\(port)" }

  /// `https://example.org:443`.
  package var text: String { "\(scheme)://\(host):\(port)" }

  private static func endOfHost(_ place: Substring) -> Substring.Index {
    let start = place.hasPrefix("[") ? place.firstIndex(of: "]") ?? place.startIndex : place.startIndex
    return place[start...].firstIndex(of: ":") ?? place.endIndex
  }
}

private func usualPort(_ scheme: String) -> Int { scheme == "https" ? 443 : 80 }

/// An address to listen on, as `listen` and `--listen` have it.
package enum ListenAddress: Hashable, Sendable {
  case host(String, port: Int)
  /// An absolute path.
  case socket(String)

  /// `127.0.0.1:8080`, `[::1]:8080` or `unix:/run/courant/web.sock`; nil for anything else.
  package init?(_ text: String) {
    if text.hasPrefix("unix:/") {
      let path = String(text.dropFirst("unix:".count))
      // sun_path has 108 bytes, with its NUL.
      guard path.utf8.count < 108, !path.utf8.contains(0), !path.hasSuffix("/") else { return nil }
      self = .socket(path)
      return
    }
    guard let match = text.wholeMatch(of: /(\[[0-9A-Fa-f:.]+\]|[^:\[\]]+):([0-9]{1,5})/), let port = Int(match.2),
      (0...65_535).contains(port), match.1.hasPrefix("[") || match.1.wholeMatch(of: /[A-Za-z0-9.-]{1,253}/) != nil
    else { return nil }
    self = .host(match.1.hasPrefix("[") ? String(match.1.dropFirst().dropLast()) : String(match.1), port: port)
  }
}

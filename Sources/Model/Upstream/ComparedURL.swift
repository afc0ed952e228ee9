/// The parts of an http(s) URL that matter for comparing it: scheme, user and `www.` are dropped, host and
/// percent-encodings are lower case, and the path does not end in a slash.
struct ComparedURL {
  let host: String
  /// Begins with a slash, or is empty.
  let path: String
  /// Without its question mark; nil if there is none.
  let query: String?
  /// Without its hash; nil if there is none.
  let fragment: String?

  init?(_ text: String) {
    let schemes = ["http://", "https://"]
    let start = text.prefix(8).lowercased()
    guard let scheme = schemes.first(where: start.hasPrefix) else { return nil }
    let parts = text.dropFirst(scheme.count).split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    let halves = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    query = halves.count > 1 && !halves[1].isEmpty ? String(halves[1]) : nil
    let authority = halves[0].prefix { $0 != "/" }
    guard let host = Self.host(authority, scheme) else { return nil }
    self.host = host
    var path = halves[0].dropFirst(authority.count)
    while path.last == "/" { path.removeLast() }
    self.path = Self.lowercasingEscapes(path)
  }

  /// Whether it is the front page of its host, which is the link of many items.
  var isHome: Bool { path.isEmpty && query == nil && fragment == nil }

  private static func host(_ authority: Substring, _ scheme: String) -> String? {
    let usual = scheme == "http://" ? ":80" : ":443"
    var host = authority.split(separator: "@", omittingEmptySubsequences: false).last?.lowercased() ?? ""
    if host.hasSuffix(usual) { host.removeLast(usual.count) }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    return host.isEmpty ? nil : host
  }

  /// RFC 3986 §2.1: `%2F` and `%2f` are the same.
  private static func lowercasingEscapes(_ path: Substring) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return String(path) }
    var letters = 0
    let characters = path.map { character in
      if character == "%" {
        letters = 2
        return String(character)
      }
      defer { letters -= 1 }
      return letters > 0 ? character.lowercased() : String(character)
    }
    return characters.joined()
  }
}

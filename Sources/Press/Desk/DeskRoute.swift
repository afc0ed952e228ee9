/// The pages of the desk.
enum DeskRoute: Hashable, Sendable {
  case home
  case style
  case link(String)
  case signOut

  /// In which form an answer is wanted; part of the path.
  enum Format: String, Sendable, CaseIterable { case html, json, csv }

  /// Nil if there is no such page.
  static func read(_ path: String) -> (route: DeskRoute, format: Format)? {
    guard path.hasPrefix("/"), path.utf8.count <= 300 else { return nil }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts == [""] { return (.home, .html) }
    if parts == ["desk.css"] { return (.style, .html) }
    var format = Format.html
    for other in [Format.json, .csv] where parts[parts.count - 1].hasSuffix("." + other.rawValue) {
      parts[parts.count - 1].removeLast(other.rawValue.count + 1)
      format = other
    }
    return route(parts).map { ($0, format) }
  }

  private static func route(_ parts: [String]) -> DeskRoute? {
    switch (parts[0], parts.count) {
    case ("status", 1): .home
    case ("sign-in", 2): .link(parts[1])
    case ("sign-out", 1): .signOut
    default: nil
    }
  }

  /// The methods that it answers: the value of `Allow`.
  var methods: [String] {
    switch self {
    case .home, .style: ["GET", "HEAD"]
    case .link: ["GET", "HEAD", "POST"]
    case .signOut: ["POST"]
    }
  }
}

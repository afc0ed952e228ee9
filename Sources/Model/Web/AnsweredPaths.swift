/// The paths that a web server passes on to `courant serve`, so that files there are never seen.
extension Site {
  /// - Parameter path: relative to the site's URL, without a leading slash.
  package func isAnswered(_ path: String) -> Bool {
    guard web != nil else { return false }
    let parts = path.split(separator: "/")
    guard let first = parts.first else { return false }
    if first == "feeds" { return parts.count > 1 && (parts[1] == "of" || parts[1] == "for") }
    return Self.answered.contains(String(first))
  }

  private static let answered: Set<String> = [
    "subscribe", "search", "preferences", "confirm", "refuse", "access", "move", "move-back", "left", "unsubscribe",
  ]
}

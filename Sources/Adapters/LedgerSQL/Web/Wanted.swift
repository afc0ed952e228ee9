internal import Model

/// Digests with the feeds that someone wants of each, as text: a line `DIGEST FEEDS` for each.
enum Wanted {
  static func text(_ wanted: [WantedDigest]) -> String {
    wanted.map { "\($0.digest) \($0.follows.text)" }.joined(separator: "\n")
  }

  static func digests(_ text: String) -> [WantedDigest] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let follows = Following(parts[1]) else { return nil }
      return WantedDigest(parts[0], follows)
    }
  }
}

package import Time

/// A document of a private feed, complete except for the token in its own addresses, which is different for each reader.
package struct PrivateDocument: Hashable, Sendable {
  /// Stands for the token. No document contains it otherwise: XML does not allow it, and JSON escapes it.
  package static let blank: UInt8 = 0x01

  package let feed: Feed.Name
  package let format: Feed.Format
  /// UTF-8.
  package let bytes: [UInt8]
  /// When the bytes last changed; nil before they are recorded.
  package var changed: Instant?

  package init(_ feed: Feed.Name, _ format: Feed.Format, bytes: [UInt8]) {
    self.feed = feed
    self.format = format
    self.bytes = bytes
    changed = nil
  }

  /// The document of the reader with this token.
  package func bytes(for token: String) -> [UInt8] {
    var filled: [UInt8] = []
    filled.reserveCapacity(bytes.count + 4 * token.utf8.count)
    for byte in bytes {
      if byte == Self.blank { filled += token.utf8 } else { filled.append(byte) }
    }
    return filled
  }
}

extension Site {
  /// The feeds whose documents anyone may read: those on pages, in lists and in links.
  package var publicFeeds: [Feed] { feeds.filter { !$0.isPrivate } }

  /// The private feeds that a reader with these confirmed subscriptions may read, sorted by name.
  package func privateFeeds(for follows: [WantedDigest]) -> [Feed] {
    feeds.filter { feed in
      feed.isPrivate
        && follows.contains { wanted in
          guard let digest = digest(wanted.digest) else { return false }
          return wanted.follows.includes(feed.name) && feeds(of: digest).contains { $0.name == feed.name }
        }
    }
  }
}

internal import Cryptography
internal import Model

/// The permanent UUID of a podcast (Podcasting 2.0, `podcast:guid`).
///
/// It is made from the URL of the feed when that is first published, and then stays, even if the URL changes. Whoever writes `guid` into the
/// feed's file decides; after a loss of the ledger that is the only way to keep one whose URL has changed.
extension PressRun {
  func withPodcastGUID(_ feed: Feed) throws -> Feed {
    guard feed.podcast != nil, feed.podcast?.guid == nil else { return feed }
    let note = "podcast guid of \(feed.folder)"
    var feed = feed
    if let known = try ledger.note(note), !known.isEmpty {
      feed.podcast?.guid = known
      return feed
    }
    let guid = podcastGUID(ofFeedAt: site.address(feed.path(.rss)))
    try ledger.setNote(note, guid)
    feed.podcast?.guid = guid
    return feed
  }
}

/// A UUID of version 5 (RFC 9562 §5.5) in the namespace of podcasts, whose name is the URL without its scheme and slashes at its end.
func podcastGUID(ofFeedAt url: String) -> String {
  let namespace: [UInt8] = [
    0xEA, 0xD4, 0xC2, 0x36, 0xBF, 0x58, 0x58, 0xC6, 0xA2, 0xC6, 0xA6, 0xB2, 0x8D, 0x12, 0x8C, 0xB6,
  ]
  var name = url[...]
  if let scheme = name.firstRange(of: "://") { name = name[scheme.upperBound...] }
  while name.hasSuffix("/") { name = name.dropLast() }
  var bytes = Array(sha1(namespace + Array(name.utf8)).prefix(16))
  bytes[6] = bytes[6] & 0x0F | 0x50
  bytes[8] = bytes[8] & 0x3F | 0x80
  let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { lowercaseHex(bytes[$0]) }
  return parts.joined(separator: "-")
}

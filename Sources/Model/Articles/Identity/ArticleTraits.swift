internal import Time

/// The location of an article's file, compared byte by byte, as file systems do.
package struct FilePlace: Hashable, Comparable, Sendable {
  package let source: String
  /// Relative to the site folder.
  package let path: String

  package init(source: String, path: String) {
    self.source = source
    self.path = path
  }

  package static func == (a: FilePlace, b: FilePlace) -> Bool {
    ExactText(a.path) == ExactText(b.path) && a.source == b.source
  }

  package func hash(into hasher: inout Hasher) { ExactText(path).hash(into: &hasher) }

  package static func < (a: FilePlace, b: FilePlace) -> Bool {
    if a.path != b.path { return a.path < b.path }
    if a.source != b.source { return a.source < b.source }
    return a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }
}

/// The traits by which an article is recognised, regardless of its file's name.
package struct ArticleTraits: Hashable, Sendable {
  /// Fingerprint of the file's bytes; nil for an article recorded before the ledger stored it.
  package var bytes: Fingerprint?
  /// Fingerprint of title and date.
  package var heading: Fingerprint
  /// Fingerprint of the words without markup, because moving a file to another folder changes the URLs of images.
  package var wording: Fingerprint
  /// Seconds since 1970.
  package var published: Int64

  package init(bytes: Fingerprint?, heading: Fingerprint, wording: Fingerprint, published: Int64) {
    self.bytes = bytes
    self.heading = heading
    self.wording = wording
    self.published = published
  }

  static let secondsOfDay: Int64 = 86_400

  /// Whether the author certainly wrote a time of day. A bare date is midnight in some time zone, and zones differ by
  /// multiples of 15 minutes.
  var hasTime: Bool { published % 900 != 0 }

  /// Days since 1970.
  var day: Int64 { published / Self.secondsOfDay }

  /// Whether both have the same bytes.
  func hasBytes(of other: ArticleTraits) -> Bool { bytes != nil && bytes == other.bytes }

  /// Whether both have the same title, date and text.
  func hasContent(of other: ArticleTraits) -> Bool { heading == other.heading && wording == other.wording }
}

extension Article {
  /// The bytes that ``ArticleTraits/heading`` is the fingerprint of.
  package var headingBytes: [UInt8] { headingBytes(dated: published.seconds) }

  /// The same with a different date, in seconds since 1970.
  package func headingBytes(dated seconds: Int64) -> [UInt8] { Array("\(title)\u{0}\(seconds)".utf8) }

  /// The bytes that ``ArticleTraits/wording`` is the fingerprint of.
  package var wordingBytes: [UInt8] { wordBytes(ofHTML: body) }
}

/// The words of HTML without its markup, separated by single spaces; used to compare articles, never shown.
package func wordBytes(ofHTML html: String) -> [UInt8] {
  var html = html
  return html.withUTF8 { bytes in
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var isTag = false
    for byte in bytes {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag, byte > 0x20 {
        words.append(byte)
      } else if let last = words.last, last != 0x20 {
        words.append(0x20)
      }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    if words.last == 0x20 { words.removeLast() }
    return words
  }
}

/// The proportion of the longer text that also occurs in the other, from 0 to 1.
///
/// A word counts only together with the word before or after it, because every text contains "of" and "the".
///
/// Both have the form returned by ``wordBytes(ofHTML:)``.
package func share(of a: [UInt8], in b: [UInt8]) -> Double {
  let some = a.split(separator: 0x20)
  let others = b.split(separator: 0x20)
  if some.isEmpty || others.isEmpty { return some.count == others.count ? 1 : 0 }
  if some.count == 1 { return others.contains(some[0]) ? 1 / Double(others.count) : 0 }
  if others.count == 1 { return some.contains(others[0]) ? 1 / Double(some.count) : 0 }
  var counts: [WordPair: Int] = [:]
  for pair in zip(some, some.dropFirst()) { counts[WordPair(pair.0, pair.1), default: 0] += 1 }
  var isCommon = [Bool](repeating: false, count: others.count)
  for position in others.indices.dropLast() {
    let pair = WordPair(others[position], others[position + 1])
    guard let count = counts[pair], count > 0 else { continue }
    counts[pair] = count - 1
    isCommon[position] = true
    isCommon[position + 1] = true
  }
  return Double(isCommon.count { $0 }) / Double(max(some.count, others.count))
}

private struct WordPair: Hashable {
  let first: ArraySlice<UInt8>
  let second: ArraySlice<UInt8>

  init(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) {
    self.first = first
    self.second = second
  }
}

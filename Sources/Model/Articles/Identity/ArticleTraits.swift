/// The location of an article's file. Compared by bytes, as file systems do.
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
  /// Fingerprint of the words, without markup: moving a file to another folder changes the URLs of images.
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

  /// The same for a different date, in seconds since 1970.
  package func headingBytes(dated seconds: Int64) -> [UInt8] { Array("\(title)\u{0}\(seconds)".utf8) }

  /// The bytes that ``ArticleTraits/wording`` is the fingerprint of.
  package var wordingBytes: [UInt8] { wordBytes(ofHTML: body) }
}

/// The words of HTML without its markup, separated by single spaces: for comparing articles, never shown.
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

/// The share of the longer of two texts that is in both: from 0 to 1.
///
/// - Parameters: texts in the form of ``wordBytes(ofHTML:)``.
package func share(of a: [UInt8], in b: [UInt8]) -> Double {
  let (some, others) = (a.split(separator: 0x20), b.split(separator: 0x20))
  if some.isEmpty, others.isEmpty { return 1 }
  var counts: [ArraySlice<UInt8>: Int] = [:]
  for word in some { counts[word, default: 0] += 1 }
  var common = 0
  for word in others where counts[word, default: 0] > 0 {
    counts[word, default: 0] -= 1
    common += 1
  }
  return Double(common) / Double(max(some.count, others.count))
}

internal import Files
internal import Gathering
internal import Cryptography
internal import Model

/// One file that belongs under `public/`, and how to render it.
///
/// Its *key* covers everything its bytes depend on: while the key is unchanged and the file exists, it is neither
/// rendered nor read. So `also` must name everything a renderer uses in addition to the settings, the templates and the
/// given articles.
struct PublicFile {
  /// Relative to `public/`.
  let path: String
  /// Everything it depends on; see ``key(with:)``.
  private var parts: [String]
  private var fingerprints: [Fingerprint]
  private let isFrozen: Bool
  /// Whether feed readers poll it, so that hubs are pinged when it changes.
  private(set) var isPolled = false
  /// Whether a compressed file next to it is of use.
  private var mayBeCompressed = true
  /// What is recorded of a file that contains an article in full.
  private(set) var cast: PublishedFile.Cast?
  private(set) var source: Source

  enum Source {
    /// Rendered from these articles, which are read just before; on any thread.
    case articles([Article.ID], @Sendable ([Article]) throws -> [UInt8])
    /// Fetched from the ledger, on the run's thread.
    case fetched(() throws -> [UInt8])
    /// Copied from a file of a source, whose path is reported if this fails.
    case copied(from: String, open: () throws(UnreadableFile) -> OpenFile)
  }

  /// A file that contains articles in full; see ``init(_:_:reading:listing:also:bytes:)``.
  init(
    _ path: String, _ kind: String, reading: [ShelvedArticle], also: [String] = [],
    bytes: @escaping @Sendable ([Article]) throws -> [UInt8]
  ) {
    self.init(path, kind, reading: reading, listing: [], also: also, bytes: bytes)
  }

  /// A file made from articles, settings and templates.
  ///
  /// - Parameter kind: for example `rss`; each path belongs to one kind.
  /// - Parameter reading: the articles it contains in full; `bytes` gets them in this order.
  /// - Parameter listing: articles of which it shows the title, the date or the summary, but not the body.
  /// - Parameter also: everything else its bytes depend on.
  init(
    _ path: String, _ kind: String, reading: [ShelvedArticle], listing: [ShelvedArticle], also: [String],
    bytes: @escaping @Sendable ([Article]) throws -> [UInt8]
  ) {
    self.path = path
    parts = []
    // With room for one more: most files are pages, which depend on the menu.
    parts.reserveCapacity(also.count + 2)
    parts.append(kind)
    parts += also
    fingerprints = []
    fingerprints.reserveCapacity(reading.count + listing.count + 1)
    for article in reading { fingerprints.append(article.content) }
    fingerprints.append(Fingerprint(bits: UInt64(reading.count)))
    for article in listing { fingerprints.append(article.outline) }
    isFrozen = false
    source = .articles(reading.map(\.id), bytes)
  }

  /// A file that contains no article in full, so `bytes` gets none.
  ///
  /// - Parameter listing: the articles that it shows.
  init(
    _ path: String, _ kind: String, listing: [ShelvedArticle] = [], also: [String] = [],
    bytes: @escaping @Sendable ([Article]) throws -> [UInt8]
  ) {
    self.init(path, kind, reading: [], listing: listing, also: also, bytes: bytes)
  }

  /// The same file, which feed readers poll.
  func polled(_ isPolled: Bool = true) -> PublicFile {
    var file = self
    file.isPolled = isPolled
    return file
  }

  /// The same file, in which these articles appear besides or with the one that it contains in full.
  func with(_ cast: PublishedFile.Cast) -> PublicFile {
    var file = self
    file.cast = cast
    return file
  }

  /// The same file, without a compressed one next to it.
  var uncompressed: PublicFile {
    var file = self
    file.mayBeCompressed = false
    return file
  }

  /// A file made from settings, templates and fetched data.
  ///
  /// - Parameter also: everything else its bytes depend on.
  init(_ path: String, _ kind: String, also: [String] = [], fetching: @escaping () throws -> [UInt8]) {
    self.path = path
    parts = [kind] + also
    fingerprints = []
    isFrozen = false
    source = .fetched(fetching)
  }

  /// An image that is drawn from `also` alone, regardless of settings and templates.
  init(drawing path: String, also: [String], bytes: @escaping () throws -> [UInt8]) {
    self.path = path
    isPolled = false
    parts = ["drawn"] + also
    fingerprints = []
    isFrozen = true
    source = .fetched(bytes)
  }

  /// A file that was frozen, independent of settings and templates.
  init(frozen path: String, hash: String, bytes: @escaping () throws -> [UInt8]) {
    self.path = path
    isPolled = false
    parts = ["frozen", hash]
    fingerprints = []
    isFrozen = true
    source = .fetched(bytes)
  }

  /// A file that is copied unchanged, independent of settings and templates, such as an image.
  ///
  /// - Parameter stamp: changes whenever the bytes do.
  init(copy path: String, of original: String, stamp: String, open: @escaping () throws(UnreadableFile) -> OpenFile) {
    self.path = path
    parts = ["copy", original + " " + stamp]
    fingerprints = []
    isFrozen = true
    source = .copied(from: original, open: open)
  }

  /// Whether it is a page for people, not one that only leads to another.
  var isPage: Bool { !isCopy && path.hasSuffix(".html") && parts[0] != "moved" }

  /// Whether it is the page of one article, wherever it is, or belongs to it: its sheet, its easy version.
  var isOfOneArticle: Bool {
    !isCopy && ["article", "sheet", "easy", "withdrawn", "withdrawn mark"].contains(parts[0])
  }

  /// The same page with more in it, which must depend on settings and templates alone.
  func inserting(_ insert: @escaping @Sendable ([UInt8]) throws -> [UInt8]) -> PublicFile {
    var file = self
    switch source {
    case .articles(let ids, let bytes): file.source = .articles(ids) { try insert(bytes($0)) }
    case .fetched(let bytes): file.source = .fetched { try insert(bytes()) }
    case .copied: break
    }
    return file
  }

  /// The file depends on something else as well.
  mutating func depend(on part: String) { parts.append(part) }

  /// Whether machines request it often: feeds without their archives, OPML and the sitemap. Such clients accept gzip.
  var isCompressed: Bool { mayBeCompressed && (isPolled || parts[0] == "opml" || parts[0] == "sitemap") }

  /// Where the compressed file is, if there is one.
  var compressedPath: String { path + ".gz" }

  /// The file, and the compressed one next to it.
  var paths: [String] { isCompressed ? [path, compressedPath] : [path] }

  var isCopy: Bool { if case .copied = source { true } else { false } }

  /// The articles that it contains in full.
  var articles: [Article.ID] { if case .articles(let ids, _) = source { ids } else { [] } }

  /// - Parameter common: identifies the version, the settings and the templates.
  func key(with common: String) -> Fingerprint {
    var bytes: [UInt8] = []
    let texts = parts.reduce(common.utf8.count + parts.count + 1) { $0 + $1.utf8.count }
    bytes.reserveCapacity(texts + fingerprints.count * MemoryLayout<UInt64>.size)
    if !isFrozen { Self.append(common, to: &bytes) }
    for part in parts { Self.append(part, to: &bytes) }
    for fingerprint in fingerprints {
      withUnsafeBytes(of: fingerprint.bits.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return Fingerprint(digest: sha256(bytes))
  }

  private static func append(_ part: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: part.utf8)
    bytes.append(0)
  }
}

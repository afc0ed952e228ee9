internal import Files
internal import Gathering
internal import Crypto
internal import Model

/// One file that is to stand under `public/`, and how it is made if it is not there yet.
///
/// What its bytes depend on is its *key*: while that stays and the file exists, it is neither made nor looked at. So
/// whatever a printer uses beside the settings, the templates and the articles it is given must be named in `also`.
struct Print {
  /// Relative to `public/`.
  let path: String
  /// What it depends on; see ``key(under:)``.
  private let parts: [String]
  private let fingerprints: [Fingerprint]
  private let isFrozen: Bool
  /// Whether readers poll it, so that hubs are told when it changes.
  let isPolled: Bool
  let source: Source

  enum Source {
    /// Printed from these articles, which are read when its turn comes; on any thread.
    case articles([Article.ID], @Sendable ([Article]) throws -> [UInt8])
    /// Fetched from the ledger, on the thread of the run.
    case fetched(() throws -> [UInt8])
    /// Copied from a file of a source, whose path is told if it cannot be.
    case copied(from: String, open: () throws(UnreadableFile) -> OpenFile)
  }

  /// A file made from articles, settings and templates.
  ///
  /// - Parameter kind: what is printed, such as `rss`: no two kinds share a path.
  /// - Parameter reading: the articles that are printed in full; `bytes` is given them in this order.
  /// - Parameter listing: those of which it shows the title, the date or the summary, but not the body.
  /// - Parameter also: whatever else its bytes depend on.
  init(
    _ path: String, _ kind: String, reading: [ShelvedArticle] = [], listing: [ShelvedArticle] = [],
    also: [String] = [], isPolled: Bool = false, bytes: @escaping @Sendable ([Article]) throws -> [UInt8]
  ) {
    self.path = path
    self.isPolled = isPolled
    parts = [kind] + also
    fingerprints = reading.map(\.content) + [Fingerprint(bits: UInt64(reading.count))] + listing.map(\.outline)
    isFrozen = false
    source = .articles(reading.map(\.id), bytes)
  }

  /// A file made from settings, templates and what is fetched for it.
  ///
  /// - Parameter also: whatever else its bytes depend on.
  init(_ path: String, _ kind: String, also: [String] = [], fetching: @escaping () throws -> [UInt8]) {
    self.path = path
    isPolled = false
    parts = [kind] + also
    fingerprints = []
    isFrozen = false
    source = .fetched(fetching)
  }

  /// A file that is copied as it is, whatever settings and templates say, such as a picture.
  ///
  /// - Parameter stamp: other whenever the bytes are.
  init(copy path: String, of original: String, stamp: String, open: @escaping () throws(UnreadableFile) -> OpenFile) {
    self.path = path
    isPolled = false
    parts = ["copy", original + " " + stamp]
    fingerprints = []
    isFrozen = true
    source = .copied(from: original, open: open)
  }

  /// Whether machines ask for it again and again: feeds without their archives, OPML and the sitemap. All take gzip.
  var isCompressed: Bool { isPolled || ["opml", "sitemap"].contains(parts[0]) }

  /// The file, and the compressed one beside it.
  var paths: [String] { isCompressed ? [path, path + ".gz"] : [path] }

  var isCopy: Bool { if case .copied = source { true } else { false } }

  /// The articles that it prints in full.
  var articles: [Article.ID] { if case .articles(let ids, _) = source { ids } else { [] } }

  /// - Parameter edition: stands for the version, the settings and the templates.
  func key(under edition: String) -> Fingerprint {
    var bytes = Array(((isFrozen ? [] : [edition]) + parts).joined(separator: "\u{0}").utf8)
    bytes.append(0)
    for print in fingerprints { withUnsafeBytes(of: print.bits.littleEndian) { bytes.append(contentsOf: $0) } }
    return Fingerprint(digest: sha256(bytes))
  }
}

internal import Text
package import Time
internal import XML

package struct FeedItem: Sendable {
  /// The line of its beginning; 0 in JSON.
  package var line = 0
  /// As the document has it, without white space at either end.
  package var id: String?
  /// Absolute, http or https.
  package var link: String?
  /// As text, on one line; never empty if the item has any text or link.
  package var title = ""
  /// Whether the document has a title.
  package var hasTitle = true
  package var summary: FeedText?
  package var body: FeedText?
  /// Whether its text exceeds the limit and only its beginning was read.
  package var isCut = false
  package var authors: [FeedAuthor] = []
  package var categories: [String] = []
  /// Nil if missing or unreadable.
  package var published: Instant?
  package var updated: Instant?
  /// A date that was written and cannot be read.
  package var unreadableDate: String?
  /// The absolute URL of the item's own image.
  package var image: String?
  package var enclosures: [FeedEnclosure] = []
  /// The feed from which the item was taken.
  package var source: FeedSource?
  /// The papers that it is about: `doi:10.1000/1`, `pmid:1`.
  package var papers: [String] = []
  package var journal: String?
  /// `prism:publicationDate` or `prism:coverDate`, as written.
  package var journalDate: String?
  /// What arXiv says about the item, in lower case: `new`, `cross`, `replace`, `replace-cross`.
  package var announcement: String?

  init() {}
}

package struct FeedSource: Hashable, Sendable {
  package var title = ""
  package var address: String?
}

package struct FeedEnclosure: Hashable, Sendable {
  package var address: String
  package var type: String?
  /// In bytes.
  package var length: Int?
  package var title: String?
}

/// Text of a feed, plain or HTML.
package struct FeedText: Hashable, Sendable {
  package enum Kind: Sendable { case plain, html }

  package let kind: Kind
  /// As it was in the document, unescaped once; not safe.
  package let value: String
  /// The absolute URL against which its links are resolved.
  package let base: String

  package init(_ kind: Kind, _ value: String, base: String) {
    self.kind = kind
    self.value = value
    self.base = base
  }

  /// HTML of allowed elements only, with absolute URLs.
  package var sanitized: String {
    switch kind {
    case .plain: paragraphs(value)
    case .html: HTMLSanitizer(base: base).sanitized(withoutC1References(value)).html
    }
  }

  /// Whether its end is not in ``sanitized``, because its elements are nested too deeply.
  package var isTooDeep: Bool { kind == .html && HTMLSanitizer.isTooDeep(value) }

  /// About how many characters it has as text. Nothing is parsed: for reports on long feeds.
  package var length: Int { kind == .plain ? value.unicodeScalars.count : countedText(ofHTML: value) }

  /// As text, on one line.
  package var text: String {
    switch kind {
    case .plain: oneLine(value)
    case .html: plainText(ofHTML: withoutC1References(value))
    }
  }

  /// The first words of ``text``; all of it if it is short.
  var opening: String {
    guard value.utf8.count > Self.lengthForOpening else { return text }
    let start = String(decoding: value.utf8.prefix(Self.lengthForOpening), as: UTF8.self)
    let opening = FeedText(kind, start, base: base).text
    // Not if it is all markup.
    return opening.utf8.count > Self.lengthForOpening / 4 ? opening : text
  }

  /// In bytes.
  private static let lengthForOpening = 1_500
}

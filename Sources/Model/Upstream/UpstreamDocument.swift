package import Time

/// The contents of an upstream source in one fetch, in any format.
package struct UpstreamDocument: Hashable, Sendable {
  /// In the order of the source.
  package var items: [UpstreamItem] = []
  /// The guids of items that the source says are gone (RFC 6721).
  package var gone: [String] = []
  /// Whether it was read to its end. If not, nothing can be concluded from missing items.
  package var isComplete = true
  /// Whether that is because it was cut off, so that the source is not well.
  package var isCutOff = false
  /// How many items the source showed, including known ones that were not read again; nil if all are in ``items``.
  package var shown: Int?
  /// Whether it has older items that were not read this time.
  package var hasRest = false
  /// As text, on one line; may be empty.
  package var title = ""
  /// The URL of its site, absolute.
  package var home: String?
  package var pace = PaceHints()
  /// Oddities, one sentence each, which begins in lower case and has no full stop. Quotations from the document are in
  /// backticks.
  package var remarks: [String] = []
  /// Pages that were seen but not fetched. They count as past and will never be fetched.
  package var unread: [String] = []

  package init() {}
}

/// A feed's hints on how often to ask.
package struct PaceHints: Hashable, Sendable, Codable {
  /// RSS 2.0's `ttl`, in minutes.
  package var minutes: Int?
  /// 0–23, in GMT.
  package var skippedHours: Set<Int> = []
  /// 1 (Monday) to 7.
  package var skippedDays: Set<Int> = []
  /// `sy:updatePeriod` divided by its frequency.
  package var period: Duration?

  package init() {}
}

/// One item of an upstream source, before it is decided which article it is.
package struct UpstreamItem: Hashable, Sendable {
  /// Verbatim, without white space at either end.
  package var guid: String?
  /// Absolute http(s) URL without parameters that only count visits.
  package var link: String?
  /// Plain text, one line, never empty.
  package var title: String
  /// Plain text, one line; empty if it has none.
  package var summary = ""
  /// Sanitised HTML with absolute URLs; empty if it has none.
  package var body = ""
  /// Nil if missing or unreadable.
  package var published: Instant?
  package var updated: Instant?
  /// Categories as written.
  package var categories: [String] = []
  /// Names only.
  package var authors: [String] = []
  package var image: Article.Picture?
  /// The identifiers of the paper itself, not of those that it mentions, each in a canonical form without version:
  /// `doi:10.1000/1`, `pmid:1`, `arxiv:2601.00001`. They are keys across sources.
  package var papers: [String] = []
  package var citation: Article.Citation?
  /// The feed that it was taken from.
  package var origin: Origin?

  package init(title: String) { self.title = title }

  package struct Origin: Hashable, Sendable {
    package var title: String
    package var url: String?

    package init(title: String, url: String? = nil) {
      self.title = title
      self.url = url
    }
  }
}

/// Why nothing could be read from an answer.
package struct UpstreamFailure: Error, Hashable {
  /// Begins in lower case and has no full stop: `a web page called “Log in” came instead of a feed`.
  package let sentence: String
  /// Feeds that the page names, absolute.
  package var proposals: [String] = []

  package init(sentence: String, proposals: [String] = []) {
    self.sentence = sentence
    self.proposals = proposals
  }
}

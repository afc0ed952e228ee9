package import Time

/// Queries sources of every kind and reads their responses.
package protocol UpstreamReader: Sendable {
  /// The conversation of one poll.
  func poll(_ question: UpstreamQuestion) -> any UpstreamPoll
}

/// One poll of a source. The fetcher carries it; then its outcome is read.
package protocol UpstreamPoll: Conversation {
  /// The response that decides when the source is polled again: the first that could not be used; if all could, the one for the
  /// source's own URL. Nil if there was no response.
  var decisive: FetchAnswer? { get }

  /// The outcome, once the conversation has ended.
  func outcome() -> UpstreamOutcome
}

package enum UpstreamOutcome: Hashable, Sendable {
  /// - Parameter hash: SHA-256 of the source's own body in hexadecimal; nil if it cannot be compared.
  case document(UpstreamDocument, hash: String?)
  /// 304, or the bytes of last time, which were not parsed again.
  case unchanged
  /// ``UpstreamPoll/decisive`` has neither a document nor 304; or there is none.
  case unanswered
  /// A document came and cannot be read.
  case unreadable(UpstreamFailure)
}

/// The starting point of a poll.
package struct UpstreamQuestion: Sendable {
  package let source: UpstreamSettings
  /// The request of the source's own URL, complete. All other requests of the poll are made like it, without its
  /// validators; its credentials are only for its own origin.
  package var first: FetchRequest
  package let now: Instant
  /// Whether no poll of it was ever recorded. Then no page is fetched: all that a sitemap names is past.
  package var isFirst = true
  /// SHA-256 of the body that was last read, in hexadecimal; such a body is not parsed again. Nil: it is parsed.
  package var bodyHash: String?
  /// The first line of the source's `key_file`.
  package var key: String?
  /// For APIs that want clients to identify themselves.
  package var contact: String?
  /// Keys of the known items, as derived by ``ItemKey``.
  package var known: Set<String> = []

  package init(source: UpstreamSettings, first: FetchRequest, now: Instant) {
    self.source = source
    self.first = first
    self.now = now
  }

  /// Whether an item with this link is known, so that its page need not be fetched.
  ///
  /// - Parameter link: absolute.
  package func knows(link: String) -> Bool { known.contains(ItemKey.link(link)) }

  /// Whether this paper is known from any source, as in ``UpstreamItem/papers``.
  package func knows(paper: String) -> Bool { known.contains(ItemKey.paper(paper)) }
}

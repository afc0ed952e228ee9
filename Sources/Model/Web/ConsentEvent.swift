package import Time

/// One step in the history of a reader's consent. Events are only ever added; forgetting a reader leaves the last one, with a
/// keyed hash instead of the address.
package struct ConsentEvent: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable, Codable {
    case asked, confirmed, changed, paused, resumed, left, returned, moved, imported, refused, lapsed, forgotten
  }

  package let kind: Kind
  package let at: Instant
  /// Nil if it concerns all digests.
  package var digest: String?
  /// The feeds followed from then on; nil if the event does not change them.
  package var follows: Following?
  /// The page, form, file or command: an absolute URL, an origin, `cli`, `import FILE`; empty if unknown.
  package var origin: String
  /// BCP 47; nil for the site's language.
  package var language: String?
  /// The sentence that they agreed to; nil if there was none.
  package var words: String?
  /// The client's address, only if the operator records it.
  package var machine: String?

  package init(_ kind: Kind, at: Instant, digest: String? = nil, origin: String = "") {
    self.kind = kind
    self.at = at
    self.digest = digest
    self.origin = origin
    follows = nil
    language = nil
    words = nil
    machine = nil
  }
}

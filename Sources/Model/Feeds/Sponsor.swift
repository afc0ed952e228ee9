package import Time

/// An advertisement in the issues of a digest, always labelled as one.
package struct Sponsor: Hashable, Sendable {
  /// One paragraph, plain.
  package let text: String
  /// An https URL.
  package var link: String?
  package var image: Article.Picture?
  /// Shown above it; nil for the word for it in the language of the issue.
  package var label: String?
  /// The last day on which an issue with it may fall due, `2026-12-31`; nil for no end.
  package var until: String?

  package init(text: String) { self.text = text }

  /// - Parameter day: the day of an issue, in the site's time zone.
  package func isShown(on day: CivilTime) -> Bool {
    until.map { day.isoDate <= $0 } ?? true
  }
}

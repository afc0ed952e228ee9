internal import Model

/// An article as a list shows it.
struct Teaser: Hashable, Sendable {
  /// Absolute; nil if the list has the article itself.
  var link: String?
  /// Text on one line; empty if it has none.
  var title = ""
  /// Whether the title is a heading, not just the text of a link.
  var hasHeading = false
  /// As written.
  var date: String?
  var summary = ""
  /// Sanitised; empty if it is to be read elsewhere.
  var body = ""
  var image: Article.Picture?
}

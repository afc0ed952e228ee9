/// The page of an issue as it was frozen, with placeholders for the parts that may change: the links to its neighbours, and the
/// card for social networks, which is drawn later or not at all.
///
/// A placeholder is a comment, which no external text can contain: sanitised HTML has none, and
/// all other text is escaped.
package enum IssuePage {
  /// The value of `issue_links` in templates when an issue is frozen.
  package static let linksPlace = "<!-- newer and older issues -->"

  /// The value of `page.image_place` in templates when an issue is frozen. Pages frozen before it existed, and those from other
  /// templates, do not have it and get no card.
  package static let imagePlace = "<!-- the picture for social networks -->"

  package static func hasPlaceForImage(_ page: String) -> Bool { page.contains(imagePlace) }

  /// - Parameter links: HTML.
  /// - Parameter image: HTML.
  package static func filled(_ page: String, links: String, image: String = "") -> String {
    page.replacing(imagePlace, with: image, maxReplacements: 1)
      .replacing(linksPlace, with: links, maxReplacements: 1)
  }
}

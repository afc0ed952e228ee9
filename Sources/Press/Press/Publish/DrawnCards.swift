internal import Cards
internal import Model
internal import Presentation

/// The cards that exist when pages are rendered, so that no page refers to one that does not.
struct DrawnCards {
  /// Relative to `public/`.
  var paths: Set<String> = []
  /// Whether this run drew some, or tried to.
  var hasDrawn = false
  /// Whether nothing is left for the next run to draw.
  var isComplete = true

  /// The path of the icon for phones' home screens; nil if there is none.
  var touchIcon: String? { paths.contains(TouchIcon.path) ? TouchIcon.path : nil }

  /// The card of a page, by the path of its file.
  func picture(ofPage page: String, titled title: String, on site: Site) -> PagePicture? {
    guard let path = PagePath.card(ofPage: page), paths.contains(path) else { return nil }
    let size = PagePicture.Size(width: CardWriter.width, height: CardWriter.height)
    return site.card(at: path, alt: title, size: size)
  }
}

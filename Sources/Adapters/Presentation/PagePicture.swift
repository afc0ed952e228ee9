package import Model
package import Templates
internal import Text

/// The image that social networks and messengers show next to a link to a page.
package struct PagePicture: Hashable, Sendable {
  package let url: String
  /// A description; empty if there is none.
  package let alt: String
  /// In pixels; nil if unknown.
  package var size: Size?

  package struct Size: Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  package init(url: String, alt: String, size: Size? = nil) {
    self.url = url
    self.alt = alt
    self.size = size
  }

  /// The value of `page.image`.
  package var record: TemplateValue {
    .record([
      "url": .text(url), "alt": TemplateValue(alt), "width": size.map { .number($0.width) } ?? .absent,
      "height": size.map { .number($0.height) } ?? .absent,
    ])
  }

  /// The value of `page.card`. Only an image of the page itself is shown large, not the site's.
  package static func cardType(_ picture: PagePicture?) -> String {
    picture == nil ? "summary" : "summary_large_image"
  }
}

extension Site {
  /// The card of a page, by the path of its file under `public/`.
  package func card(at path: String, alt: String, size: PagePicture.Size) -> PagePicture {
    PagePicture(url: address(percentEncodedPath(path)), alt: alt, size: size)
  }
}

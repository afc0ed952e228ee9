package import Pictures

/// The sizes of a site's own images.
package struct PictureSizes: Sendable {
  /// By URL; nil if it is not an image of the site, or its size is unknown.
  let size: @Sendable (_ url: String) -> PictureSize?

  package init(_ size: @escaping @Sendable (_ url: String) -> PictureSize?) { self.size = size }

  package static let none = PictureSizes { _ in nil }
}

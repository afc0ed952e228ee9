internal import Model

/// The image of an article as an enclosure.
struct Enclosure {
  let address: String
  /// Media type, from the extension in the URL.
  let type: String
  /// In bytes; nil for an image on another site.
  let length: Int64?
}

extension FeedRenderer {
  /// The article's image; nil if there is none or its type is unknown, because the formats require a media type.
  func enclosure(of article: Article) -> Enclosure? {
    guard let image = article.image, let type = mediaType(ofPicture: image.url) else { return nil }
    return Enclosure(address: image.url, type: type, length: lengths[image.url])
  }
}

func mediaType(ofPicture address: String) -> String? {
  let path = address.prefix { $0 != "?" && $0 != "#" }
  guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
  return switch path[path.index(after: dot)...].lowercased() {
  case "jpg", "jpeg": "image/jpeg"
  case "png": "image/png"
  case "gif": "image/gif"
  case "webp": "image/webp"
  case "avif": "image/avif"
  case "svg": "image/svg+xml"
  default: nil
  }
}

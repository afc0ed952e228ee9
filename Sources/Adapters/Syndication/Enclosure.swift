internal import Model

/// A picture as something that comes with an article.
struct Enclosure {
  let address: String
  /// Media type, by the ending of the address.
  let type: String
  /// In bytes; nil for a picture that is not of this site.
  let length: Int64?
}

extension FeedPrinter {
  /// Its picture; nil if there is none, or one of an unknown kind: the formats demand a media type.
  func enclosure(of article: Article) -> Enclosure? {
    guard let image = article.image, let type = mediaType(ofPicture: image.url) else { return nil }
    return Enclosure(address: image.url, type: type, length: lengths[image.url])
  }
}

private func mediaType(ofPicture address: String) -> String? {
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

internal import Model
internal import XML

/// The image of an article as Media RSS describes it (rssboard.org/media-rss), in RSS and in Atom: programs that make emails from
/// feeds show no other.
extension FeedRenderer {
  static let mediaNamespace = "http://search.yahoo.com/mrss/"

  func media(of article: Article, to xml: inout XMLWriter) throws(XMLWritingError) {
    guard let image = article.image else { return }
    var attributes: [XMLWriter.Attribute] = [("url", image.url), ("medium", "image")]
    if let type = mediaType(ofPicture: image.url) { attributes.append(("type", type)) }
    if let length = lengths[image.url] { attributes.append(("fileSize", "\(length)")) }
    try xml.element("media:content", attributes) { xml throws(XMLWritingError) in
      if !image.alt.isEmpty { try xml.element("media:description", [("type", "plain")], text: image.alt) }
    }
    try xml.element("media:thumbnail", [("url", image.url)])
  }
}

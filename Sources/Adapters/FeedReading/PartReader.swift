internal import Text
internal import XML

/// An element with child elements: a person, the feed an entry came from, an image.
struct PartReader {
  let field: FeedField
  private let attributes: [XMLAttribute]
  private let base: String
  private var ownText: [UInt8] = []
  private var fields: [String: String] = [:]
  private var links: [AtomLink] = []

  init(_ field: FeedField, _ attributes: [XMLAttribute], base: String) {
    self.field = field
    self.attributes = attributes
    self.base = base
  }

  mutating func text(_ bytes: ArraySlice<UInt8>) {
    if ownText.count < 10_000 { ownText += bytes }
  }

  /// - Parameter local: the name of an element in it.
  mutating func set(_ local: String, _ capture: Capture) {
    if local == "link", let link = AtomLink(capture.attributes, base: base) { return links.append(link) }
    let text = titleText(capture.value, isPlain: false)
    if !text.isEmpty, fields[local] == nil { fields[local] = text }
  }

  var author: FeedAuthor {
    guard let name = fields["name"] ?? (fields["email"] == nil ? nil : "") else {
      return FeedAuthor(written: titleText(String(decoding: ownText, as: UTF8.self), isPlain: false))
    }
    var author = FeedAuthor(written: name)
    if author.name == author.email { author.name = "" }
    author.email = fields["email"] ?? author.email
    let address = fields["uri"] ?? fields["url"] ?? fields["homepage"]
    author.address = address.flatMap { resolve($0, against: base) }
    return author
  }

  var source: FeedSource {
    let link = links.first { $0.relation == "alternate" } ?? links.first { $0.relation == "self" }
    let written = link?.address ?? fields["link"] ?? fields["id"]
    return FeedSource(title: fields["title"] ?? "", address: written.flatMap { resolve($0, against: base) })
  }

  /// The URL of an image.
  var picture: String? {
    let named = ["href", "url", "resource"].lazy.compactMap { attributes.value($0) }.first
    let written = fields["url"] ?? named ?? nonEmpty(String(decoding: ownText, as: UTF8.self).trimmed)
    return written.flatMap { resolve($0, against: base) }
  }
}

extension XMLElements {
  func set(_ part: PartReader) {
    switch part.field {
    case .author: rss.authors.append(part.author)
    case .atomAuthor: atom.authors.append(part.author)
    case .atomSource: atom.source = part.source
    case .image: if let picture = part.picture { more.images.append(picture) }
    default: break
    }
  }
}

internal import Text

/// The members of an item in JSON Feed, as written; those of a wrong type count as missing.
struct JSONFeedItem {
  let id: String?
  let address: String?
  let externalAddress: String?
  let title: String?
  let html: String?
  let text: String?
  let summary: String?
  let image: String?
  let published: String?
  let updated: String?
  let authors: [JSONFeedAuthor]
  let tags: [String]
  let attachments: [JSONFeedAttachment]

  /// The members that are read.
  static let keys: Set<String> = [
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
    "date_published", "date_modified", "author", "authors", "tags", "attachments",
  ]

  init(_ value: JSONValue) {
    id = value["id"]?.text
    address = value["url"]?.text
    externalAddress = value["external_url"]?.text
    title = value["title"]?.text
    html = value["content_html"]?.text
    text = value["content_text"]?.text
    summary = value["summary"]?.text
    image = value["image"]?.text ?? value["banner_image"]?.text
    published = value["date_published"]?.text
    updated = value["date_modified"]?.text
    authors = JSONFeedAuthor.all(in: value)
    tags = value["tags"]?.values.compactMap(\.text) ?? []
    attachments = value["attachments"]?.values.compactMap { JSONFeedAttachment($0) } ?? []
  }
}

struct JSONFeedAuthor {
  let name: String
  let address: String?

  /// `authors` of 1.1 and `author` of 1.0.
  static func all(in value: JSONValue) -> [JSONFeedAuthor] {
    ((value["authors"]?.values ?? []) + (value["author"]?.values ?? [])).compactMap { person in
      guard let name = person["name"]?.text ?? person.text else { return nil }
      return JSONFeedAuthor(name: name, address: person["url"]?.text)
    }
  }
}

struct JSONFeedAttachment {
  let address: String
  let type: String?
  let length: Int?
  let title: String?

  init?(_ value: JSONValue) {
    guard let address = value["url"]?.text else { return nil }
    self.address = address
    type = value["mime_type"]?.text
    length = value["size_in_bytes"]?.text.flatMap { Int($0) }
    title = value["title"]?.text
  }
}

internal import Text
internal import Time

extension FeedDocument {
  /// The feed as JSON Feed 1.1, in pieces; only allowed HTML, absolute URLs.
  ///
  /// `date_modified` of the feed is not a member of JSON Feed; readers ignore it.
  /// - Parameter write: called with each piece.
  package func writeJSON(_ write: ([UInt8]) -> Void) {
    var writer = JSONWriter(.lines, .feed)
    writer.object { writer in
      writer.member("version", "https://jsonfeed.org/version/1.1")
      writer.member("title", title)
      writer.optional("home_page_url", home)
      writer.optional("feed_url", address)
      writer.optional("description", nonEmpty(subtitle))
      writer.optional("language", language)
      writer.optional("date_modified", updated?.rfc3339)
      writer.authors(authors)
      writer.member("items") { writer in
        writer.array { writer in
          for (place, item) in items.enumerated() {
            writer.item(item, place)
            if writer.count > 65_536 { write(writer.drain()) }
          }
        }
      }
    }
    write(writer.finish())
  }
}

extension JSONWriter {
  fileprivate mutating func optional(_ key: StaticString, _ text: String?) {
    if let text, !text.isEmpty { member(key, text) }
  }

  fileprivate mutating func item(_ item: FeedItem, _ place: Int) {
    object { writer in
      // JSON Feed needs one.
      writer.member("id", item.id ?? item.link ?? "\(place + 1)")
      writer.optional("url", item.link)
      writer.optional("title", item.hasTitle ? item.title : nil)
      let body = item.body?.sanitized ?? ""
      if item.body == nil {
        writer.member("content_text", item.summary?.text ?? "")
      } else {
        // A body of which nothing may be kept differs from none.
        writer.member("content_html", body.isEmpty ? "<p></p>" : body)
      }
      writer.optional("summary", item.summary?.text)
      writer.optional("image", item.image)
      writer.optional("date_published", item.published?.rfc3339)
      writer.optional("date_modified", item.updated?.rfc3339)
      writer.authors(item.authors)
      if !item.categories.isEmpty {
        writer.member("tags") { $0.array { writer in item.categories.forEach { writer.string($0) } } }
      }
      writer.attachments(item.enclosures)
    }
  }

  fileprivate mutating func authors(_ authors: [FeedAuthor]) {
    guard !authors.isEmpty else { return }
    member("authors") { writer in
      writer.array { writer in
        for author in authors {
          writer.object { writer in
            writer.member("name", author.name.isEmpty ? author.email : author.name)
            writer.optional("url", author.address)
          }
        }
      }
    }
  }

  fileprivate mutating func attachments(_ files: [FeedEnclosure]) {
    guard !files.isEmpty else { return }
    member("attachments") { writer in
      writer.array { writer in
        for file in files {
          writer.object { writer in
            writer.member("url", file.address)
            writer.member("mime_type", file.type ?? "application/octet-stream")
            writer.optional("title", file.title)
            if let length = file.length { writer.member("size_in_bytes") { $0.number("\(length)") } }
          }
        }
      }
    }
  }
}

internal import Model
internal import Text
internal import Time

/// JSON Feed 1.1 (jsonfeed.org).
extension FeedRenderer {
  func json(_ frame: FeedFrame, _ next: () throws -> Article?, _ sink: ([UInt8]) throws -> Void) throws {
    var json = JSONWriter(.lines, .feed)
    try json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", feed.title)
      json.member("home_page_url", home)
      json.member("feed_url", address(.json, frame.kind))
      if let previous = frame.kind.previous { json.member("next_url", address(.json, archive: previous)) }
      if !feed.description.isEmpty { json.member("description", feed.description) }
      if let icon = feed.icon ?? site.look.icon { json.member("icon", icon) }
      if let favicon = site.look.favicon { json.member("favicon", favicon) }
      json.member("language", language)
      if hasEnded { json.member("expired") { $0.boolean(true) } }
      if !site.hubs.isEmpty, !frame.kind.isArchive { hubs(to: &json) }
      publisher(to: &json)
      try json.member("items") { json in
        try json.array { json in
          while let article = try next() {
            item(article, to: &json)
            if json.count > Self.portion { try sink(json.drain()) }
          }
        }
      }
    }
    try sink(json.finish())
  }

  /// The site is the author of the feed.
  private func publisher(to json: inout JSONWriter) {
    json.member("authors") { json in
      json.array { json in
        json.object { json in
          json.member("name", site.title)
          json.member("url", site.address(""))
        }
      }
    }
  }

  private func hubs(to json: inout JSONWriter) {
    json.member("hubs") { json in
      json.array { json in
        for hub in site.hubs {
          json.object { json in
            json.member("type", "WebSub")
            json.member("url", hub)
          }
        }
      }
    }
  }

  private func item(_ article: Article, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id(of: article.id))
      json.member("url", article.link)
      if let elsewhere = article.citation?.link, elsewhere != article.link { json.member("external_url", elsewhere) }
      json.member("title", article.title)
      json.member("content_html") { $0.string(parts(of: article)) }
      if !article.summary.isEmpty { json.member("summary", article.summary) }
      if let image = article.image { json.member("image", image.url) }
      json.member("date_published", article.published.rfc3339)
      json.member("date_modified", article.lastChanged.rfc3339)
      if let language = foreignLanguage(of: article) { json.member("language", language) }
      if !article.authors.isEmpty { authors(article.authors, to: &json) }
      if !article.topics.isEmpty {
        json.member("tags") { json in
          json.array { json in for topic in article.topics { json.string(topic.label) } }
        }
      }
      attachments(files(of: article), to: &json)
      assessment(of: article, to: &json)
    }
  }

  private func attachments(_ files: [Enclosure], to json: inout JSONWriter) {
    if files.isEmpty { return }
    json.member("attachments") { json in
      json.array { json in for file in files { attachment(file, to: &json) } }
    }
  }

  private func attachment(_ file: Enclosure, to json: inout JSONWriter) {
    json.object { json in
      json.member("url", file.address)
      json.member("mime_type", file.type)
      if let title = file.title { json.member("title", title) }
      if let length = file.length { json.member("size_in_bytes") { $0.number("\(length)") } }
      if let duration = file.duration { json.member("duration_in_seconds") { $0.number("\(duration)") } }
    }
  }

  private func authors(_ names: [String], to json: inout JSONWriter) {
    json.member("authors") { json in
      json.array { json in
        for name in names { json.object { json in json.member("name", name) } }
      }
    }
  }

  /// Courant's extension, for what the other formats can only express as text. Ratings are the author's numbers from
  /// 0 to 5; `evidence` is the level that readers see, never more than `early` without a study in people.
  private func assessment(of article: Article, to json: inout JSONWriter) {
    let origin = article.origin(for: site)
    guard
      !article.takeaway.isEmpty || article.credibility != nil || article.interest != nil || article.citation != nil
        || article.testedIn != nil || origin != nil
    else { return }
    json.member("_courant") { json in
      json.object { json in
        if !article.takeaway.isEmpty { json.member("takeaway", article.takeaway) }
        if let credibility = article.credibility { json.member("credibility") { $0.number(credibility.text) } }
        if let evidence = article.evidence { json.member("evidence", evidence.rawValue) }
        if let testedIn = article.testedIn { json.member("tested_in", testedIn.rawValue) }
        if let interest = article.interest { json.member("interest") { $0.number(interest.text) } }
        if let citation = article.citation { source(citation, to: &json) }
        if let origin { credit(origin, to: &json) }
      }
    }
  }

  /// The other formats have elements for it: RSS and Atom `source`.
  private func credit(_ origin: Origin, to json: inout JSONWriter) {
    json.member("origin") { json in
      json.object { json in
        json.member("title", origin.name)
        json.member("url", origin.address)
        if let feed = origin.feed { json.member("feed_url", feed) }
      }
    }
  }

  private func source(_ citation: Article.Citation, to json: inout JSONWriter) {
    json.member("source") { json in
      json.object { json in
        if let title = citation.title { json.member("title", title) }
        if let journal = citation.journal { json.member("journal", journal) }
        if let doi = citation.doi { json.member("doi", doi) }
        if let url = citation.url { json.member("url", url) }
        if let published = citation.published { json.member("published", published) }
      }
    }
  }
}

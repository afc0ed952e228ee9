internal import Foundation
internal import Model
internal import Text
internal import Time

/// Reads a series of strings written by ``ArticleHead``.
struct ArticleHeads {
  /// Topics by label, because a site has many articles of few topics and a slug is expensive to compute.
  private var topics: [String: Topic] = [:]

  /// Text that differs from our own form is left to Foundation.
  mutating func article(_ head: String, body: String = "") throws -> Article {
    var article = try read(head) ?? JSONDecoder().decode(Article.self, from: Data(head.utf8))
    article.body = body
    return article
  }

  /// The members of a head that have been read.
  private struct Fields {
    var attachments: [Attachment] = []
    var authors: [String]?
    var citation: Article.Citation?
    var credibility: Rating?
    var credibilityReason: String?
    var isExcerpt = false
    var expires: Int64?
    var former: [String] = []
    var id: String?
    var image: Article.Picture?
    var interest: Rating?
    var language: String?
    var layout: String?
    var link: String?
    var means: String?
    var mind: String?
    var minutes: Int64?
    var origin: Article.Origin?
    var page: String?
    var published: Int64?
    var changes: [Article.Change] = []
    var shortTitle: String?
    var summary: String?
    var testedIn: Article.TestedIn?
    var title: String?
    var questions: [String] = []
    var topics: [String]?
    var translationKey: String?
    var updated: Int64?
  }

  /// Nil if a member is unknown or has an invalid value.
  private mutating func read(_ head: String) -> Article? {
    var reader = JSONReader(head)
    var fields = Fields()
    while let key = reader.nextKey() { Self.read(key, from: &reader, into: &fields) }
    return reader.isAtEnd ? article(fields) : nil
  }

  private static func read(_ key: String, from reader: inout JSONReader, into fields: inout Fields) {
    switch key {
    case "attached": fields.attachments = reader.attachments()
    case "authors": fields.authors = reader.strings()
    case "body": if reader.text() != "" { reader.giveUp() }
    case "citation": fields.citation = reader.citation()
    case "credibility": fields.credibility = reader.rating()
    case "credibilityReason": fields.credibilityReason = reader.text()
    case "excerpt": fields.isExcerpt = reader.truth() ?? false
    case "expires": fields.expires = reader.number()
    case "former": fields.former = reader.strings() ?? []
    case "id": fields.id = reader.text()
    case "image": fields.image = reader.picture()
    case "interest": fields.interest = reader.rating()
    case "language": fields.language = reader.text()
    case "layout": fields.layout = reader.text()
    case "link": fields.link = reader.text()
    case "means": fields.means = reader.text()
    case "mind": fields.mind = reader.text()
    case "minutes": fields.minutes = reader.number()
    case "origin": fields.origin = reader.origin()
    case "page": fields.page = reader.text()
    case "published": fields.published = reader.number()
    case "revisions": fields.changes = reader.changes()
    case "shortTitle": fields.shortTitle = reader.text()
    case "summary": fields.summary = reader.text()
    case "testedIn": fields.testedIn = reader.testedIn()
    case "title": fields.title = reader.text()
    case "toAsk": fields.questions = reader.strings() ?? []
    case "topics": fields.topics = reader.strings()
    case "translationKey": fields.translationKey = reader.text()
    case "updated": fields.updated = reader.number()
    default: reader.giveUp()
    }
  }

  private mutating func article(_ fields: Fields) -> Article? {
    guard let id = fields.id, let title = fields.title, let link = fields.link, let page = fields.page,
      let published = fields.published, let authors = fields.authors, let summary = fields.summary,
      let labels = fields.topics
    else { return nil }
    var article = Article(
      id: Article.ID(id), title: title, published: Instant(seconds: published), link: link, page: page)
    article.attachments = fields.attachments
    article.authors = authors
    article.citation = fields.citation
    article.credibility = fields.credibility
    article.credibilityReason = fields.credibilityReason
    article.summaryIsExcerpt = fields.isExcerpt
    article.expires = fields.expires.map(Instant.init(seconds:))
    article.formerPages = fields.former
    article.image = fields.image
    article.interest = fields.interest
    article.language = fields.language
    article.layout = fields.layout
    article.means = fields.means
    article.mind = fields.mind
    article.minutes = fields.minutes.map(Int.init)
    article.origin = fields.origin
    article.questions = fields.questions
    article.changes = fields.changes
    article.shortTitle = fields.shortTitle
    article.summary = summary
    article.testedIn = fields.testedIn
    article.topics = labels.map { topic($0) }
    article.translationKey = fields.translationKey
    article.updated = fields.updated.map(Instant.init(seconds:))
    return article
  }

  private mutating func topic(_ label: String) -> Topic {
    if let known = topics[label] { return known }
    let topic = Topic(label)
    topics[label] = topic
    return topic
  }
}

extension JSONReader {
  fileprivate mutating func rating() -> Rating? {
    let rating = number().flatMap { Rating(tenths: Int($0)) }
    if rating == nil { giveUp() }
    return rating
  }

  fileprivate mutating func testedIn() -> Article.TestedIn? {
    let subject = text().flatMap { Article.TestedIn(rawValue: $0) }
    if subject == nil { giveUp() }
    return subject
  }

  fileprivate mutating func changes() -> [Article.Change] {
    let stored = strings() ?? []
    let changes = stored.compactMap { Article.Change(stored: $0) }
    if changes.count < stored.count { giveUp() }
    return changes
  }

  fileprivate mutating func citation() -> Article.Citation {
    var citation = Article.Citation()
    object { key, reader in
      switch key {
      case "doi": citation.doi = reader.text()
      case "journal": citation.journal = reader.text()
      case "published": citation.published = reader.text()
      case "title": citation.title = reader.text()
      case "url": citation.url = reader.text()
      default: reader.giveUp()
      }
    }
    return citation
  }

  fileprivate mutating func origin() -> Article.Origin {
    var origin = Article.Origin(title: "")
    object { key, reader in
      switch key {
      case "title": origin.title = reader.text() ?? ""
      case "url": origin.url = reader.text()
      default: reader.giveUp()
      }
    }
    return origin
  }

  fileprivate mutating func attachments() -> [Attachment] {
    var files: [Attachment] = []
    list { reader in
      var file = Attachment(url: "", length: 0)
      reader.object { key, reader in
        switch key {
        case "length": file.length = reader.number() ?? 0
        case "title": file.title = reader.text()
        case "url": file.url = reader.text() ?? ""
        default: reader.giveUp()
        }
      }
      files.append(file)
    }
    return files
  }

  fileprivate mutating func picture() -> Article.Picture {
    var picture = Article.Picture(url: "", alt: "")
    object { key, reader in
      switch key {
      case "alt": picture.alt = reader.text() ?? ""
      case "url": picture.url = reader.text() ?? ""
      default: reader.giveUp()
      }
    }
    return picture
  }
}

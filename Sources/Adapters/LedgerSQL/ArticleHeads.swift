internal import Foundation
internal import Model

/// Reads what ``ArticleHead`` wrote, one after the other.
struct ArticleHeads {
  /// By label: a site has many articles of few topics, and a topic's slug takes some work.
  private var topics: [String: Topic] = [:]

  /// Whatever is not quite what we write is left to Foundation.
  mutating func article(_ head: String, body: String = "") throws -> Article {
    var head = head
    var article = head.withUTF8 { read($0) }
    if article == nil { article = try JSONDecoder().decode(Article.self, from: Data(head.utf8)) }
    article?.body = body
    return article!
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Article? {
    var reader = HeadReader(bytes)
    var fields = Fields()
    while let key = reader.nextKey() {
      guard take(key, from: &reader, &fields) else { return nil }
    }
    return reader.isAtEnd ? fields.article : nil
  }

  /// What an article begins with may come in any order.
  private struct Fields {
    var id: String?
    var title: String?
    var link: String?
    var page: String?
    var published: Int64?
    var rest = Article(id: Article.ID(""), title: "", published: Instant(seconds: 0), link: "")

    var article: Article? {
      guard let id, let title, let link, let page, let published else { return nil }
      var article = Article(
        id: Article.ID(id), title: title, published: Instant(seconds: published), link: link, page: page)
      (article.authors, article.topics, article.summary) = (rest.authors, rest.topics, rest.summary)
      (article.credibility, article.interest) = (rest.credibility, rest.interest)
      (article.citation, article.image, article.updated) = (rest.citation, rest.image, rest.updated)
      article.summaryIsExcerpt = rest.summaryIsExcerpt
      article.expires = rest.expires
      return article
    }
  }

  private mutating func take(_ key: String, from reader: inout HeadReader, _ fields: inout Fields) -> Bool {
    switch key {
    case "id": fields.id = reader.text()
    case "title": fields.title = reader.text()
    case "link": fields.link = reader.text()
    case "page": fields.page = reader.text()
    case "published": fields.published = reader.number()
    default: return take(key, from: &reader, &fields.rest)
    }
    return true
  }

  /// False for what is unknown or is not what it must be.
  private mutating func take(_ key: String, from reader: inout HeadReader, _ article: inout Article) -> Bool {
    switch key {
    case "authors": return set(&article.authors, reader.texts())
    case "body": return reader.text() == ""
    case "citation": return fill(&article.citation, reader.citation())
    case "credibility": return fill(&article.credibility, reader.rating())
    case "excerpt": return set(&article.summaryIsExcerpt, reader.truth())
    case "expires": return fill(&article.expires, reader.number().map(Instant.init(seconds:)))
    case "image": return fill(&article.image, reader.picture())
    case "interest": return fill(&article.interest, reader.rating())
    case "summary": return set(&article.summary, reader.text())
    case "topics": return set(&article.topics, reader.texts()?.map { topic($0) })
    case "updated": return fill(&article.updated, reader.number().map(Instant.init(seconds:)))
    default: return false
    }
  }

  private func set<Value>(_ field: inout Value, _ value: Value?) -> Bool {
    guard let value else { return false }
    field = value
    return true
  }

  private func fill<Value>(_ field: inout Value?, _ value: Value?) -> Bool {
    field = value
    return value != nil
  }

  private mutating func topic(_ label: String) -> Topic {
    if let known = topics[label] { return known }
    let topic = Topic(label)
    topics[label] = topic
    return topic
  }
}

internal import Model
internal import Text
internal import Time

/// An article without its body as JSON, exactly as `JSONEncoder` writes it with sorted keys. Written directly for
/// speed, because every article of a site is encoded this way.
enum ArticleHead {
  static func text(_ article: Article) -> String {
    var json = JSONWriter(.compact, .plain)
    json.object { json in
      if !article.attachments.isEmpty { json.member("attached") { write(article.attachments, to: &$0) } }
      if let audio = article.audio { json.member("audio") { write(audio, to: &$0) } }
      json.member("authors", article.authors)
      json.member("body", "")
      if let citation = article.citation { json.member("citation") { write(citation, to: &$0) } }
      json.member("credibility", number: article.credibility?.tenths)
      json.member("credibilityReason", ifAny: article.credibilityReason)
      if article.summaryIsExcerpt { json.member("excerpt") { $0.boolean(true) } }
      json.member("expires", number: article.expires?.seconds)
      if !article.formerPages.isEmpty { json.member("former", article.formerPages) }
      json.member("id", article.id.text)
      if let image = article.image { json.member("image") { write(image, to: &$0) } }
      json.member("interest", number: article.interest?.tenths)
      json.member("language", ifAny: article.language)
      json.member("layout", ifAny: article.layout)
      json.member("link", article.link)
      json.member("means", ifAny: article.means)
      json.member("mind", ifAny: article.mind)
      json.member("minutes", number: article.minutes)
      if let origin = article.origin { json.member("origin") { write(origin, to: &$0) } }
      json.member("page", article.page)
      json.member("published", number: article.published.seconds)
      if !article.changes.isEmpty { json.member("revisions", article.changes.map(\.stored)) }
      json.member("shortTitle", ifAny: article.shortTitle)
      json.member("summary", article.summary)
      json.member("testedIn", ifAny: article.testedIn?.rawValue)
      json.member("title", article.title)
      if !article.questions.isEmpty { json.member("toAsk", article.questions) }
      json.member("topics", article.topics.map(\.label))
      json.member("translationKey", ifAny: article.translationKey)
      json.member("updated", number: article.updated?.seconds)
    }
    return String(decoding: json.finish(), as: UTF8.self)
  }

  private static func write(_ citation: Article.Citation, to json: inout JSONWriter) {
    json.object { json in
      json.member("doi", ifAny: citation.doi)
      json.member("journal", ifAny: citation.journal)
      json.member("published", ifAny: citation.published)
      json.member("title", ifAny: citation.title)
      json.member("url", ifAny: citation.url)
    }
  }

  private static func write(_ origin: Article.Origin, to json: inout JSONWriter) {
    json.object { json in
      json.member("title", origin.title)
      json.member("url", ifAny: origin.url)
    }
  }

  private static func write(_ audio: Article.Sound, to json: inout JSONWriter) {
    json.object { json in
      json.member("duration", number: audio.duration)
      json.member("episode", number: audio.episode)
      if let explicit = audio.explicit { json.member("explicit") { $0.boolean(explicit) } }
      json.member("length", number: audio.length)
      json.member("season", number: audio.season)
      json.member("transcript", ifAny: audio.transcript)
      json.member("url", audio.url)
    }
  }

  private static func write(_ attachments: [Attachment], to json: inout JSONWriter) {
    json.array { json in
      for file in attachments {
        json.object { json in
          json.member("length", number: file.length)
          json.member("title", ifAny: file.title)
          json.member("url", file.url)
        }
      }
    }
  }

  private static func write(_ image: Article.Picture, to json: inout JSONWriter) {
    json.object { json in
      json.member("alt", image.alt)
      json.member("url", image.url)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ key: StaticString, _ strings: [String]) {
    member(key) { json in
      json.array { json in for text in strings { json.string(text) } }
    }
  }

  fileprivate mutating func member(_ key: StaticString, ifAny text: String?) {
    if let text { member(key, text) }
  }

  fileprivate mutating func member(_ key: StaticString, number: (some BinaryInteger)?) {
    if let number { member(key) { $0.number("\(number)") } }
  }
}

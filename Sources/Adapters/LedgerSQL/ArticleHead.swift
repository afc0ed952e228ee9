internal import Text
internal import Foundation
internal import Model

/// An article without its body as JSON: the text that `JSONEncoder` gives with sorted keys, written without its detours, since
/// every article of a site goes this way.
struct ArticleHead {
  private var bytes: [UInt8] = []
  private var isFirst = true

  static func text(_ article: Article) -> String {
    var head = ArticleHead()
    head.bytes.reserveCapacity(512)
    head.object { head in head.write(article) }
    return String(decoding: head.bytes, as: UTF8.self)
  }

  private mutating func write(_ article: Article) {
    member("authors") { $0.list(article.authors) }
    member("body") { $0.quote("") }
    if let citation = article.citation { member("citation") { head in head.object { $0.write(citation) } } }
    if let rating = article.credibility { member("credibility") { $0.number(Int64(rating.tenths)) } }
    if article.summaryIsExcerpt { member("excerpt") { $0.bytes += "true".utf8 } }
    if let expires = article.expires { member("expires") { $0.number(expires.seconds) } }
    member("id", article.id.text)
    if let image = article.image {
      member("image") { head in
        head.object {
          $0.member("alt", image.alt)
          $0.member("url", image.url)
        }
      }
    }
    if let rating = article.interest { member("interest") { $0.number(Int64(rating.tenths)) } }
    member("link", article.link)
    member("page", article.page)
    member("published") { $0.number(article.published.seconds) }
    member("summary", article.summary)
    member("title", article.title)
    member("topics") { $0.list(article.topics.map(\.label)) }
    if let updated = article.updated { member("updated") { $0.number(updated.seconds) } }
  }

  private mutating func write(_ citation: Article.Citation) {
    member("doi", citation.doi)
    member("journal", citation.journal)
    member("published", citation.published)
    member("title", citation.title)
    member("url", citation.url)
  }
}

extension ArticleHead {
  private mutating func object(_ members: (inout ArticleHead) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    members(&self)
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  private mutating func member(_ key: String, _ value: (inout ArticleHead) -> Void) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    value(&self)
  }

  private mutating func member(_ key: String, _ text: String?) {
    if let text { member(key) { $0.quote(text) } }
  }

  private mutating func number(_ number: Int64) { bytes += "\(number)".utf8 }

  private mutating func list(_ texts: [String]) {
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      quote(text)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      text, replacing: { $0.below(0x20) | $0.equal(to: 0x22) | $0.equal(to: 0x5C) },
      by: { (Self.escape($0[$1]), 1) })
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x8: "\\b"
    case 0x9: "\\t"
    case 0xA: "\\n"
    case 0xC: "\\f"
    case 0xD: "\\r"
    default: (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
    }
  }
}

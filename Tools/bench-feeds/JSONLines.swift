import Foundation
import Model
import Time

/// Articles from JSON lines with `title`, `link`, `guid`, `date`, `updated`, `author`, `summary`, `categories` and
/// `content`, one at a time: a quick reader for known files, so that what is measured is the writing.
struct JSONLines: ~Copyable {
  private let bytes: Data
  private var position = 0
  private var topics: [String: Topic] = [:]
  private var scratch: [UInt8] = []
  private let prefix: String

  /// - Parameter prefix: of each `guid`; what follows it is the article's id.
  init(path: String, prefix: String) throws {
    bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    self.prefix = prefix
  }

  /// The latest of all dates.
  func lastChange() -> Instant? {
    bytes.withUnsafeBytes { all in
      var reader = JSONReader(bytes: all, position: 0)
      var scratch: [UInt8] = []
      var last: String?
      while reader.begins(object: ()) {
        while let key = reader.key() {
          guard key == .date || key == .updated else {
            reader.skip()
            continue
          }
          let date = reader.text(&scratch)
          last = last.map { max($0, date) } ?? date
        }
      }
      return last.map { Instant(written: $0) }
    }
  }

  /// Nil at the end.
  mutating func next() -> Article? {
    var reader = bytes.withUnsafeBytes { JSONReader(bytes: $0, position: position) }
    guard reader.begins(object: ()) else { return nil }
    var fields = Fields()
    while let key = reader.key() {
      guard key == .categories else {
        fields.set(key, reader.text(&scratch))
        continue
      }
      for label in reader.texts(&scratch) {
        if topics[label] == nil { topics[label] = Topic(label) }
        fields.topics.append(topics[label]!)
      }
    }
    position = reader.position
    return fields.article(prefix)
  }
}

private struct Fields {
  var title = "", link = "", guid = "", date = "", updated = "", author = "", summary = "", content = ""
  var topics: [Topic] = []

  mutating func set(_ key: JSONReader.Key, _ text: String) {
    switch key {
    case .title: title = text
    case .link: link = text
    case .guid: guid = text
    case .date: date = text
    case .updated: updated = text
    case .author: author = text
    case .summary: summary = text
    case .content: content = text
    case .categories: break
    }
  }

  func article(_ prefix: String) -> Article {
    let id = guid.utf8.starts(with: prefix.utf8) ? String(guid.utf8.dropFirst(prefix.utf8.count))! : guid
    var article = Article(id: Article.ID(id), title: title, published: Instant(written: date), link: link)
    article.updated = Instant(written: updated)
    (article.authors, article.topics, article.summary, article.body) = ([author], topics, summary, content)
    return article
  }
}

extension Instant {
  /// `2024-06-01T12:00:00Z`, to the letter.
  fileprivate init(written text: String) {
    var numbers: [Int] = [0]
    for byte in text.utf8.dropLast() {
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte) - 48
      } else {
        numbers.append(0)
      }
    }
    let civil = CivilTime(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    self.init(seconds: civil.secondsSince1970)
  }
}

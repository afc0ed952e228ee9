internal import Markdown
internal import Model
internal import Settings

/// Limits on the fields of an article, in Unicode code points: long enough for everything people read, short enough for
/// an email that contains all of them. A character of several code points counts several times.
enum FieldLimit {
  static let title = 6_000
  static let summary = 5_000
  static let address = 2_000
  /// A name, the title of a source, the description of an image.
  static let line = 1_000
  /// `means` and `mind`.
  static let briefing = 2_000
  static let topic = 200
  /// In bytes of UTF-8.
  static let id = 1_000
  /// How many topics.
  static let topics = 500
  static let authors = 500
  /// How many questions, and how many changes.
  static let notes = 100
}

extension FrontMatter {
  /// The string if it is within the limit; otherwise nil, and an error is reported.
  func fitting(_ text: String?, _ limit: Int, _ key: String, _ table: SettingReader) -> String? {
    guard let text, text.utf8.count > limit else { return text }
    let count = text.unicodeScalars.count
    if count <= limit { return text }
    table.report(key, "`\(key)` has \(grouped(count)) characters; write at most \(grouped(limit))")
    return nil
  }

  /// The visible strings of a list, each once, if none is too long and there are not too many; otherwise none, and an
  /// error is reported.
  func fitting(_ strings: [String], _ limit: Int, count most: Int, _ key: String) -> [String] {
    var seen = Set<String>()
    let shown = strings.filter { showsCharacter($0) && seen.insert($0).inserted }
    if shown.count > most {
      reader.report(key, "`\(key)` lists \(grouped(shown.count)); write at most \(grouped(most))")
      return []
    }
    for text in shown where fitting(text, limit, key, reader) == nil { return [] }
    return shown
  }
}

/// `60,000`.
private func grouped(_ number: Int) -> String {
  let digits = String(number)
  var text = ""
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return text
}

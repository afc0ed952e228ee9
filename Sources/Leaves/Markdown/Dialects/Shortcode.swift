/// A tag with a name and values, in any template language: `{{< figure src="a.png" >}}`, `{% youtube x %}`,
/// `{{ image(src="a.png") }}`.
struct Shortcode {
  /// In lower case, without `.html`.
  var name: String
  var named: [String: String] = [:]
  var plain: [String] = []
  let closes: Bool
  /// `{{< x />}}`, which encloses nothing.
  var isWhole = false

  /// Parses the text between the delimiters; nil if it has no name.
  init?(_ words: String) {
    var reader = ShortcodeReader(words)
    closes = reader.skip("/")
    let written = reader.name()
    guard !written.isEmpty else { return nil }
    name = written
    _ = reader.skip("(")
    while let value = reader.value() {
      if value.text == "/", !value.isQuoted {
        isWhole = true
      } else if let key = value.key {
        named[key.lowercased()] = value.text
      } else {
        plain.append(value.text)
      }
    }
    if name == "include" || name == "render" || name == "includerelative", !plain.isEmpty { name = plain.removeFirst() }
    if let slash = name.lastIndex(of: "/") { name = String(name[name.index(after: slash)...]) }
    for ending in [".html", ".njk", ".liquid", ".md"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    name = name.lowercased()
  }

  /// The first of the named values that is present and not empty.
  func value(_ keys: String...) -> String? { keys.lazy.compactMap { named[$0] }.first { !$0.isEmpty } }
}

/// Reads the values of a tag one by one; they are separated by spaces and commas.
private struct ShortcodeReader {
  private var rest: Substring

  init(_ words: String) { rest = words[...].drop { " \t\n-".contains($0) } }

  mutating func skip(_ sign: Character) -> Bool {
    rest = rest.drop { $0.isWhitespace }
    guard rest.first == sign else { return false }
    rest = rest.dropFirst().drop { $0.isWhitespace }
    return true
  }

  mutating func name() -> String {
    let name = rest.prefix { $0.isLetter || $0.isNumber || "-_./:".contains($0) }
    rest = rest[name.endIndex...]
    return String(name)
  }

  mutating func value() -> (key: String?, text: String, isQuoted: Bool)? {
    rest = rest.drop { $0.isWhitespace || $0 == "," || $0 == ")" }
    guard let first = rest.first else { return nil }
    if let quoted = quoted(first) { return (nil, quoted, true) }
    let word = rest.prefix { !$0.isWhitespace && !"=,\"'`".contains($0) }
    rest = rest[word.endIndex...]
    let spaces = rest.prefix { $0.isWhitespace }
    guard !word.isEmpty, rest.dropFirst(spaces.count).first == "=" else { return unnamed(String(word)) }
    rest = rest.dropFirst(spaces.count + 1).drop { $0.isWhitespace }
    if let quote = rest.first, let quoted = quoted(quote) { return (String(word), quoted, true) }
    let bare = rest.prefix { !$0.isWhitespace && $0 != "," && $0 != ")" }
    rest = rest[bare.endIndex...]
    return (String(word), String(bare), false)
  }

  private mutating func unnamed(_ word: String) -> (key: String?, text: String, isQuoted: Bool)? {
    // A character that is not part of a value.
    if word.isEmpty { rest = rest.dropFirst() }
    return (nil, word.hasSuffix(")") ? String(word.dropLast()) : word, false)
  }

  /// The quoted string that begins here, with its escapes resolved; nil, without moving, if there is none.
  private mutating func quoted(_ quote: Character) -> String? {
    guard "\"'`".contains(quote) else { return nil }
    var text = ""
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex, rest[index] != quote {
      let next = rest.index(after: index)
      if rest[index] == "\\", next < rest.endIndex, "\"'\\".contains(rest[next]) { index = next }
      text.append(rest[index])
      index = rest.index(after: index)
    }
    rest = index < rest.endIndex ? rest[rest.index(after: index)...] : rest[rest.endIndex...]
    return text
  }
}

/// The body of an article as its page shows it: headings one below the page's own, wide parts that scroll by keyboard too,
/// and no attribute that HTML no longer has.
///
/// A body is a sanitised fragment, in which `<` stands only before a tag and `>` never in an attribute; so one pass over its
/// tags is enough.
struct PageBody {
  /// A heading that a table of contents lists.
  struct Heading: Hashable {
    let id: String
    /// Plain text, still with character references.
    let words: String
  }

  private(set) var html = ""
  /// Those of the second level.
  private(set) var headings: [Heading] = []
  /// Without tags, in bytes.
  private(set) var textLength = 0

  /// Of the headings above, as written.
  private var levels: [Int] = []
  /// Of the headings that are open, as shown.
  private var shownLevels: [Int] = []
  private var heading: (id: String, words: String)?
  /// Of the `time` elements that are open: whether it was named `span`.
  private var spans: [Bool] = []

  init(_ body: String) {
    html.reserveCapacity(body.utf8.count + body.utf8.count / 16)
    var rest = body[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      addText(rest[..<open])
      guard let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      let after = rest.utf8.index(after: close)
      addTag(rest[open..<after], before: rest[after...])
      rest = rest[after...]
    }
    addText(rest)
  }

  /// Whether a table of contents helps: a text of several minutes in several parts.
  var deservesContents: Bool { headings.count >= 4 && textLength > 6_000 }
}

extension PageBody {
  private mutating func addText(_ text: Substring) {
    html += text
    textLength += text.utf8.count
    heading?.words += text
  }

  private mutating func addTag(_ tag: Substring, before rest: Substring) {
    let name = tag.dropFirst().prefix { $0 != ">" && $0 != " " }
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": openHeading(tag, level: name.utf8.last.map { Int($0) - 0x30 } ?? 2)
    case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6": closeHeading()
    case "pre": html += isWide(rest) ? "<pre tabindex=\"0\">" : tag
    case "table": html += "<div class=\"scroll\" tabindex=\"0\"><table>"
    case "/table": html += "</table></div>"
    case "td", "th": html += tag.replacing(" align=\"", with: " class=\"at-")
    case "img": html += picture(tag)
    case "time": openTime(tag)
    case "/time": html += spans.popLast() == true ? "</span>" : tag
    default: html += tag
    }
  }

  /// A heading's level is how many headings it stands below, so that no level is ever left out; the page's own is 1.
  private mutating func openHeading(_ tag: Substring, level: Int) {
    while let last = levels.last, last >= level { levels.removeLast() }
    levels.append(level)
    let shown = min(levels.count + 1, 6)
    shownLevels.append(shown)
    html += "<h\(shown)" + tag.dropFirst(3)
    guard shown == 2, let id = attribute("id", of: tag) else { return }
    heading = (String(id), "")
  }

  private mutating func closeHeading() {
    html += "</h\(shownLevels.popLast() ?? 2)>"
    guard let heading else { return }
    if !heading.words.allSatisfy(\.isWhitespace) {
      headings.append(Heading(id: heading.id, words: heading.words))
    }
    self.heading = nil
  }

  /// Without a `datetime` its words would have to be one.
  private mutating func openTime(_ tag: Substring) {
    spans.append(attribute("datetime", of: tag) == nil)
    html += spans.last == true ? "<span" + tag.dropFirst(5) : tag
  }

  /// Pictures are fetched when they come near; one without a description is taken for decoration.
  private func picture(_ tag: Substring) -> String {
    "<img" + (attribute("alt", of: tag) == nil ? " alt=\"\"" : "") + " loading=\"lazy\"" + tag.dropFirst(4)
  }

  private func attribute(_ name: String, of tag: Substring) -> Substring? {
    guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return tag[start...].prefix { $0 != "\"" }
  }

  /// Whether a line of what is preformatted may be longer than a narrow screen is wide.
  private func isWide(_ rest: Substring) -> Bool {
    var (length, isInTag) = (0, false)
    for (byte, place) in zip(rest.utf8, rest.utf8.indices) {
      switch byte {
      case UInt8(ascii: "\n"): length = 0
      case UInt8(ascii: "<"):
        if rest.utf8[place...].starts(with: "</pre".utf8) { return false }
        isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      default: length += isInTag ? 0 : 1
      }
      if length > 36 { return true }
    }
    return false
  }
}

internal import Markdown
internal import Pictures
internal import Presentation
internal import Text

/// The body of an article in the form its page needs: headings one level below the page's own, with the ids that other
/// programs give them as well; wide parts that also scroll by keyboard; and no attributes that HTML has removed.
///
/// A body is a sanitised fragment, in which `<` occurs only at the start of a tag and `>` never in an attribute, so one
/// pass over its tags is enough.
struct PageBody {
  /// A heading for the table of contents.
  struct Heading: Hashable {
    let id: String
    /// Plain text, with character references unresolved.
    var words: String
    fileprivate let level: Int
  }

  private(set) var bytes: [UInt8] = []
  /// The headings of the second level.
  private(set) var headings: [Heading] = []
  /// Excludes tags; in bytes.
  private(set) var textLength = 0

  private let body: [UInt8]
  private let sizes: PictureSizes
  /// The page's own heading is of the first level.
  private var levels = HeadingLevels(below: 1)
  private var heading: Heading?
  /// All ids of the body and those added to it; nil until a heading needs them.
  private var taken: Set<String>?
  /// For each open `time` element: whether it was renamed to `span`.
  private var spans: [Bool] = []

  init(_ body: String, sizes: PictureSizes = .none) {
    self.body = Array(body.utf8)
    self.sizes = sizes
    bytes.reserveCapacity(self.body.count + self.body.count / 16)
    var rest = self.body.startIndex
    while true {
      let open = nextIndex(of: UInt8(ascii: "<"), in: self.body, from: rest)
      addText(self.body[rest..<open])
      rest = open
      let close = nextIndex(of: UInt8(ascii: ">"), in: self.body, from: open)
      guard close < self.body.count else { break }
      addTag(self.body[open...close])
      rest = close + 1
    }
    addText(self.body[rest...])
  }

  var html: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether a table of contents helps: several minutes of text in several parts.
  var deservesContents: Bool { headings.count >= 4 && textLength > 6_000 }
}

extension PageBody {
  private mutating func addText(_ text: ArraySlice<UInt8>) {
    bytes += text
    textLength += text.count
    heading?.words += String(decoding: text, as: UTF8.self)
  }

  private mutating func addTag(_ tag: ArraySlice<UInt8>) {
    let name = tag.dropFirst().prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") }
    guard mayChange(name) else { return bytes += tag }
    switch String(decoding: name, as: UTF8.self) {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      openHeading(text(tag), level: name.last.map { Int($0) - 0x30 } ?? 2)
    case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6": closeHeading()
    case "pre": add(isWide(from: tag.endIndex) ? "<pre tabindex=\"0\">" : text(tag))
    case "table": add("<div class=\"scroll\" tabindex=\"0\"><table>")
    case "/table": add("</table></div>")
    case "td", "th": add(text(tag).replacing(" align=\"", with: " class=\"at-"))
    case "img": add(picture(text(tag)))
    case "time": openTime(text(tag))
    case "/time": add(spans.popLast() == true ? "</span>" : "</time>")
    default: bytes += tag
    }
  }

  /// Whether an element may be one of the above, by its first letter; most are paragraphs, items and links.
  private func mayChange(_ name: ArraySlice<UInt8>) -> Bool {
    switch name.first(where: { $0 != UInt8(ascii: "/") }) {
    case UInt8(ascii: "h"), UInt8(ascii: "t"), UInt8(ascii: "i"): true
    case UInt8(ascii: "p"): name.count > 2
    default: false
    }
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func openHeading(_ tag: String, level: Int) {
    let shown = levels.begin(level)
    add("<h\(shown)")
    bytes += tag.utf8.dropFirst(3)
    guard let id = attribute("id", of: tag) else { return }
    heading = Heading(id: String(id), words: "", level: shown)
  }

  private mutating func closeHeading() {
    if let heading {
      for id in otherIDs(of: heading) { add("<span id=\"\(id)\"></span>") }
      if heading.level == 2, !heading.words.allSatisfy(\.isWhitespace) { headings.append(heading) }
    }
    heading = nil
    add("</h\(levels.end())>")
  }

  /// The ids that other programs give a heading, except those already used on the page.
  private mutating func otherIDs(of heading: Heading) -> [String] {
    let words = oneLine(unescapedHTML(heading.words))
    let foreign = foreignHeadingIDs(of: words, named: heading.id)
    if foreign.isEmpty { return [] }
    var ids = taken ?? idsInHTML(body)
    let free = foreign.filter { ids.insert($0).inserted }
    taken = ids
    return free
  }

  /// Without a `datetime` the element's text would have to be a valid date.
  private mutating func openTime(_ tag: String) {
    spans.append(attribute("datetime", of: tag) == nil)
    add(spans.last == true ? "<span" + tag.dropFirst(5) : tag)
  }

  /// Images load lazily; one without a description is treated as decoration. With its size, the text does not jump when
  /// the image arrives.
  private func picture(_ tag: String) -> String {
    "<img" + (attribute("alt", of: tag) == nil ? " alt=\"\"" : "") + size(of: tag) + " loading=\"lazy\""
      + tag.dropFirst(4)
  }

  /// Nothing if the author set one.
  private func size(of tag: String) -> String {
    guard attribute("width", of: tag) == nil, attribute("height", of: tag) == nil,
      let url = attribute("src", of: tag), let size = sizes.size(unescapedHTML(String(url)))
    else { return "" }
    return " width=\"\(size.width)\" height=\"\(size.height)\""
  }

  private func attribute(_ name: String, of tag: String) -> Substring? {
    let attribute = " \(name)=\""
    let start = tag.utf8.indices.first { tag.utf8[$0...].starts(with: attribute.utf8) }
    guard let start else { return nil }
    let rest = tag.utf8[start...].dropFirst(attribute.utf8.count)
    return Substring(rest.prefix { $0 != UInt8(ascii: "\"") })
  }

  /// Whether a preformatted line may be wider than a narrow screen.
  private func isWide(from start: Int) -> Bool {
    var length = 0
    var isInTag = false
    for place in start..<body.count {
      switch body[place] {
      case UInt8(ascii: "\n"): length = 0
      case UInt8(ascii: "<"):
        if body[place...].starts(with: "</pre".utf8) { return false }
        isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      default: length += isInTag ? 0 : 1
      }
      if length > 36 { return true }
    }
    return false
  }
}

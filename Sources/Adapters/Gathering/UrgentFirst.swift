internal import Model
internal import Text

/// Separates urgent notes from the rest of a sanitised body: the top-level quotations that begin with ``Article/urgentStart``,
/// in order, each on its own lines.
func parted(urgentIn html: String) -> (urgent: String, rest: String) {
  guard html.holds(bytesOf: "<blockquote") else { return ("", html) }
  var parting = UrgentParting(html)
  parting.run()
  return (parting.urgent, parting.rest)
}

/// In sanitised HTML `<` occurs only at the start of a tag and `>` only at its end, so one pass over its tags is enough.
private struct UrgentParting {
  private(set) var urgent = ""
  private(set) var rest = ""
  private let html: String
  /// How many elements are open.
  private var depth = 0
  private var isInUrgent = false

  init(_ html: String) { self.html = html }

  mutating func run() {
    var place = html.startIndex
    while let tag = html.utf8[place...].firstIndex(of: UInt8(ascii: "<")) {
      add(html[place..<tag])
      let end = html.utf8[tag...].firstIndex(of: UInt8(ascii: ">")).map { html.utf8.index(after: $0) } ?? html.endIndex
      if depth == 0, html.utf8[tag...].starts(with: Article.urgentStart.utf8) { isInUrgent = true }
      add(html[tag..<end])
      count(html[tag..<end])
      if depth == 0, isInUrgent {
        urgent += "\n"
        isInUrgent = false
      }
      place = end
    }
    add(html[place...])
  }

  private mutating func add(_ text: Substring) {
    if isInUrgent { urgent += text } else { rest += text }
  }

  private mutating func count(_ tag: Substring) {
    let name = tag.dropFirst().prefix { $0 != " " && $0 != ">" && $0 != "/" }
    if tag.hasPrefix("</") {
      depth -= 1
    } else if !Self.void.contains(String(name)) {
      depth += 1
    }
  }

  /// Elements without content (HTML, section 13.1.2).
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
}

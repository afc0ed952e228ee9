internal import Text
internal import XML

/// A title as text: one line, without markup of HTML, references decoded; once more if one remains.
/// - Parameter isPlain: whether the feed says that it has no markup.
func titleText(_ written: String, isPlain: Bool) -> String {
  var text = oneLineText(isPlain ? written : withoutTags(decodedTwice(withoutTags(written))))
  if isPlain, hasReferences(text) { text = oneLineText(decodedReferences(text)) }
  return text.utf8.count > 65_536 ? String(decoding: text.utf8.prefix(65_536), as: UTF8.self) : text
}

/// Text on one line, without characters that are never published.
func oneLineText(_ text: String) -> String { oneLine(text) }

/// Each paragraph of a plain text in its own element.
func paragraphs(_ text: String) -> String {
  let lines = cleanText(text).split(separator: "\n\n").map { $0.trimmed }.filter { !$0.isEmpty }
  return lines.map { "<p>\(escapedHTML($0).replacing("\n", with: "<br />\n"))</p>" }.joined(separator: "\n")
}

private func decodedTwice(_ text: String) -> String {
  let once = decodedReferences(text)
  return hasReferences(once) ? decodedReferences(once) : once
}

/// Leaves `List<String>` and `a < b` as they are: only elements of HTML are tags.
private func withoutTags(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
  var result = ""
  var rest = text[...]
  while let start = rest.firstIndex(of: "<") {
    result += rest[..<start]
    let inside = rest[start...].dropFirst()
    guard let end = inside.prefix(2_000).firstIndex(of: ">"), isTag(inside[..<end]) else {
      result.append("<")
      rest = inside
      continue
    }
    rest = inside[end...].dropFirst()
    let name = tagName(inside[..<end])
    if name == "br" || name == "p" || name == "div" { result.append(" ") }
    // Their content is no text.
    if name == "script" || name == "style", inside.first != "/",
      let close = rest.firstRange(of: "</\(name)")
    {
      rest = rest[close.lowerBound...]
    }
  }
  return result + rest
}

private func tagName(_ inside: Substring) -> String {
  inside.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
}

private func isTag(_ inside: Substring) -> Bool {
  if inside.hasPrefix("!--") { return true }
  let name = tagName(inside)
  guard tags.contains(name) else { return false }
  let after = inside.drop { $0 == "/" }.dropFirst(name.count).first
  return after == nil || after == " " || after == "/" || after == "\n" || after == "\t"
}

private let tags: Set<String> = [
  "a", "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "center",
  "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "embed", "figure", "font", "footer", "form", "h1", "h2",
  "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "li", "link",
  "mark", "meta", "noscript", "object", "ol", "p", "pre", "q", "s", "samp", "script", "section", "small", "span",
  "strike", "strong", "style", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead", "time", "tr", "tt", "u",
  "ul", "var", "video", "wbr",
]

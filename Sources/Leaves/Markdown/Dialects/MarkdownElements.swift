/// kramdown's and PHP Markdown Extra's `<div markdown="1">`, whose text is Markdown.
extension DialectScan {
  /// Reads a start or end tag of such an element, and writes it on a separate line between blank
  /// lines, as CommonMark requires.
  mutating func takeMarkdownElement() -> Bool {
    guard let tag = source.tag else { return false }
    if tag.closes { return takeEnd(tag) }
    if let index = markdownElements.lastIndex(where: { $0.name == tag.name }), !tag.isWhole {
      markdownElements[index].depth += 1
    }
    guard let plain = tag.withoutMarkdown else { return false }
    let isInline = ["span", "a", "em", "strong", "b", "i", "small", "mark", "cite", "abbr", "sup", "sub"].contains(
      tag.name)
    source.skip(tag.length)
    if isInline {
      output += plain.utf8
    } else {
      markdownElements.append((tag.name, 0))
      writeBlock(plain)
    }
    return true
  }

  private mutating func takeEnd(_ tag: SourceText.Tag) -> Bool {
    guard let index = markdownElements.lastIndex(where: { $0.name == tag.name }) else { return false }
    if markdownElements[index].depth > 0 {
      markdownElements[index].depth -= 1
      return false
    }
    markdownElements.removeSubrange(index...)
    source.skip(tag.length)
    dropSpaces()
    writeBlock("</\(tag.name)>")
    return true
  }
}

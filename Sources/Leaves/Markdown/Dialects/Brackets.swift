internal import Text

/// Marks that begin with a bracket: tables of contents and links by name.
extension DialectScan {
  mutating func takeBracket() -> Bool {
    if source.isEscaped { return false }
    if takeContents() { return true }
    if source.starts(with: "![[") { return takeName(from: 3, isShown: true) }
    return source.starts(with: "[[") && takeName(from: 2, isShown: false)
  }

  /// A line that requests a table of contents.
  private mutating func takeContents() -> Bool {
    guard isAlone else { return false }
    let line = String(decoding: source.restOfLine, as: UTF8.self)
    guard ["[toc]", "[[toc]]", "[[_toc_]]", "@[toc]", "[toc levels]"].contains(line.trimmed.lowercased()) else {
      return false
    }
    if line.lowercased().hasPrefix("[toc]"), source.defines("toc") { return false }
    source.skip(line.utf8.count)
    return true
  }

  /// `[[name]]`, `[[name|words]]`, `[[name#part]]`; with `!`, the named file is embedded in the text.
  private mutating func takeName(from length: Int, isShown: Bool) -> Bool {
    let place = place
    let start = source.position + length
    guard let end = source.find("]]", from: start), end - start <= 300 else { return false }
    let inside = source.words(from: start, to: end)
    guard let first = inside.first, !first.isWhitespace, !inside.contains(where: { "[]\n".contains($0) }),
      !source.starts(with: "(", at: end + 2), !source.starts(with: "[", at: end + 2),
      !source.starts(with: ":", at: end + 2), !source.defines(inside)
    else { return false }
    source.skip(end + 2 - source.position)
    let parts = inside.replacing("\\|", with: "|").split(separator: "|", maxSplits: 1).map { $0.trimmed }
    write(Name(written: parts[0], words: parts.count > 1 ? parts[1] : nil, mark: inside), isShown, place)
    return true
  }

  private struct Name {
    let written: String
    let words: String?
    let mark: String

    var isPicture: Bool {
      let ending = written.lowercased().split(separator: ".").last.map(String.init) ?? ""
      return ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"].contains(ending)
    }
    /// Nil if Obsidian has a size instead of words.
    var shownWords: String { words ?? written.replacing("#", with: " › ").trimmed }
    var description: String {
      let words = words ?? ""
      return words.allSatisfy { $0.isNumber || $0 == "x" } ? "" : words
    }
  }

  private mutating func write(_ name: Name, _ isShown: Bool, _ place: Place) {
    if isShown, name.isPicture {
      let source = attributeValue(surroundings.fileAddress(name.written) ?? name.written)
      output += "<img src=\"\(source)\" alt=\"\(attributeValue(name.description))\" />".utf8
    } else if name.written.hasPrefix("#") {
      let words = name.words ?? String(name.written.dropFirst())
      output +=
        "<a href=\"#\(attributeValue(headingID(of: String(name.written.dropFirst()))))\">\(literalText(words))</a>".utf8
    } else if let address = surroundings.fileAddress(name.written) {
      output += "<a href=\"\(attributeValue(address))\">\(literalText(name.shownWords))</a>".utf8
    } else {
      output += literalText(name.shownWords).utf8
      report((isShown ? "![[" : "[[") + name.mark + "]]", .leadsNowhere, at: place)
    }
  }

  /// `*[HTML]: …`, which explains an abbreviation, and the list item of kramdown's `{:toc}`.
  mutating func takeListMark() -> Bool {
    guard isAlone else { return false }
    if source.starts(with: "*[") {
      let line = String(decoding: source.restOfLine, as: UTF8.self)
      guard let end = line.firstRange(of: "]:"), line.distance(from: line.startIndex, to: end.lowerBound) > 2 else {
        return false
      }
      source.skip(line.utf8.count)
      return true
    }
    guard let end = source.endOfContentsItem else { return false }
    source.skip(end - source.position)
    return true
  }
}

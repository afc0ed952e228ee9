/// Puts the pieces of an inline text together.
extension InlineWriter {
  func text() -> String {
    let tokens = trimmed()
    let marked = marked(tokens)
    var text = ""
    var linkDepth = 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .text(let words):
        var escapes = TextEscapes(style: style)
        escapes.isInLink = linkDepth > 0
        escapes.lineStart = place != .heading && isAtLineStart(text)
        let previous = escapes.lineStart ? nil : text.unicodeScalars.last ?? " "
        text += escapes.escaped(words, after: previous, before: first(of: tokens[(index + 1)...]))
      case .finished(let markdown): text += markdown
      case .lineBreak: text += "\\\n"
      case .begin(let number):
        if spans[number].isLink { linkDepth += 1 }
        text += beginning(of: number, isMarked: marked.contains(number))
      case .end(let number):
        if spans[number].isLink { linkDepth -= 1 }
        text += end(of: number, isMarked: marked.contains(number))
      }
    }
    return place == .heading ? withoutClosingSigns(text) : text
  }

  private func isAtLineStart(_ text: String) -> Bool { text.isEmpty || text.hasSuffix("\n") }

  /// `# a #` would lose its last sign.
  private func withoutClosingSigns(_ text: String) -> String {
    guard text.hasSuffix("#") else { return text }
    return text.dropLast() + "\\#"
  }

  /// Without line breaks and spaces at the ends.
  private func trimmed() -> [Token] {
    guard let first = tokens.firstIndex(where: \.isContent), let last = tokens.lastIndex(where: \.isContent) else {
      return []
    }
    return tokens[..<first].filter(\.isBoundary) + tokens[first...last] + tokens[(last + 1)...].filter(\.isBoundary)
  }

  private func beginning(of number: Int, isMarked: Bool) -> String {
    switch spans[number] {
    case .marks(let marks, let tag): isMarked ? marks : "<\(tag)>"
    case .link: "["
    case .element(_, let start): start
    }
  }

  private func end(of number: Int, isMarked: Bool) -> String {
    switch spans[number] {
    case .marks(let marks, let tag): isMarked ? marks : "</\(tag)>"
    case .link(let url): "](\(destination(url)))"
    case .element(let name, _): "</\(name)>"
    }
  }

  /// The URL in a form that ends where it should.
  func destination(_ url: String) -> String {
    let isPlain = url.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"()<>\\[]`|*".utf8.contains($0) }
    if isPlain, !url.isEmpty, !url.contains("&") { return url }
    let escaped = url.replacing("&", with: "&amp;").replacing("<", with: "%3C").replacing(">", with: "%3E")
      .replacing("\\", with: "%5C").replacing("|", with: "%7C").replacing("`", with: "%60").replacing("\n", with: "")
    return isPlain && !url.isEmpty ? escaped : "<\(escaped)>"
  }
}

// MARK: - Emphasis

extension InlineWriter {
  /// The spans for which `*` works: CommonMark's rules (§6.2) look at the characters on both sides. For others, the
  /// element itself is written.
  private func marked(_ tokens: [Token]) -> Set<Int> {
    var marked = Set<Int>()
    var ends: [Int: Int] = [:]
    for (index, token) in tokens.enumerated() {
      if case .end(let number) = token { ends[number] = index }
    }
    for (index, token) in tokens.enumerated() {
      guard case .begin(let number) = token, spans[number].isMarks, let end = ends[number] else { continue }
      if index > 0, case .end(let previous) = tokens[index - 1], marked.contains(previous) { continue }
      let inside = tokens[(index + 1)..<end]
      guard let first = first(of: inside), let last = last(of: inside), !isSpace(first), !isSpace(last) else {
        continue
      }
      let before = self.last(of: tokens[..<index])
      let after = self.first(of: tokens[(end + 1)...])
      if isPunctuation(first), let before, !isSpace(before), !isPunctuation(before) { continue }
      if isPunctuation(last), let after, !isSpace(after), !isPunctuation(after) { continue }
      marked.insert(number)
    }
    return marked
  }

  /// The first character that will be written, apart from emphasis; nil at the end.
  private func first(of tokens: ArraySlice<Token>) -> Unicode.Scalar? {
    for token in tokens {
      if let sign = sign(of: token, isFirst: true) { return sign }
    }
    return nil
  }

  private func last(of tokens: ArraySlice<Token>) -> Unicode.Scalar? {
    for token in tokens.reversed() {
      if let sign = sign(of: token, isFirst: false) { return sign }
    }
    return nil
  }

  private func sign(of token: Token, isFirst: Bool) -> Unicode.Scalar? {
    switch token {
    case .text(let text), .finished(let text): isFirst ? text.unicodeScalars.first : text.unicodeScalars.last
    case .lineBreak: "\n"
    case .begin(let number): spans[number].isMarks ? nil : "["
    case .end(let number): spans[number].isMarks ? nil : ")"
    }
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}

extension InlineWriter.Token {
  /// Whether it is only the beginning or the end of a span.
  fileprivate var isBoundary: Bool {
    switch self {
    case .begin, .end: true
    case .text, .finished, .lineBreak: false
    }
  }

  /// Whether it is more than space.
  fileprivate var isContent: Bool {
    switch self {
    case .text(let text): text != " "
    case .finished: true
    case .lineBreak, .begin, .end: false
    }
  }
}

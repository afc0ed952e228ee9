internal import Languages

/// Splits a template into text and tags, and reports its errors.
///
/// Phrases are inserted here, so rendering handles only text and tags.
struct TemplateReader {
  private(set) var pieces: [Piece] = []
  private(set) var partials: [(name: String, offset: Int)] = []
  private(set) var faults: [TemplateError] = []

  private let source: TemplateSource
  private let bytes: [UInt8]
  private let language: Language
  private var open: [Open] = []
  /// Whether a phrase that ends with a mark of full width was just written, after which a template's space would be a gap. Tags of
  /// sections and the ends of elements may follow.
  private var isAfterWideMark = false
  /// Whether only ends of elements were written after the last phrase.
  private var isAfterPhrase = false

  /// A section that is not closed yet.
  private struct Open {
    let name: String
    let offset: Int
  }

  /// - Parameter language: the language of `{{word.KEY}}`.
  init(_ source: TemplateSource, language: Language) {
    self.source = source
    self.language = language
    bytes = Array(source.text.utf8)
    var start = 0
    while let offset = find("{{", from: start) {
      copy(start..<offset)
      guard let end = readTag(at: offset) else { return }
      start = end
    }
    copy(start..<bytes.count)
    for section in open {
      report(section.offset, "`\(section.name)` is opened here and never closed; add `{{/\(section.name)}}`")
    }
  }
}

extension TemplateReader {
  /// Reads the tag at `offset` and returns where the text continues; nil if the rest cannot be parsed.
  private mutating func readTag(at offset: Int) -> Int? {
    let sigil = offset + 2 < bytes.count ? Unicode.Scalar(bytes[offset + 2]) : " "
    let hasSigil = "#^/!{&><$=%".unicodeScalars.contains(sigil)
    let start = offset + (hasSigil ? 3 : 2)
    let closing = sigil == "{" ? "}}}" : "}}"
    guard let close = find(closing, from: start) else {
      report(offset, "this tag has no end `\(closing)`; add it")
      return nil
    }
    let end = close + closing.utf8.count
    let name = trimmed(start..<close)
    switch sigil {
    case "!": pieces.append(.comment)
    case "=", "%":
      report(offset, "`{{\(sigil)` is not supported; tags are always `{{ }}`, and a file's ending sets its type")
    case "#": openSection(name, offset) { .section($0) }
    case "^": openSection(name, offset) { .inverted($0) }
    case "/": closeSection(name, offset)
    case "$": openBlock(name, offset)
    case ">", "<": includePartial(String(sigil), name, offset)
    default: addVariable(sigil == "{" || sigil == "&" ? .raw : .escaped, name, offset..<end)
    }
    return end
  }

  private mutating func addVariable(_ kind: Tag.Kind, _ name: String, _ place: Range<Int>) {
    let offset = place.lowerBound
    guard let expression = expression(name, offset) else { return }
    if let key = expression.word { return addWord(key, expression.transforms, name, offset) }
    endPhrase()
    // Only such a language needs the position of the tag, which requires searching the preceding text.
    let isMarkup = language.borrowsWords && source.isHTML && isContent(offset)
    let borrowed = BorrowedFrame(in: language, byMarkup: isMarkup)
    let isJoined = isJoined(place, in: bytes, isHTML: source.isHTML)
    let frame = Tag.Frame(isolation: isJoined ? Isolation(joinedIn: language.direction) : nil, borrowed: borrowed)
    pieces.append(.value(Tag(kind, expression, name, at: (source, offset), in: frame)))
  }

  private mutating func openSection(_ name: String, _ offset: Int, _ piece: (Tag) -> Piece) {
    open.append(Open(name: name, offset: offset))
    guard var expression = expression(name, offset) else { return }
    if let key = expression.word {
      guard Language.optional.contains(key), expression.transforms.isEmpty else {
        return report(offset, "`\(name)` is a phrase; show it as `{{\(name)}}`")
      }
      expression = Tag.Expression(isTruthy: language.word(key)?.isEmpty == false)
    }
    pieces.append(piece(tag(.section, expression, name, offset)))
  }

  private mutating func openBlock(_ name: String, _ offset: Int) {
    guard Tag.Expression.isName(name) else { return report(offset, "`\(name)` is not a name") }
    open.append(Open(name: name, offset: offset))
    pieces.append(.block(name))
  }

  private mutating func closeSection(_ name: String, _ offset: Int) {
    guard let section = open.popLast() else { return report(offset, "`\(name)` is closed here but was never opened") }
    guard section.name == name else {
      let line = source.fault(at: section.offset, "").line
      return report(offset, "`\(name)` is closed here, but `\(section.name)` of line \(line) is open")
    }
    pieces.append(.close)
  }

  /// `{{> note}}` in an .html file means note.html: a partial has the type of the file that includes it.
  private mutating func includePartial(_ sigil: String, _ name: String, _ offset: Int) {
    let ending = source.isHTML ? ".html" : ".text"
    guard name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ Tag.Expression.isName(String($0)) })
    else {
      return report(offset, "`\(name)` cannot be the name of a partial")
    }
    guard TemplateSource.ending(of: name).map({ $0 == ending }) ?? true else {
      return report(offset, "`\(name)` cannot be used in a file that ends in \(ending)")
    }
    endPhrase()
    let full = name.hasSuffix(ending) ? name : name + ending
    partials.append((full, offset))
    if sigil == "<" { open.append(Open(name: name, offset: offset)) }
    pieces.append(sigil == "<" ? .parent(full) : .partial(full))
  }

  private mutating func expression(_ name: String, _ offset: Int) -> Tag.Expression? {
    do throws(Tag.Malformed) {
      return try Tag.Expression(name)
    } catch {
      report(offset, "`\(name)` \(error.reason)")
      return nil
    }
  }

  private func tag(
    _ kind: Tag.Kind, _ expression: Tag.Expression, _ name: String, _ offset: Int, isolation: Isolation? = nil
  ) -> Tag {
    Tag(kind, expression, name, at: (source, offset), in: Tag.Frame(isolation: isolation))
  }
}

// MARK: - Words

extension TemplateReader {
  /// `{{word.reason}}` becomes the sentence itself, with a tag for each of its placeholders.
  private mutating func addWord(_ key: String, _ transforms: [Transform], _ name: String, _ offset: Int) {
    guard let phrase = language.phrase(key) else {
      return report(offset, "there is no phrase `\(key)`")
    }
    let isMarkup = source.isHTML && isContent(offset)
    let isBorrowed = language.borrows(key)
    let frame = isBorrowed ? BorrowedFrame(in: language, byMarkup: isMarkup) : nil
    let isolation = Isolation(in: isBorrowed ? .leftToRight : language.direction, byMarkup: isMarkup)
    if let frame { pieces.append(.text(Array(frame.before.utf8))) }
    for piece in phrase.pieces {
      switch piece {
      case .text(let text): addText(text, transforms, name, offset)
      case .place(let place): addPlace(place, transforms, offset, isolation)
      }
    }
    if let frame { pieces.append(.text(Array(frame.after.utf8))) }
    isAfterWideMark = language.endsWide(language.word(key) ?? "")
    isAfterPhrase = true
  }

  /// Something other than a phrase was written.
  private mutating func endPhrase() {
    isAfterWideMark = false
    isAfterPhrase = false
  }

  private mutating func addText(_ word: String, _ transforms: [Transform], _ name: String, _ offset: Int) {
    var value = TemplateValue.text(word)
    for transform in transforms.reversed() {
      guard let next = transform.applied(to: value), case .text = next else {
        return report(offset, "`\(transform)()` cannot be applied to a phrase")
      }
      value = next
    }
    if case .text(let word) = value { pieces.append(.text(Array((source.isHTML ? word.htmlEscaped : word).utf8))) }
  }

  private mutating func addPlace(
    _ place: String, _ transforms: [Transform], _ offset: Int, _ isolation: Isolation
  ) {
    let path = place == "site" ? ["site", "title"] : [place]
    let expression = Tag.Expression(path: path, transforms: transforms)
    pieces.append(
      .value(tag(.escaped, expression, path.joined(separator: "."), offset, isolation: isolation)))
  }

  /// Whether markup is allowed at this byte of an HTML file: neither inside a tag nor in the title.
  private func isContent(_ offset: Int) -> Bool {
    guard let tag = bytes[..<offset].lastIndex(of: UInt8(ascii: "<")) else { return true }
    return bytes[tag..<offset].contains(UInt8(ascii: ">")) && !bytes[tag...].starts(with: "<title".utf8)
  }
}

extension TemplateReader {
  private mutating func report(_ offset: Int, _ sentence: String) {
    faults.append(source.fault(at: offset, sentence))
  }

  private mutating func copy(_ range: Range<Int>) {
    if range.isEmpty { return }
    var text = Array(bytes[range])
    let rest = indexAfterEnds(text)
    let isGap = isAfterWideMark || (isAfterPhrase && language.joinsPhrases && isBetweenPhrases(text[rest...], range))
    let hasOnlyEnds = rest == text.count
    isAfterWideMark = isAfterWideMark && hasOnlyEnds
    isAfterPhrase = isAfterPhrase && hasOnlyEnds
    if isGap, !hasOnlyEnds, text[rest] == 0x20 { text.remove(at: rest) }
    if !text.isEmpty { pieces.append(.text(text)) }
  }

  /// Whether a text is nothing but the space between two phrases.
  private func isBetweenPhrases(_ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
    text.elementsEqual(" ".utf8) && bytes[range.upperBound...].starts(with: "{{word.".utf8)
  }

  /// Where the ends of elements at the beginning of a text are over.
  private func indexAfterEnds(_ text: [UInt8]) -> Int {
    var index = 0
    while text[index...].starts(with: "</".utf8), let end = text[index...].firstIndex(of: UInt8(ascii: ">")) {
      index = end + 1
    }
    return index
  }

  private func trimmed(_ range: Range<Int>) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let rest = bytes[range].drop(while: isSpace)
    let end = rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  private func find(_ needle: String, from start: Int) -> Int? {
    let needle = Array(needle.utf8)
    guard start <= bytes.count - needle.count else { return nil }
    return (start...(bytes.count - needle.count)).first {
      bytes[$0] == needle[0] && bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}

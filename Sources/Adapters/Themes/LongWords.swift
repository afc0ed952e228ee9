/// Places where a narrow screen may break words that are wider than it: zero-width spaces (U+200B), because no style that
/// does the same reaches all large mail programs (caniemail.com: `word-break`, `overflow-wrap`, `<wbr>`).
struct LongWords {
  /// A word of this many characters fits on a phone, even in a title.
  static let most = 24
  /// Longer words may break after each of these many.
  private static let step = 12

  /// Elements whose text is not shown, or is shown exactly as written.
  private static let untouched: Set<String> = ["style", "script", "title", "pre", "code", "textarea"]

  private var output = ""
  /// The start of the element whose text is left unchanged.
  private var untouched: Substring?

  /// HTML whose long words may break. Tags, and words with placeholders or blanks (which begin with U+0001), stay
  /// as they are.
  static func breakable(_ html: String) -> String {
    guard hasLongWord(html.utf8) else { return html }
    var words = LongWords()
    words.read(html)
    return words.output
  }

  /// Whether any bytes without a space or a tag between them are that many.
  private static func hasLongWord(_ html: some Sequence<UInt8>) -> Bool {
    var run = 0
    var isInTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"):
        isInTag = false
        run = 0
      case _ where isInTag: continue
      case 0...0x20: run = 0
      default:
        run += 1
        if run > most { return true }
      }
    }
    return false
  }

  private mutating func read(_ html: String) {
    var rest = html[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      write(rest[..<open])
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: ">"))
      let end = close.map { rest.utf8.index(after: $0) } ?? rest.endIndex
      take(tag: rest[open..<end])
      rest = rest[end...]
    }
    write(rest)
  }

  private mutating func take(tag: Substring) {
    output += tag
    let isEnd = tag.hasPrefix("</")
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    if isEnd, untouched == name[...] { untouched = nil }
    if !isEnd, untouched == nil, Self.untouched.contains(name) { untouched = name[...] }
  }

  private mutating func write(_ text: Substring) {
    guard untouched == nil, Self.hasLongWord(text.utf8) else { return output += text }
    var word = text[text.startIndex..<text.startIndex]
    for place in text.indices {
      if text[place].isWhitespace {
        write(word: word)
        output.append(text[place])
        word = text[text.index(after: place)..<text.index(after: place)]
      } else {
        word = text[word.startIndex...place]
      }
    }
    write(word: word)
  }

  private mutating func write(word: Substring) {
    guard word.utf8.count > Self.most, !word.utf8.contains(1) else { return output += word }
    let characters = Self.characters(of: word)
    guard characters.count > Self.most, !word.unicodeScalars.contains(where: breaksAnywhere) else {
      return output += word
    }
    for (place, character) in characters.enumerated() {
      if place > 0, place % Self.step == 0 { output += "\u{200B}" }
      output += character
    }
  }

  /// Its characters, where a reference such as `&amp;` is one.
  private static func characters(of word: Substring) -> [Substring] {
    var characters: [Substring] = []
    var place = word.startIndex
    while place < word.endIndex {
      var end = word.index(after: place)
      if word[place] == "&", let close = word[place...].prefix(32).firstIndex(of: ";") {
        end = word.index(after: close)
      }
      characters.append(word[place..<end])
      place = end
    }
    return characters
  }
}

/// Scripts without spaces between words, whose lines programs know how to break; and what allows a break already.
private func breaksAnywhere(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x200B, 0xAD, 0x2E80...0x9FFF, 0xAC00...0xD7AF: true
  case 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
  default: false
  }
}

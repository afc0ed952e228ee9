/// Escapes plain text in Markdown, including the marks of other programs that Courant reads: see ``DialectTable``.
struct TextEscapes {
  let style: EscapingStyle
  /// In the text of a link, where a bracket would end it.
  var isInLink = false

  /// - Parameters:
  ///   - previous: the character before the text in its line; nil at the beginning of the line.
  ///   - next: the character after it; nil at the end.
  func escaped(_ text: String, after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> String {
    let characters = Array(text.unicodeScalars)
    var escaped = ""
    for index in characters.indices {
      let before = index > 0 ? characters[index - 1] : previous
      let after = index + 1 < characters.count ? characters[index + 1] : next
      let isFirst = index == 0 && previous == nil
      let place = Place(characters: characters, index: index, before: before, after: after, isFirst: isFirst)
      if style != .light, mustRefer(place) {
        escaped += "&#\(characters[index].value);"
      } else {
        if style == .light, isMark(place) { escaped += "\\" }
        escaped.unicodeScalars.append(characters[index])
      }
    }
    return escaped
  }

  /// The place of a character.
  private struct Place {
    let characters: [Unicode.Scalar]
    let index: Int
    let before: Unicode.Scalar?
    let after: Unicode.Scalar?
    /// Whether it begins a line.
    let isFirst: Bool

    var sign: Unicode.Scalar { characters[index] }
    var rest: ArraySlice<Unicode.Scalar> { characters[index...] }
  }

  private func isMark(_ place: Place) -> Bool {
    switch place.sign {
    case "\\", "`", "*", "{", "}", "|", "~", "^", "$": true
    case "]": isInLink
    case "[": isInLink || !isNumberInBrackets(place.rest)
    case "_": !(isWord(place.before) && isWord(place.after))
    case "<": place.after.map { isLetter($0) || "/!?%#".unicodeScalars.contains($0) } ?? false
    case "=": place.isFirst || place.before == "=" || place.after == "="
    case "%": place.isFirst || place.before == "%" || place.after == "%"
    case ":": place.isFirst || isEmoji(place.rest)
    case "&": isReference(place.rest)
    case ">", "#": place.isFirst
    case "!", "?", "/": place.isFirst && place.after == place.sign
    case "+", "-": place.isFirst && (place.after == nil || place.after == " " || place.after == place.sign)
    case ".", ")": place.isFirst || place.after ?? " " == " " && isNumberOfItem(place)
    default: false
    }
  }

  /// `1.` at the beginning of a line.
  private func isNumberOfItem(_ place: Place) -> Bool {
    (1...9).contains(place.index) && isAtLineStart(place)
      && place.characters[..<place.index].allSatisfy { ("0"..."9").contains($0) }
  }

  private func isAtLineStart(_ place: Place) -> Bool { lineStart }
  /// Whether the text begins a line.
  var lineStart = false

  /// `[1]`, `[2, 3–5]`: not a link.
  private func isNumberInBrackets(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let inside = rest.dropFirst().prefix { ("0"..."9").contains($0) || ", –-".unicodeScalars.contains($0) }
    let after = rest.dropFirst(1 + inside.count)
    guard !inside.isEmpty, after.first == "]" else { return false }
    return after.dropFirst().first.map { !"([:{^".unicodeScalars.contains($0) } ?? true
  }

  /// `:smile:`.
  private func isEmoji(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.dropFirst().prefix(60).prefix { isLetter($0) || isDigit($0) || "_+-".unicodeScalars.contains($0) }
    return name.contains(where: { !isDigit($0) }) && rest.dropFirst(1 + name.count).first == ":"
      || ["100", "1234"].contains(String(String.UnicodeScalarView(name))) && rest.dropFirst(1 + name.count).first == ":"
  }

  /// `&amp;`.
  private func isReference(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.dropFirst().prefix(32).prefix { isLetter($0) || isDigit($0) || $0 == "#" }
    return !name.isEmpty && rest.dropFirst(1 + name.count).first == ";"
  }

  /// In careful writing.
  private func mustRefer(_ place: Place) -> Bool {
    if Self.isSign(place.sign) { return true }
    guard place.isFirst else { return ".)".unicodeScalars.contains(place.sign) && isNumberOfItem(place) }
    // The words are those of MDX and AsciiDoc.
    let words = ["import ", "export ", "ifdef:", "ifndef:", "ifeval:", "endif:"]
    return "-./?()".unicodeScalars.contains(place.sign) || words.contains { place.rest.starts(with: $0.unicodeScalars) }
  }

  /// ASCII characters that are or may begin a mark anywhere in a line.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool { "!#$%&*+:<=>@[\\]^_`{|}~".unicodeScalars.contains(scalar) }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }
}

internal import Templates
internal import Text

/// A style sheet (`theme.css`) in a subset of CSS that can be inlined without building a document's tree.
///
/// Selectors are classes (`.title`) and elements (`a`), single or in a list. Rules for narrow screens go into one level
/// of `@media (…)`. Values may contain `var(--NAME)`.
struct StyleSheet: Sendable {
  struct Declaration: Hashable, Sendable {
    let property: String
    let value: String
    /// Offset of its first byte in the file.
    let offset: Int
  }

  struct Rule: Sendable {
    /// `.title` or `a`.
    let selectors: [String]
    let declarations: [Declaration]
  }

  private(set) var rules: [Rule] = []
  /// In the order of the file, with their conditions, for example `(max-width: 480px)`.
  private(set) var media: [(condition: String, rules: [Rule])] = []

  private let file: TemplateSet.File
  private let bytes: [UInt8]
  /// The offset of the first byte of each line.
  private let lineStarts: [Int]
  private var place = 0

  init(_ file: TemplateSet.File) throws(TemplateError) {
    self.file = file
    let bytes = Array(file.text.utf8)
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    while try skipBlank() {
      if peek(Self.mediaRule) {
        try readMedia()
      } else {
        rules.append(try readRule())
      }
    }
  }

  /// Each value, with the position of its declaration.
  var values: [(text: String, place: TemplateError)] {
    (rules + media.flatMap(\.rules)).flatMap(\.declarations).map { ($0.value, fault(at: $0.offset, "")) }
  }

  /// Without the dot.
  var classes: Set<String> {
    Set(
      (rules + media.flatMap(\.rules)).flatMap(\.selectors).filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) })
  }

  func fault(at offset: Int, _ sentence: String) -> TemplateError {
    let line = 1 + (lineStarts.lastIndex { $0 <= offset } ?? 0)
    return TemplateError(
      name: file.name, path: file.path, line: line, column: offset - lineStarts[line - 1] + 1,
      sentence: sentence)
  }
}

extension StyleSheet {
  private mutating func readMedia() throws(TemplateError) {
    let start = place
    place += Self.mediaRule.count
    let condition = try read(until: "{", "this @media has no `{`; add it")
    guard condition.hasPrefix("("), condition.hasSuffix(")"), !condition.contains("prefers-color-scheme") else {
      throw fault(at: start, "write, for example, `@media (max-width: 480px)`; rules for dark mode are generated")
    }
    var inner: [Rule] = []
    while try skipBlank(), !peek(Self.end) { inner.append(try readRule()) }
    guard place < bytes.count else { throw fault(at: start, "this @media has no `}` at its end; add it") }
    place += 1
    media.append((condition, inner))
  }

  private mutating func readRule() throws(TemplateError) -> Rule {
    let start = place
    if peek(Self.atRule) { throw fault(at: start, Self.refusal(ofAtRule: nameOfAtRule())) }
    let list = try read(until: "{", "this rule has no `{`; add it")
    let selectors = list.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    for selector in selectors where !Self.isSelector(selector) {
      throw fault(at: start, "`\(selector)` cannot be inlined; select by one class (`.title`) or element (`a`)")
    }
    var declarations: [Declaration] = []
    while try skipBlank(), !peek(Self.end) { declarations.append(try readDeclaration()) }
    guard place < bytes.count else { throw fault(at: start, "this rule has no `}` at its end; add it") }
    place += 1
    return Rule(selectors: selectors, declarations: declarations)
  }

  private mutating func readDeclaration() throws(TemplateError) -> Declaration {
    let start = place
    let property = try read(until: ":", "this declaration has no `:`; add it")
    guard !property.isEmpty, property.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }) else {
      throw fault(at: start, "`\(property)` is not a CSS property")
    }
    let begin = place
    while place < bytes.count, bytes[place] != UInt8(ascii: ";"), bytes[place] != UInt8(ascii: "}") { place += 1 }
    let value = String(decoding: bytes[begin..<place], as: UTF8.self).trimmed
    if place < bytes.count, bytes[place] == UInt8(ascii: ";") { place += 1 }
    guard !value.isEmpty, !value.utf8.contains(where: { "\"<>&{\\!\n".utf8.contains($0) }) else {
      throw fault(at: start, "the value of `\(property)` must be one line without \" < > & { \\ and !important")
    }
    return Declaration(property: property, value: value, offset: start)
  }

  private static func isSelector(_ text: String) -> Bool {
    let name = text.hasPrefix(".") ? text.dropFirst() : text[...]
    return !name.isEmpty
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}

extension StyleSheet {
  private static let mediaRule = Array("@media".utf8)
  private static let atRule = Array("@".utf8)
  private static let end = Array("}".utf8)
  private static let commentStart = Array("/*".utf8)
  private static let commentEnd = Array("*/".utf8)

  private func nameOfAtRule() -> String {
    let letters = bytes[(place + 1)...].prefix { (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func refusal(ofAtRule name: String) -> String {
    switch name.lowercased() {
    case "import": "`@import` cannot be used in an email; copy the rules of the other sheet to this place"
    case "font-face": "`@font-face` cannot be inlined; put it into a <style> in mail-head.html"
    case "charset": "`@charset` is not needed; remove it"
    default: "`@\(name)` cannot be inlined; besides rules there is only `@media (max-width: 480px)`"
    }
  }

  /// Skips spaces and comments; false at the end of the file.
  private mutating func skipBlank() throws(TemplateError) -> Bool {
    while place < bytes.count {
      if bytes[place] == 0x20 || (0x09...0x0D).contains(bytes[place]) {
        place += 1
      } else if peek(Self.commentStart) {
        let start = place
        place += 2
        while place < bytes.count, !peek(Self.commentEnd) { place += 1 }
        guard place < bytes.count else { throw fault(at: start, "this comment has no `*/` at its end; add it") }
        place += 2
      } else {
        return true
      }
    }
    return false
  }

  private func peek(_ text: [UInt8]) -> Bool {
    place < bytes.count && bytes[place] == text[0] && bytes[place...].starts(with: text)
  }

  /// Reads up to the character and skips it.
  private mutating func read(until sign: Unicode.Scalar, _ missing: String) throws(TemplateError) -> String {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: sign) {
      guard !"{};".utf8.contains(bytes[place]) else { throw fault(at: start, missing) }
      place += 1
    }
    guard place < bytes.count else { throw fault(at: start, missing) }
    place += 1
    return String(decoding: bytes[start..<(place - 1)], as: UTF8.self).trimmed
  }
}

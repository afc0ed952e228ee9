/// Reads one selector and writes its XPath on the way.
struct SelectorParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  /// The next character; nil at the end.
  var rest: Character? { position < characters.count ? characters[position] : nil }

  func error(_ sentence: String) -> SelectorError { SelectorError(column: position + 1, sentence: sentence) }

  mutating func take(_ sign: Character) -> Bool {
    guard rest == sign else { return false }
    position += 1
    return true
  }

  /// Up to a comma or the end.
  mutating func alternative() throws(SelectorError) -> CSSSelector.Alternative {
    skipSpaces()
    var path = "/descendant::" + (try compound())
    while true {
      let isSpaced = skipSpaces()
      if take("@") {
        let attribute = try name("an attribute").lowercased()
        skipSpaces()
        return CSSSelector.Alternative(path: path, attribute: attribute)
      }
      guard let sign = rest, sign != "," else { return CSSSelector.Alternative(path: path, attribute: nil) }
      guard let axis = Self.axes[sign] else {
        guard isSpaced else { throw error("unexpected `\(sign)`") }
        path += "/descendant::" + (try compound())
        continue
      }
      position += 1
      skipSpaces()
      path += axis + (try compound())
    }
  }

  private static let axes: [Character: String] = [
    ">": "/child::", "+": "/following-sibling::*[1]/self::", "~": "/following-sibling::",
  ]

  @discardableResult private mutating func skipSpaces() -> Bool {
    let start = position
    while rest?.isWhitespace == true { position += 1 }
    return position > start
  }
}

// MARK: - One element

extension SelectorParser {
  /// `div.note[title]`: a node test with its predicates.
  private mutating func compound() throws(SelectorError) -> String {
    let start = position
    var step = "*"
    if !take("*"), rest.map(Self.isNameSign) == true { step = try type() }
    while let condition = try condition() { step += "[\(condition)]" }
    guard position > start else {
      throw error(rest.map { "unexpected `\($0)`" } ?? "an element is missing; write, for example, h2 or .title")
    }
    return step
  }

  /// The name of an element. XPath compares names exactly, and the parser has them in lower case.
  private mutating func type() throws(SelectorError) -> String {
    let start = position
    let name = try name("an element").lowercased()
    guard let first = name.utf8.first, (0x61...0x7A).contains(first),
      name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    else {
      position = start
      throw error("`\(name)` is not an element of HTML")
    }
    return name
  }

  /// Nil if no condition begins here.
  private mutating func condition() throws(SelectorError) -> String? {
    if take(".") { return holds(word: try name("a class"), "class") }
    if take("#") { return "@id=\(literal(try name("an id")))" }
    if take("[") { return try attribute() }
    if take(":") { return try pseudoClass() }
    return nil
  }

  private mutating func attribute() throws(SelectorError) -> String {
    skipSpaces()
    let name = try name("an attribute").lowercased()
    skipSpaces()
    if take("]") { return node(name) }
    let sign = rest.flatMap { "^$*~|".contains($0) ? $0 : nil }
    if sign != nil { position += 1 }
    guard take("=") else { throw error("expected `=` or `]`") }
    skipSpaces()
    let value = try value()
    skipSpaces()
    guard take("]") else { throw error("expected `]`") }
    return comparison(sign, name, value)
  }

  private func comparison(_ sign: Character?, _ name: String, _ value: String) -> String {
    let attribute = node(name)
    let literal = literal(value)
    // By the standard, nothing begins with, ends with or contains an empty string.
    let isNever = value.isEmpty && sign != nil && sign != "|"
    if isNever { return "false()" }
    let length = value.unicodeScalars.count
    switch sign {
    case "^": return "starts-with(\(attribute),\(literal))"
    case "$":
      return "string-length(\(attribute))>=\(length) and "
        + "substring(\(attribute),string-length(\(attribute))-\(length - 1))=\(literal)"
    case "*": return "contains(\(attribute),\(literal))"
    case "~": return holds(word: value, name)
    case "|": return "\(attribute)=\(literal) or starts-with(\(attribute),\(self.literal(value + "-")))"
    default: return "\(attribute)=\(literal)"
    }
  }

  private mutating func pseudoClass() throws(SelectorError) -> String {
    let start = position
    let name = try name("a pseudo-class").lowercased()
    switch name {
    case "first-child": return "not(preceding-sibling::*)"
    case "last-child": return "not(following-sibling::*)"
    case "nth-child":
      return try parenthesised { parser throws(SelectorError) in try parser.position(in: parser.argument()) }
    case "not": return try parenthesised { parser throws(SelectorError) in try parser.negation() }
    default:
      position = start
      throw error(
        "`:\(name)` is not supported; :first-child, :last-child, :nth-child(2n+1) and :not(.class) are")
    }
  }

  private mutating func parenthesised(
    _ read: (inout SelectorParser) throws(SelectorError) -> String
  ) throws(SelectorError) -> String {
    guard take("(") else { throw error("expected `(`") }
    skipSpaces()
    let result = try read(&self)
    skipSpaces()
    guard take(")") else { throw error("expected `)`") }
    return result
  }

  /// One simple selector.
  private mutating func negation() throws(SelectorError) -> String {
    if take("*") { return "false()" }
    if rest.map(Self.isNameSign) == true { return "not(self::\(try type()))" }
    guard rest != ":" || !characters[position...].starts(with: ":not"), let condition = try condition() else {
      throw error("write one element, class, id or attribute in :not()")
    }
    return "not(\(condition))"
  }
}

// MARK: - Small pieces

extension SelectorParser {
  private mutating func argument() -> String {
    let start = position
    while let sign = rest, sign != ")" { position += sign == "(" ? characters.count - position : 1 }
    return String(characters[start..<min(position, characters.count)])
  }

  /// `odd`, `even`, `3`, `2n`, `2n+1`, `-n+3`.
  private func position(in text: String) throws(SelectorError) -> String {
    let plain = String(text.lowercased().filter { !$0.isWhitespace })
    let place = "count(preceding-sibling::*)+1"
    if let number = Int(plain), abs(number) < 1_000_000 { return "\(place)=\(number)" }
    let written = plain == "odd" ? "2n+1" : plain == "even" ? "2n" : plain
    let parts = written.split(separator: "n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let step = Self.step(parts[0]), let first = parts[1].isEmpty ? 0 : Int(parts[1]),
      abs(step) < 1_000_000, abs(first) < 1_000_000, parts[1].isEmpty || "+-".contains(parts[1].first ?? " ")
    else { throw error("`\(text)` is not a position; write, for example, 2n+1") }
    if step == 0 { return "\(place)=\(first)" }
    let (low, high) = step > 0 ? ("\(first)", place) : (place, "\(first)")
    return "(\(high))>=(\(low)) and ((\(high))-(\(low))) mod \(abs(step))=0"
  }

  private static func step(_ text: Substring) -> Int? {
    switch text {
    case "", "+": 1
    case "-": -1
    default: Int(text)
    }
  }

  /// In quotes, or a name.
  private mutating func value() throws(SelectorError) -> String {
    guard let quote = rest, quote == "\"" || quote == "'" else { return try name("a value") }
    position += 1
    var text = ""
    while let sign = rest, sign != quote {
      position += 1
      if sign == "\\", let next = rest {
        position += 1
        text.append(next)
      } else {
        text.append(sign)
      }
    }
    guard take(quote) else { throw error("the quotation mark that begins this value is never closed") }
    return text
  }

  private mutating func name(_ kind: String) throws(SelectorError) -> String {
    var text = ""
    while let sign = rest {
      if sign == "\\", position + 1 < characters.count {
        position += 1
        text.append(characters[position])
      } else if Self.isNameSign(sign) || sign == ":" && kind == "an attribute" {
        text.append(sign)
      } else {
        break
      }
      position += 1
    }
    guard !text.isEmpty else { throw error("\(kind) is missing here") }
    return text
  }

  private static func isNameSign(_ sign: Character) -> Bool {
    sign.isLetter || sign.isNumber || sign == "-" || sign == "_" || sign == "\\" || !sign.isASCII && !sign.isWhitespace
  }

  /// An attribute in XPath. A colon in its name is not a prefix.
  private func node(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F }
    return isPlain && name.utf8.first != 0x2D ? "@\(name)" : "@*[name()=\(literal(name))]"
  }

  private func holds(word: String, _ name: String) -> String {
    guard !word.isEmpty, !word.contains(where: \.isWhitespace) else { return "false()" }
    return "contains(concat(' ',normalize-space(\(node(name))),' '),\(literal(" " + word + " ")))"
  }

  /// XPath has no escapes in strings.
  private func literal(_ text: String) -> String {
    if !text.contains("'") { return "'\(text)'" }
    if !text.contains("\"") { return "\"\(text)\"" }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
    return "concat(" + parts.joined(separator: ",\"'\",") + ")"
  }
}

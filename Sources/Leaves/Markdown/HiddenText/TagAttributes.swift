internal import XML

/// The attributes of an HTML tag that decide who may see the element.
struct TagAttributes {
  /// Names in lower case; values with character references resolved.
  private var all: [(name: String, value: String)] = []

  /// - Parameter start: the position after the element's name.
  init(in bytes: [UInt8], from start: Int) {
    var rest = bytes[start...].prefix(Self.reach)
    while true {
      rest = rest.drop { " \t\n/".utf8.contains($0) }
      let name = rest.prefix { !" \t\n/=><\"'".utf8.contains($0) }
      guard !name.isEmpty else { return }
      rest = rest.dropFirst(name.count)
      var value: ArraySlice<UInt8> = []
      let afterSpace = rest.drop { " \t\n".utf8.contains($0) }
      if afterSpace.first == UInt8(ascii: "=") {
        rest = afterSpace.dropFirst().drop { " \t\n".utf8.contains($0) }
        value = Self.takeValue(from: &rest)
      }
      let text = resolvingReferences(String(decoding: value, as: UTF8.self))
      all.append((String(decoding: name, as: UTF8.self).lowercased(), text.lowercased()))
    }
  }

  /// Longer tags are read up to this length, in bytes.
  private static let reach = 1_000

  private static func takeValue(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if rest.starts(with: "{{".utf8) { return takeObject(from: &rest) }
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = rest.prefix { !" \t\n>".utf8.contains($0) }
      rest = rest.dropFirst(value.count)
      return value
    }
    let value = rest.dropFirst().prefix { $0 != quote }
    rest = rest.dropFirst(value.count + 2)
    return value
  }

  /// JSX's `{{fontSize: 0, display: 'none'}}` in the form of a style sheet: `font-size: 0; display: none`.
  private static func takeObject(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let object = rest.prefix { $0 != UInt8(ascii: "}") }
    rest = rest.dropFirst(object.count + 2)
    let style = object.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): []
      case UInt8(ascii: ","): [UInt8(ascii: ";")]
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): [UInt8(ascii: "-"), byte | 0x20]
      default: [byte]
      }
    }
    return ArraySlice("{".utf8) + style
  }

  /// Whether no reader sees the element.
  func hide(_ name: String) -> Bool { isHiddenElement(name, all) }

  /// Whether this class is the only attribute.
  func hasOnlyClass(_ name: String) -> Bool { all.count == 1 && all[0].name == "class" && all[0].value == name }

  /// Whether a program, an unavailable style sheet or a style may hide the element.
  var couldHide: Bool {
    all.contains { name, value in
      switch name {
      case "classname" where isHiddenElement("div", [(name: "class", value: value)]): true
      case _ where name.hasSuffix(":if") || name.hasSuffix(":hidden") || name.hasSuffix(":condition"): true
      case "class", "classname": value.split { $0.isWhitespace }.contains { HidingWord.isSuspect(class: String($0)) }
      case "style": couldHide(style: value)
      default: Self.conditions.contains(name)
      }
    }
  }

  /// Excludes styles that certainly hide, because the sanitiser removes those elements.
  private func couldHide(style: String) -> Bool {
    let isObject = style.hasPrefix("{")
    let style = InlineStyle(isObject ? String(style.dropFirst()) : style)
    return style.conceals || isObject && style.hides
  }

  private static let conditions: Set<String> = [
    "v-if", "v-else", "v-else-if", "v-show", "x-if", "x-show", "ng-if", "ng-show", "ng-hide", "*ngif", "data-if",
  ]
}

/// HTML text with its numeric references resolved, and those named ones that may occur in styles and classes.
private func resolvingReferences(_ text: String) -> String {
  guard text.contains("&") else { return text }
  var result = ""
  for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
    guard index > 0, let end = part.firstIndex(of: ";"), let character = character(part[..<end]) else {
      result += index > 0 ? "&" + part : part
      continue
    }
    result.unicodeScalars.append(character)
    result += part[part.index(after: end)...]
  }
  return result
}

private func character(_ reference: Substring) -> Unicode.Scalar? {
  let names: [Substring: Unicode.Scalar] = [
    "colon": ":", "semi": ";", "sol": "/", "ast": "*", "hyphen": "-", "period": ".", "excl": "!", "Tab": " ",
    "NewLine": " ",
  ]
  if let named = names[reference] { return named }
  guard reference.first == "#" else { return nil }
  let digits = reference.dropFirst()
  let isHex = digits.first == "x" || digits.first == "X"
  return (isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)).flatMap(Unicode.Scalar.init)
}

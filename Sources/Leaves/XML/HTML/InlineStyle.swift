/// The declarations of a `style` attribute that affect whether the element is visible. Comments are removed and escapes
/// resolved, as in browsers (CSS Syntax §4.3). Where declarations conflict, hiding wins.
package struct InlineStyle {
  /// Both in lower case and without white space; values without `!important`.
  private let declarations: [(name: String, value: String)]

  package init(_ text: String) {
    declarations = Self.plain(Self.resolvingNames(text)).split(separator: ";").compactMap { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
      guard parts.count == 2 else { return nil }
      return (parts[0], parts[1].replacing("!important", with: ""))
    }
  }

  /// Whether no browser shows the element.
  package var hides: Bool {
    declarations.contains { name, value in
      switch name {
      case "display": value == "none"
      case "visibility": value == "hidden" || value == "collapse"
      case "content-visibility": value == "hidden"
      default: false
      }
    }
  }

  /// Whether the element is not visible, although some programs may show it: it is too small, off the
  /// page, clipped or transparent.
  package var conceals: Bool {
    if declarations.contains(where: Self.isConcealing) { return true }
    // Text filled with its background (`background-clip`) is transparent but visible.
    let isClear = declarations.contains { $0.name == "color" && isTransparent($0.value) }
    if isClear, !declarations.contains(where: { $0.name.hasSuffix("background-clip") }) { return true }
    // A box of zero height with padding is a common way to reserve space for a video.
    let isClipped = declarations.contains { $0.name.hasPrefix("overflow") && ["hidden", "clip"].contains($0.value) }
    guard isClipped, !declarations.contains(where: { $0.name.hasPrefix("padding") }) else { return false }
    let sizes = ["width", "height", "max-width", "max-height"]
    return declarations.contains { sizes.contains($0.name) && isZero($0.value) }
  }

  private static func isConcealing(_ name: String, _ value: String) -> Bool {
    switch name {
    case "font-size", "opacity", "zoom", "scale": isZero(value)
    case "text-indent", "left", "right", "top", "bottom", "margin-left", "margin-top": isFarOff(value)
    case "clip": value.hasPrefix("rect(") && numbers(in: value).allSatisfy { $0 == "0" || $0 == "1" }
    case "clip-path": cutsAll(value)
    case "filter": value == "opacity(0)" || value == "opacity(0%)"
    case "transform": value.contains("scale(0)") || value.contains("translate") && isFarOff(value)
    default: false
    }
  }

  /// Resolves HTML 5 character names that libxml2 does not support.
  private static func resolvingNames(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let names = [
      "colon": ":", "semi": ";", "sol": "/", "ast": "*", "bsol": "\\", "hyphen": "-", "dash": "-", "period": ".",
      "excl": "!", "lpar": "(", "rpar": ")", "comma": ",", "percnt": "%", "Tab": " ", "NewLine": " ",
    ]
    return names.reduce(text) { $0.replacing("&\($1.key);", with: $1.value) }
  }

  /// In lower case, with white space in place of each comment.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "/", rest.first == "*" {
        rest = afterComment(rest.dropFirst())
        plain.append(" ")
      } else if scalar == "\\" {
        plain.append(escaped(&rest))
      } else {
        plain.append(scalar)
      }
    }
    return String(plain).lowercased()
  }

  private static func afterComment(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var rest = text
    while let scalar = rest.popFirst() {
      if scalar == "*", rest.first == "/" { return rest.dropFirst() }
    }
    return rest
  }

  /// The character for `\69 ` or `\n`; begins reading after the backslash.
  private static func escaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar {
    let digits = rest.prefix(6).prefix { $0.properties.isASCIIHexDigit }
    guard !digits.isEmpty else { return rest.popFirst() ?? " " }
    rest = rest.dropFirst(digits.count)
    if let space = rest.first, " \t\n".unicodeScalars.contains(space) { rest.removeFirst() }
    return UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) ?? " "
  }
}

/// `0`, `0px`, `.0em`, `0%`.
private func isZero(_ value: String) -> Bool {
  let number = value.prefix { $0.isNumber || $0 == "." }
  return number.contains("0") && number.allSatisfy { $0 == "0" || $0 == "." }
}

private func isTransparent(_ value: String) -> Bool {
  if value == "transparent" || value == "#0000" { return true }
  if value.hasPrefix("#"), value.utf8.count == 9 { return value.hasSuffix("00") }
  let hasAlpha = value.hasPrefix("rgba(") || value.hasPrefix("hsla(")
  return hasAlpha && [",0)", ",0.0)", ",0%)"].contains { value.hasSuffix($0) }
}

/// A negative length that moves text off any page: `-9999px`, `-100em`, `-100vw`.
private func isFarOff(_ value: String) -> Bool {
  value.split(separator: "-", omittingEmptySubsequences: false).dropFirst().contains { part in
    let number = Int(part.prefix { $0.isNumber }) ?? 0
    return number >= 500 || number >= 100 && !part.contains("px")
  }
}

private func cutsAll(_ value: String) -> Bool {
  if value.hasPrefix("inset(") { return value.contains("100%") || value.hasPrefix("inset(50%") }
  if value.hasPrefix("circle(0") || value.hasPrefix("ellipse(0") { return !value.contains("0.") }
  return value.hasPrefix("polygon(") && numbers(in: value).allSatisfy { $0.allSatisfy { $0 == "0" } }
}

private func numbers(in value: String) -> [Substring] { value.split { !$0.isNumber } }
